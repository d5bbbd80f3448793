import Foundation
import Synchronization
import ZohoAPI

@testable import fairlead

/// Stands in for Zoho CRM: keeps deals and accounts by name and answers as told.
final class FakeCRM: Sendable {
  /// What happens to a call that makes deals.
  enum Mishap: Sendable {
    /// It is carried out, and the answer is lost.
    case answerLost
    /// It comes to nothing, and nobody says so.
    case callLost
    /// It is carried out only after so many look-ups, and the answer is lost.
    case late(lookups: Int)
    /// Zoho turns it away for now.
    case tooMany
    /// A gateway answers in Zoho's place.
    case webPage
    /// Zoho refuses the deals of these names.
    case refuses(Set<String>)
  }

  struct State {
    var deals: [(id: String, fields: RecordFields)] = []
    var accounts: [String: RecordFields] = [:]
    var products: [String: RecordFields] = [:]
    var mishaps: [Mishap] = []
    var calls: [String] = []
    var late: (records: [RecordFields], lookups: Int)?
    var refusedAccounts: Set<String> = []
    var lastBody: RecordFields = [:]
  }

  let state = Mutex(State())

  init(_ mishaps: Mishap...) { state.withLock { $0.mishaps = mishaps } }

  var dealNames: [String] {
    state.withLock { $0.deals.compactMap { $0.fields["Deal_Name"]?.text } }
  }

  /// The calls that make or change something, as method and path.
  var writes: [String] {
    state.withLock { $0.calls.filter { $0.hasPrefix("POST") && !$0.hasSuffix("/coql") } }
  }

  var client: ZohoClient {
    ZohoClient(
      credentials: Credentials(
        clientID: "1000.CLIENT", clientSecret: Secret("secret"), refreshToken: Secret("refresh"),
        dataCenter: .eu),
      transport: Transport(send: { request in try self.answer(request) }))
  }

  func settings() async throws -> CRMSettings {
    try await CRMSettings.read(
      client, modules: ["Deals", "Accounts", "Products"], needsUsers: true, patience: .none)
  }

