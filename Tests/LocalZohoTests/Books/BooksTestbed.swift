import Foundation
import GRDB
import Synchronization
import Testing

@testable import LocalZoho

/// A Books organization in memory on 24 November 2026, and the calls a client makes to it.
final class BooksTestbed: Sendable {
  struct Answer {
    var status: Int
    var contentType: String?
    var body: Data
    var json: JSONValue

    var code: Int? { json["code"]?.intValue }
    var message: String? { json["message"]?.stringValue }

    /// The value at a path of members and places: `answer["invoice", "line_items", 0, "name"]`.
    subscript(path: any Step...) -> JSONValue? {
      path.reduce(json as JSONValue?) { value, step in value.flatMap(step.of) }
    }
  }

  let store: ZohoStore
  let service: BooksService

  init(crm: CRMRecords = .none) throws {
    let start = try #require(Timestamp.read("2026-11-24T09:30:00Z"))
    let clock = Box(start)
    store = try ZohoStore(.memory, now: { clock.value.withLock { $0 } })
    service = BooksService(store: store, crm: crm)
    box = clock
  }

  /// A clock both the store and the test hold.
  private final class Box: Sendable {
    let value: Mutex<Date>
    init(_ date: Date) { value = Mutex(date) }
  }
  private let box: Box

  func pass(days: Int) {
    box.value.withLock { $0 += Double(days * 86_400) }
  }

  static let organization = "20071234567"

  @discardableResult
  func call(
    _ method: String, _ path: String, _ query: NamedValues = [:], _ body: String = "",
    headers: [String: String] = [:], scopes: [String] = ["ZohoBooks.fullaccess.all"],
    organization: String? = BooksTestbed.organization
  ) throws -> Answer {
    var query = query
    if let organization { query.append("organization_id", organization) }
    var named = NamedValues(ignoringCase: true)
    for (name, value) in headers { named.append(name, value) }
    if !body.isEmpty, headers["Content-Type"] == nil {
      named.append("Content-Type", "application/json")
    }
    let request = ZohoRequest(
      method, ["books", "v3"] + path.split(separator: "/").map(String.init), query: query,
      headers: named, body: Data(body.utf8))
    let caller = Caller(
      userID: User.administrator.id, clientID: "1000.TEST", scopes: ScopeSet(scopes))
    var reply: ZohoReply
    do {
      reply = try service.handle(request, caller: caller)
    } catch let refusal as Refusal {
      reply = refusal.reply
    }
    let type = reply.headers.first { $0.name == "Content-Type" }?.value
    let isJSON = type?.hasPrefix("application/json") == true
    return Answer(
      status: reply.status, contentType: type, body: reply.body,
      json: isJSON ? try JSONValue(parsing: reply.body) : .null)
  }

  /// The id of a new customer with one person.
  func customer(
    _ name: String = "Bowman and Co", email: String = "will@bowman.example", currency: String? = nil
  ) throws -> String {
    let currencyID = try currency.map { try self.currency($0) }
    let extra = currencyID.map { ",\"currency_id\":\"\($0)\"" } ?? ""
    let answer = try call(
      "POST", "contacts", [:],
      """
      {"contact_name":"\(name)","contact_type":"customer","payment_terms":15,
       "contact_persons":[{"first_name":"Will","last_name":"Smith","email":"\(email)",
       "is_primary_contact":true}]\(extra)}
      """)
    return try #require(answer["contact", "contact_id"]?.stringValue)
  }

  func currency(_ code: String) throws -> String {
    let list = try call("GET", "settings/currencies")["currencies"]?.arrayValue ?? []
    return try #require(
      list.first { $0["currency_code"]?.stringValue == code }?["currency_id"]?.stringValue)
  }

  func tax(_ name: String) throws -> String {
    let list = try call("GET", "settings/taxes")["taxes"]?.arrayValue ?? []
    return try #require(list.first { $0["tax_name"]?.stringValue == name }?["tax_id"]?.stringValue)
  }

  /// A new invoice with one line over the rate, no tax.
  func invoice(_ customer: String, rate: String = "100", _ more: String = "") throws -> Answer {
    try call(
      "POST", "invoices", [:],
      """
      {"customer_id":"\(customer)","line_items":[{"name":"Work","rate":\(rate),"quantity":1}]\(more)}
      """)
  }

  /// The id of a new invoice that is marked as sent.
  func sentInvoice(_ customer: String, rate: String = "100", _ more: String = "") throws -> String {
    let id = try #require(
      try invoice(customer, rate: rate, more)["invoice", "invoice_id"]?.stringValue)
    try call("POST", "invoices/\(id)/status/sent")
    return id
  }

  func status(_ invoice: String) throws -> String? {
    try call("GET", "invoices/\(invoice)")["invoice", "status"]?.stringValue
  }

  func effects() throws -> [String] {
    try store.read { db in
      try EffectsLedger.entries(after: 0, limit: 10_000, db).map {
        "\($0["verb"]?.stringValue ?? "") \($0["module"]?.stringValue ?? "")"
      }
    }
  }
}

/// A step into JSON.
protocol Step {
  func of(_ value: JSONValue) -> JSONValue?
}

extension String: Step {
  func of(_ value: JSONValue) -> JSONValue? { value[self] }
}

extension Int: Step {
  func of(_ value: JSONValue) -> JSONValue? {
    value.arrayValue.flatMap { indices in indices.indices.contains(self) ? indices[self] : nil }
  }
}
