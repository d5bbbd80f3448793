import FoundationEssentials
import GRDB

/// One call in its transaction: what was asked, by whom, and what the organization is like.
struct CRMCall {
  let request: ZohoRequest
  let caller: Caller
  /// The parts of the path that the route names: `module`, `id`.
  let parameters: [String: String]
  let db: Database
  let metadata: CRMMetadata
  let users: CRMUsers
  let now: Date
  var bulkPace = BulkPace()

  init(
    _ request: ZohoRequest, _ caller: Caller, parameters: [String: String] = [:], _ db: Database,
    _ metadata: CRMMetadata, now: Date
  ) throws {
    self.request = request
    self.caller = caller
    self.parameters = parameters
    self.db = db
    self.metadata = metadata
    users = try CRMUsers(db)
    self.now = now
  }

  /// The segments below `/crm/v8`.
  var path: [String] { Array(request.path.dropFirst(2)) }

  /// Seconds since 1970, as the database keeps instants.
  var seconds: Int64 { Int64(now.timeIntervalSince1970.rounded(.down)) }

  var userID: Int64 { Int64(caller.userID) ?? 0 }

  /// The module in the path.
  func module() throws -> CRMModule {
    guard let module = parameters["module"].flatMap(metadata.module) else {
      throw Refusal.crmUnknownModule(0)
    }
    return module
  }

  /// The record in the path, `{module}/{id}`.
  func recordID() throws -> Int64 { try id(parameters["id"] ?? "", index: 1) }

  /// The module of that name, for an operation (READ, CREATE, UPDATE, DELETE).
  func module(_ name: String, _ operation: String, index: Int = 0) throws -> CRMModule {
    guard let module = metadata.module(name), module.isAPISupported else {
      throw Refusal.crmUnknownModule(index)
    }
    try caller.require("ZohoCRM.modules.\(module.scopeName).\(operation)")
    return module
  }

  /// A query parameter that has to be there.
  func parameter(_ name: String) throws -> String {
    guard let value = request.query[name], !value.isEmpty else {
      throw Refusal.crmMissingParameter(name)
    }
    return value
  }

  /// A whole number within bounds, or the usual one when the parameter is absent.
  func number(_ name: String, _ bounds: ClosedRange<Int>, usual: Int) throws -> Int {
    guard let text = request.query[name] else { return usual }
    guard let number = Int(text), bounds.contains(number) else {
      throw Refusal.crmInvalidParameter(name)
    }
    return number
  }

  /// A comma-separated parameter.
  func names(_ text: String) -> [String] {
    text.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// An id in the path.
  func id(_ text: String, index: Int) throws -> Int64 {
    guard let id = Int64(text), id > 0 else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": JSONValue(index)])
    }
    return id
  }
}