  private func answer(_ request: HTTPRequest) throws -> HTTPResponse {
    let path = String(request.url.dropFirst("https://www.zohoapis.eu/crm/v8".count))
    if request.url.hasSuffix("/oauth/v2/token") {
      return json(
        #"{"access_token":"1000.a","api_domain":"https://www.zohoapis.eu","expires_in":3600}"#)
    }
    return try state.withLock { state in
      state.calls.append("\(request.method) \(path)")
      let body = try request.body.map { try JSONDecoder().decode(RecordFields.self, from: $0) }
      switch path {
      case "/settings/fields?module=Deals": return json(Self.dealFields)
      case "/settings/fields?module=Accounts": return json(Self.accountFields)
      case "/settings/fields?module=Products": return json(Self.productFields)
      case "/settings/layouts?module=Deals":
        return json(#"{"layouts":[{"id":"9","name":"Standard","status":"active"}]}"#)
      case "/settings/pipeline?layout_id=9": return json(Self.pipelines)
      case "/coql": return lookUp(body?["select_query"]?.text ?? "", &state)
      case "/Deals": return try makeDeals(body ?? [:], &state)
      case "/Accounts/upsert": return upsert(body ?? [:], "Account_Name", \.accounts, &state)
      case "/Products/upsert": return upsert(body ?? [:], "Product_Name", \.products, &state)
      default:
        guard path.hasPrefix("/users") else { throw TransportError(reason: path, wasSent: true) }
        return json(Self.users)
      }
    }
  }

  private func lookUp(_ query: String, _ state: inout State) -> HTTPResponse {
    if let late = state.late {
      state.late = late.lookups > 0 ? (late.records, late.lookups - 1) : nil
      if late.lookups == 0 { add(late.records, &state) }
    }
    let rows = state.deals.filter { deal in
      let name = deal.fields["Deal_Name"]?.text ?? ""
      return query.contains("'\(name.replacing("'", with: "''"))'")
    }
    guard !rows.isEmpty else { return HTTPResponse(status: 204) }
    let data = rows.map {
      FieldValue.object(["id": .text($0.id), "Deal_Name": $0.fields["Deal_Name"] ?? nil])
    }
    return json(["data": .list(data), "info": .object(["more_records": false])])
  }

  private func makeDeals(_ body: RecordFields, _ state: inout State) throws -> HTTPResponse {
    state.lastBody = body
    let records = records(body)
    let lost = TransportError(reason: "the connection broke", wasSent: true)
    switch state.mishaps.isEmpty ? nil : state.mishaps.removeFirst() {
    case nil: return json(201, rows(add(records, &state)))
    case .answerLost:
      add(records, &state)
      throw lost
    case .callLost: throw lost
    case .late(let lookups):
      state.late = (records, lookups)
      throw lost
    case .tooMany:
      return HTTPResponse(
        status: 429, headers: [("Retry-After", "7")],
        body: Data(#"{"code":"TOO_MANY_REQUESTS","message":"slow down","status":"error"}"#.utf8))
    case .webPage:
      return HTTPResponse(
        status: 502, headers: [("Content-Type", "text/html")], body: Data("<html>".utf8))
    case .refuses(let names):
      let answers = records.map { record -> FieldValue in
        guard let name = record["Deal_Name"]?.text, names.contains(name) else {
          return rows(add([record], &state))[0]
        }
        return [
          "code": "INVALID_DATA", "status": "error", "message": "invalid data",
          "details": .object(["api_name": "Amount"]),
        ].object
      }
      return json(207, answers)
    }
  }

  @discardableResult
  private func add(_ records: [RecordFields], _ state: inout State) -> [String] {
    records.map { record in
      let id = "41508680000000\(1000 + state.deals.count)"
      state.deals.append((id, record))
      return id
    }
  }

  private func upsert(
    _ body: RecordFields, _ key: String, _ place: WritableKeyPath<State, [String: RecordFields]>,
    _ state: inout State
  ) -> HTTPResponse {
    let answers = records(body).map { record -> FieldValue in
      let name = record[key]?.text ?? ""
      if state.refusedAccounts.contains(name) {
        return [
          "code": "INVALID_DATA", "status": "error", "message": "invalid data",
          "details": .object([:]),
        ].object
      }
      state[keyPath: place][name, default: [:]].merge(record) { $1 }
      return rows(["id of \(name)"])[0]
    }
    return json(207, answers)
  }

  private func records(_ body: RecordFields) -> [RecordFields] {
    guard case .list(let rows)? = body["data"] else { return [] }
    return rows.compactMap(\.fields)
  }

  private func rows(_ ids: [String]) -> [FieldValue] {
    ids.map { id in
      [
        "code": "SUCCESS", "status": "success", "message": "record added",
        "details": .object(["id": .text(id), "Modified_Time": "2026-01-01T00:00:00+00:00"]),
      ].object
    }
  }

  private func json(_ status: Int, _ rows: [FieldValue]) -> HTTPResponse {
    json(["data": .list(rows)], status)
  }

  private func json(_ fields: RecordFields, _ status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: (try? JSONEncoder().encode(fields)) ?? Data())
  }

  private func json(_ text: String) -> HTTPResponse {
    HTTPResponse(status: 200, body: Data(text.utf8))
  }

  static let dealFields = """
    {"fields":[
    {"api_name":"Deal_Name","data_type":"text","system_mandatory":true,"length":120},
    {"api_name":"Account_Name","data_type":"lookup"},
    {"api_name":"Amount","data_type":"currency"},
    {"api_name":"Closing_Date","data_type":"date"},
    {"api_name":"Pipeline","data_type":"picklist"},
    {"api_name":"Stage","data_type":"picklist","system_mandatory":true,"pick_list_values":[
     {"id":"1","actual_value":"Qualification","display_value":"Qualification"}]},
    {"api_name":"Type","data_type":"picklist","pick_list_values":[
     {"actual_value":"New Business","display_value":"New Business"}]},
    {"api_name":"Probability","data_type":"integer"},
    {"api_name":"Next_Step","data_type":"text","length":10},
    {"api_name":"Description","data_type":"textarea","length":32000},
    {"api_name":"Owner","data_type":"ownerlookup"},
    {"api_name":"Call_Back","data_type":"datetime"},
    {"api_name":"Urgent","data_type":"boolean"},
    {"api_name":"Regions","data_type":"multiselectpicklist","pick_list_values":[
     {"actual_value":"East","display_value":"East"},
     {"actual_value":"West","display_value":"West"}]},
    {"api_name":"Contact_Name","data_type":"lookup"},
    {"api_name":"Created_Time","data_type":"datetime","read_only":true}]}
    """
  static let accountFields = """
    {"fields":[
    {"api_name":"Account_Name","data_type":"text","system_mandatory":true,"length":200},
    {"api_name":"Industry","data_type":"picklist","pick_list_values":[
     {"actual_value":"Retail","display_value":"Retail"},
     {"actual_value":"Technology","display_value":"Technology"}]},
    {"api_name":"Employees","data_type":"integer"}]}
    """
  static let productFields = """
    {"fields":[
    {"api_name":"Product_Name","data_type":"text","system_mandatory":true,"length":200},
    {"api_name":"Unit_Price","data_type":"currency"}]}
    """
  static let pipelines = """
    {"pipeline":[
    {"actual_value":"Standard","display_value":"Standard","default":true,"maps":[
     {"actual_value":"Qualification","display_value":"Qualification","sequence_number":1},
     {"actual_value":"Closed Won","display_value":"Closed Won","sequence_number":2}]},
    {"actual_value":"Renewals","display_value":"Renewals","default":false,"maps":[
     {"actual_value":"Renewal Due","display_value":"Renewal Due","sequence_number":1}]}]}
    """
  static let users = """
    {"users":[
    {"id":"4150868000000000101","full_name":"Jane Hartley","email":"jane@example.com",
     "status":"active"},
    {"id":"4150868000000000102","full_name":"Old Hand","email":"old@example.com",
     "status":"inactive"}],"info":{"more_records":false}}
    """
}

extension [String: FieldValue] {
  fileprivate var object: FieldValue { .object(self) }
}

extension Patience {
  /// Does not wait.
  static var none: Patience { Patience(wait: { _ in }) }
}

extension CSVFile {
  /// The file of that text.
  static func sample(_ text: String, name: String = "deals.csv") throws -> CSVFile {
    try CSVFile(Data(text.utf8), name: name)
  }
}

extension ImportPlan {
  /// The plan for a file of that text.
  static func sample(
    _ text: String, map: [String] = [], set: [String] = [], crm: FakeCRM = FakeCRM(),
    dates: DateOrder? = nil, decimals: DecimalMark? = nil
  ) async throws -> ImportPlan {
    let table = ImportTable(try .sample(text))
    let assignments =
      try map.map { try Assignment(mapping: $0, columns: table.columns) }
      + set.map { try Assignment(setting: $0, columns: table.columns) }
    return try ImportPlan(
      table, assignments, try await crm.settings(), .init(dates: dates, decimals: decimals))
  }

  /// A plan of so many plain deals, `Deal 1` and on.
  static func deals(_ count: Int) -> ImportPlan {
    ImportPlan(
      deals: (1...count).map { number in
        Deal(
          line: number + 1, name: "Deal \(number)", fields: ["Deal_Name": .text("Deal \(number)")],
          account: nil, product: nil)
      }, accounts: [], products: [], badRows: [], understood: [], warnings: [])
  }
}

/// The sentences of the error that work throws; empty when it throws none.
func complaints(_ work: () async throws -> Void) async -> [String] {
  do {
    try await work()
    return []
  } catch let error as ImportError {
    return error.lines
  } catch {
    return ["\(error)"]
  }
}
