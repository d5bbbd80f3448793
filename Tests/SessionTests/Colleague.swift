import FoundationEssentials
import LocalZoho
import Synchronization
import Testing
import ZohoAPI

/// Somebody else at the same organization, who speaks plain HTTP to the server: makes records, moves
/// deals behind the user's back, and says what the server really has.
final class Colleague: Sendable {
  private let connection: ZohoServer.Connection
  private let transport = Transport.live()
  private let token = Mutex<Secret?>(nil)

  init(_ connection: ZohoServer.Connection) {
    self.connection = connection
  }

  /// One call, as it is written here.
  @discardableResult
  func call(_ method: String, _ target: String, _ body: String? = nil) async throws -> JSON {
    var target = target
    if target.hasPrefix("/books/") {
      target += (target.contains("?") ? "&" : "?") + "organization_id=" + connection.organizationID
    }
    var response = try await send(method, target, body)
    if response.status == 401 {
      try await signIn()
      response = try await send(method, target, body)
    }
    guard !response.body.isEmpty else { return .null }
    let reply = try JSONDecoder().decode(JSON.self, from: response.body)
    #expect(response.status < 300, "\(method) \(target): \(reply)")
    return reply
  }

  private func send(
    _ method: String, _ target: String, _ body: String?
  ) async throws -> HTTPResponse {
    try await transport.send(
      HTTPRequest(
        method: method, url: connection.url + target,
        headers: body == nil ? [] : [("content-type", "application/json")],
        token: token.withLock { $0 }, body: body.map { Data($0.utf8) }, isWrite: method != "GET",
        maximumBytes: 1 << 24))
  }

  private func signIn() async throws {
    let form =
      "grant_type=refresh_token&client_id=\(connection.clientID)"
      + "&client_secret=\(connection.clientSecret)&refresh_token=\(connection.refreshToken)"
    let response = try await transport.send(
      HTTPRequest(
        method: "POST", url: connection.url + "/oauth/v2/token",
        headers: [("content-type", "application/x-www-form-urlencoded")], body: Data(form.utf8),
        isWrite: true, maximumBytes: 1 << 20))
    let reply = try JSONDecoder().decode(JSON.self, from: response.body)
    token.withLock { $0 = Secret(reply["access_token"].text) }
  }

  /// A message as it lies in the mailbox, in the form of RFC 5322.
  func message(_ id: String) async throws -> String {
    let response = try await transport.send(
      HTTPRequest(
        method: "GET", url: connection.url + "/_local/mail/" + id, isWrite: false,
        maximumBytes: 1 << 24))
    return String(decoding: response.body, as: UTF8.self)
  }

  func stop() async { await transport.close() }
}

extension Colleague {
  /// Makes a record of CRM from its members as JSON, and answers its id.
  func make(_ module: String, _ members: String) async throws -> String {
    let reply = try await call("POST", "/crm/v8/\(module)", #"{"data":[{\#(members)}]}"#)
    let id = reply["data"][0]["details"]["id"].text
    try #require(!id.isEmpty, "\(module): \(reply)")
    return id
  }

  /// Makes a deal of Initech in the first pipeline.
  func makeDeal(
    _ name: String, in stage: String = "Qualification", amount: Decimal = 22_500,
    account: String? = nil, contact: String? = nil
  ) async throws -> String {
    var members =
      #""Deal_Name":"\#(name)","Pipeline":"Standard","Stage":"\#(stage)","Amount":\#(amount),"#
      + #""Closing_Date":"2026-12-20""#
    if let account { members += #","Account_Name":{"id":"\#(account)"}"# }
    if let contact { members += #","Contact_Name":{"id":"\#(contact)"}"# }
    return try await make("Deals", members)
  }

  func moveDeal(_ id: String, to stage: String) async throws {
    try await call("PUT", "/crm/v8/Deals/\(id)", #"{"data":[{"Stage":"\#(stage)"}]}"#)
  }

  /// Where a deal stands at the server.
  func stage(of deal: String) async throws -> String {
    try await call("GET", "/crm/v8/Deals/\(deal)?fields=Stage")["data"][0]["Stage"].text
  }

  /// A deal of a new account, with a contact; the account's customer in Books when it is linked.
  func makeInitech(linked: Bool = true) async throws -> (deal: String, customer: String) {
    let account = try await make("Accounts", #""Account_Name":"Initech Ltd","Currency":"GBP""#)
    let contact = try await make(
      "Contacts",
      #""First_Name":"Jane","Last_Name":"Doe","Email":"jane@initech.example","#
        + #""Account_Name":{"id":"\#(account)"}"#)
    let deal = try await makeDeal("Initech licences", account: account, contact: contact)
    guard linked else { return (deal, "") }
    let made = try await call("POST", "/books/v3/crm/account/\(account)/import")
    return (deal, made["data"]["contact_id"].text)
  }

  /// Makes an invoice of one line and marks it as sent.
  @discardableResult
  func makeInvoice(
    of customer: String, amount: Int, due: String, deal: String? = nil
  ) async throws -> String {
    let fields = deal.map {
      #""custom_fields":[{"api_name":"cf_deal_id","value":"\#($0)"}],"#
    }
    let made = try await call(
      "POST", "/books/v3/invoices",
      """
      {"customer_id":"\(customer)","date":"2026-11-01","due_date":"\(due)",\(fields ?? "")\
      "line_items":[{"name":"Work","rate":\(amount),"quantity":1}]}
      """)
    let id = made["invoice"]["invoice_id"].text
    try await call("POST", "/books/v3/invoices/\(id)/status/sent")
    return id
  }

  /// What the server says of the stages of a pipeline: how many deals, and their sum by currency.
  func figures(of pipeline: String) async throws -> [String: (count: Int, sums: [String: Decimal])]
  {
    var figures: [String: (count: Int, sums: [String: Decimal])] = [:]
    let query =
      "select id, Stage, Currency, Amount from Deals where Pipeline = '\(pipeline)' limit 2000"
    let reply = try await call("POST", "/crm/v8/coql", #"{"select_query":"\#(query)"}"#)
    for row in reply["data"].items {
      var figure = figures[row["Stage"].text] ?? (0, [:])
      figure.count += 1
      if row["Amount"] != .null {
        figure.sums[row["Currency"].text, default: 0] += row["Amount"].number
      }
      figures[row["Stage"].text] = figure
    }
    return figures
  }

  /// What really happened after that many entries of the ledger, a line each: `books created invoices`.
  func effects(after count: Int) async throws -> [String] {
    try await call("GET", "/_local/effects?after=\(count)")["effects"].items.map { entry in
      [entry["product"].text, entry["verb"].text, entry["module"].text].joined(separator: " ")
    }
  }

  /// The mails after that many in the mailbox.
  func mail(after count: Int) async throws -> [JSON] {
    try await call("GET", "/_local/mail?after=\(count)")["mail"].items
  }

  /// How many entries the ledger has.
  func ledgerLength() async throws -> Int { try await effects(after: 0).count }
}
