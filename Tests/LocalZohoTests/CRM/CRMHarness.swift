import FoundationEssentials
import GRDB

@testable import LocalZoho

/// A CRM in memory at a fixed time, spoken to as a client would.
struct CRMHarness {
  /// 2026-11-24T10:00:00+00:00, moved on by `wait`.
  final class Clock: @unchecked Sendable {  // Each test calls it from one thread.
    var now = Date(timeIntervalSince1970: 1_795_514_400)
  }

  let clock = Clock()
  let store: ZohoStore
  let service: CRMService
  var scopes = [
    "ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL", "ZohoCRM.users.READ",
    "ZohoCRM.org.READ", "ZohoCRM.coql.READ", "ZohoSearch.securesearch.READ",
    "ZohoCRM.files.ALL", "ZohoCRM.bulk.ALL", "ZohoFiles.files.ALL", "ZohoCRM.notifications.ALL",
    "ZohoCRM.composite_requests.CUSTOM", "ZohoCRM.send_mail.all.CREATE",
    "ZohoCRM.change_owner.ALL", "ZohoCRM.mass_update.ALL", "ZohoCRM.mass_delete.ALL",
    "ZohoCRM.mass_convert.ALL", "ZohoCRM.features.READ", "ZohoCRM.apis.READ",
    "ZohoCRM.files.ALL", "ZohoCRM.bulk.ALL", "ZohoFiles.files.ALL", "ZohoCRM.notifications.ALL",
    "ZohoCRM.composite_requests.CUSTOM", "ZohoCRM.send_mail.all.CREATE",
  ]

  init(pace: BulkPace = BulkPace()) throws {
    let clock = clock
    store = try ZohoStore(.memory, now: { clock.now })
    service = CRMService(store: store, pace: pace)
  }

  struct Answer {
    var status: Int
    var json: JSONValue
    var credits: Int
    var data: [JSONValue] { json["data"]?.arrayValue ?? [] }
  }

  func wait(_ seconds: Double) { clock.now += seconds }

  /// `path` is what follows `/crm/v8/`, with its query, percent-encoded.
  func call(
    _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:]
  ) throws -> Answer {
    let reply = try send(method, "crm/v8/" + path, Data((body ?? "").utf8), headers: headers)
    return Answer(
      status: reply.status, json: reply.body.isEmpty ? .null : try JSONValue(parsing: reply.body),
      credits: reply.credits)
  }

  /// `target` is the whole path, with its query; the reply may be no JSON.
  func send(
    _ method: String, _ target: String, _ body: Data = Data(), headers: [String: String] = [:]
  ) throws -> ZohoReply {
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    var names = NamedValues(ignoringCase: true)
    for (name, value) in headers { names.append(name, value) }
    let request = ZohoRequest(
      method, parts[0].split(separator: "/").map { NamedValues.decoded($0) },
      query: parts.count > 1 ? NamedValues(urlEncoded: parts[1]) : NamedValues(), headers: names,
      body: body)
    let caller = Caller(
      userID: "4150868000000000101", clientID: "1000.TEST", scopes: ScopeSet(scopes))
    do {
      return try service.handle(request, caller: caller)
    } catch let refusal as Refusal {
      return refusal.reply
    }
  }

  /// Sends one file as a form.
  func sendFile(
    _ target: String, _ data: Data, name: String, type: String = "text/plain",
    headers: [String: String] = [:]
  ) throws -> ZohoReply {
    var body = Data(
      "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: \(type)\r\n\r\n"
        .utf8)
    body += data
    body += Data("\r\n--X--\r\n".utf8)
    var headers = headers
    headers["Content-Type"] = "multipart/form-data; boundary=X"
    return try send("POST", target, body, headers: headers)
  }

  func get(_ path: String, headers: [String: String] = [:]) throws -> Answer {
    try call("GET", path, headers: headers)
  }

  /// The `blueprint` member that `path` answers.
  func transitions(_ deal: String) throws -> [JSONValue] {
    try get("Deals/\(deal)/actions/blueprint").json.at("blueprint", "transitions")?.arrayValue ?? []
  }

  /// A second user who may own records; returns its id.
  func addColleague() throws -> String {
    let id = "4150868000000000102"
    try store.write {
      try User(
        id: id, zuid: "60001234502", firstName: "Tom", lastName: "Reed",
        email: "tom.reed@fairlead.example", role: "Sales", profile: "Standard", status: "active",
        sequence: 2
      ).insert($0)
    }
    return id
  }

  /// Inserts one record and returns its id.
  func insert(_ module: String, _ record: String) throws -> String {
    let answer = try call("POST", module, "{\"data\":[\(record)]}")
    guard let id = answer.data.first?["details"]?["id"]?.stringValue, answer.status == 201 else {
      throw Refused(answer: answer.json.text)
    }
    return id
  }

  struct Refused: Error { var answer: String }

  func seed(_ module: String, _ records: [JSONObject]) throws {
    try store.write { try CRMSeedWriter($0, now: clock.now).insert(module, records) }
  }

  /// The ledger as `verb module id`.
  func effects() throws -> [String] {
    try store.read { db in
      try EffectsLedger.entries(after: 0, limit: 1000, db).map {
        [$0["verb"], $0["module"], $0["record_id"]].compactMap { $0?.stringValue }
          .joined(separator: " ")
      }
    }
  }
}

extension JSONValue {
  /// Walks members and array places: `at("details", "id")`, `at("0", "id")`.
  func at(_ path: String...) -> JSONValue? {
    var value: JSONValue? = self
    for step in path {
      if let index = Int(step), let array = value?.arrayValue {
        value = array.indices.contains(index) ? array[index] : nil
      } else {
        value = value?[step]
      }
    }
    return value
  }
}

extension ZohoReply {
  /// The body as JSON; null when it is none.
  var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// Reads JSON written in a test.
func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: text) }
