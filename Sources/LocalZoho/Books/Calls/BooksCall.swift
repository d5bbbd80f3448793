import Foundation
import GRDB

/// One call below `/books/v3`, with all a handler may ask of it.
struct BooksCall: Sendable {
  let service: BooksService
  let request: ZohoRequest
  let caller: Caller
  /// The parts of the path that the route names: `invoice_id`.
  let parameters: [String: String]
  /// The instant of the call: everything it writes carries it.
  let now: Date

  var today: Day { Timestamp.day(now) }
  var query: NamedValues { request.query }

  /// The number in the path.
  /// - Throws: Books' "does not exist" when it is no id at all.
  func id(_ parameter: String, of what: String) throws -> Int64 {
    guard let id = parameters[parameter].flatMap({ Int64($0) }) else {
      throw Refusal.booksMissing(what)
    }
    return id
  }

  /// The same call with an id as if the path named it.
  func below(_ parameter: String, _ id: Int64) -> BooksCall {
    BooksCall(
      service: service, request: request, caller: caller,
      parameters: parameters.merging([parameter: String(id)]) { _, new in new }, now: now)
  }

  func isTrue(_ name: String) -> Bool { query[name]?.lowercased() == "true" }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try service.store.read(body)
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try service.store.write(body)
  }

  /// Enters what happened in the ledger, in the caller's transaction.
  func record(
    _ verb: Effect.Verb, _ module: String, _ id: Int64, _ summary: JSONObject, _ db: Database
  ) throws {
    try EffectsLedger.append(
      Effect(.books, verb, module, String(id), summary), at: now, db)
  }

  /// Who does it, as history lines name people.
  func user(_ db: Database) throws -> User {
    try User.find(id: caller.userID, db) ?? User.administrator
  }

  /// Books' envelope around a result.
  static func success(_ members: JSONObject) -> ZohoReply { success("success", members) }

  /// Books' envelope around a result: `code` 0, a message, and the members.
  static func success(
    _ message: String, status: Int = 200, _ members: JSONObject = JSONObject()
  ) -> ZohoReply {
    var reply = JSONObject([("code", 0), ("message", .string(message))])
    for member in members.members { reply.append(member.name, member.value) }
    return .json(status, .object(reply))
  }
}
