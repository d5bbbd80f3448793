import Foundation
import GRDB

extension BooksResource {
  /// The five calls every kind has.
  var routes: [BooksRoute] { [listRoute, createRoute] + recordRoutes }

  var listRoute: BooksRoute { BooksRoute("GET", path, scope + ".READ") { try list($0) } }
  var createRoute: BooksRoute { BooksRoute("POST", path, scope + ".CREATE") { try create($0) } }

  var recordRoutes: [BooksRoute] {
    [
      BooksRoute("GET", recordPath, scope + ".READ") { try get($0) },
      BooksRoute("PUT", recordPath, scope + ".UPDATE") { try update($0) },
      BooksRoute("DELETE", recordPath, scope + ".DELETE") { try delete($0) },
    ]
  }

  var recordPath: String { "\(path)/{\(keys.id)}" }

  /// A call that gives a record another status: `active`, `status/stop`.
  func statusRoute(
    _ word: String, to status: String, _ message: String, replyStatus: Int = 200,
    when check: @escaping Step = { _, _, _ in }
  ) -> BooksRoute {
    BooksRoute("POST", "\(recordPath)/\(word)", scope + ".CREATE") { call in
      try change(call) { record, db in
        try check(&record, call, db)
        record.status = status
        return BooksCall.success(message, status: replyStatus)
      }
    }
  }

  /// Another call on one record, which it may change.
  func route(
    _ method: String, _ tail: String,
    _ answer:
      @escaping @Sendable (
        inout BooksRecord, BooksCall, Database
      ) throws -> ZohoReply
  ) -> BooksRoute {
    let verbs = ["GET": "READ", "POST": "CREATE", "PUT": "UPDATE", "DELETE": "DELETE"]
    return BooksRoute(method, "\(recordPath)/\(tail)", "\(scope).\(verbs[method] ?? "ALL")") {
      call in
      guard method != "GET" else {
        return try call.read { db in
          var record = try find(call, db)
          return try answer(&record, call, db)
        }
      }
      return try change(call) { try answer(&$0, call, $1) }
    }
  }

  // MARK: The calls

  func create(_ call: BooksCall) throws -> ZohoReply {
    let body = try call.fields()
    return try call.write { db in
      let record = try insert(body, call, db)
      return BooksCall.success(
        messages.created, status: messages.createdStatus,
        [keys.one: try shownAlone(record, call, db)])
    }
  }

  func get(_ call: BooksCall) throws -> ZohoReply {
    try call.read { db in
      let json = try json(try find(call, db), inRow: false, call, db)
      return BooksCall.success(keys.isFlat ? json : [keys.one: .object(json)])
    }
  }

  func update(_ call: BooksCall) throws -> ZohoReply {
    let body = try call.fields()
    return try change(call) { record, db in
      try members.fill(&record.members, from: body, db)
      try refuseDuplicate(of: record, db)
      try prepare(&record, call, db)
      try settle(&record, call, db)
      return BooksCall.success(
        messages.updated, [keys.one: try shownAlone(record, call, db)])
    }
  }

  func delete(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      var record = try find(call, db)
      try refuseDeletion(&record, call, db)
      try record.delete(db)
      try call.record(.deleted, ledgerName, record.id, summary(record), db)
    }
    return BooksCall.success(messages.deleted)
  }

  // MARK: Their parts

  /// Writes a new record after the body.
  func insert(_ body: BooksFields, _ call: BooksCall, _ db: Database) throws -> BooksRecord {
    var record = BooksRecord(
      id: try BooksStart.nextID(db), kind: kind, parent: try parentID(call, db),
      status: firstStatus, created: Int64(call.now.timeIntervalSince1970))
    try members.fill(&record.members, from: body, db)
    try refuseDuplicate(of: record, db)
    try prepare(&record, call, db)
    try record.save(db)
    try settle(&record, call, db)
    try call.record(.created, ledgerName, record.id, summary(record), db)
    return record
  }

  private func refuseDuplicate(of record: BooksRecord, _ db: Database) throws {
    guard let unique else { return }
    let value = record.text(unique)
    let known = try BooksRecord.all(
      kind, where: "\(BooksRecord.column(unique)) = ? COLLATE NOCASE AND record_id <> ?",
      [value, record.id], db)
    guard known.allSatisfy({ $0.parent != record.parent }) else {
      throw Refusal.books(400, 1001, "\(title) \"\(value)\" already exists.")
    }
  }

  /// The record the path names.
  /// - Throws: 1002 when there is none, or it is of another parent.
  func find(_ call: BooksCall, _ db: Database) throws -> BooksRecord {
    let record = try find(call.id(keys.id, of: title), db)
    guard try parent == nil || record.parent == parentID(call, db) else {
      throw Refusal.booksMissing(title)
    }
    return record
  }

  func find(_ id: Int64, _ db: Database) throws -> BooksRecord {
    guard
      let record = try BooksRecord.all(kind, where: "record_id = ? AND \(condition)", [id], db)
        .first
    else { throw Refusal.booksMissing(title) }
    return record
  }

  /// Changes the record of the path and writes it.
  func change(
    _ call: BooksCall, _ body: (inout BooksRecord, Database) throws -> ZohoReply
  ) throws -> ZohoReply {
    try call.write { db in
      var record = try find(call, db)
      record.modified = Int64(call.now.timeIntervalSince1970)
      let reply = try body(&record, db)
      try record.save(db)
      try call.record(.changed, ledgerName, record.id, summary(record), db)
      return reply
    }
  }

  private func parentID(_ call: BooksCall, _ db: Database) throws -> Int64? {
    guard let parent else { return nil }
    let id = try call.id(parent.parameter, of: parent.title)
    guard try BooksRecord.find(id, parent.kind, db) != nil else {
      throw Refusal.booksMissing(parent.title)
    }
    return id
  }

  /// What the ledger calls it: the last word of the path.
  private var ledgerName: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func summary(_ record: BooksRecord) -> JSONObject {
    guard let name = members.first(where: \.isRequired)?.name, let value = record.members[name]
    else { return ["status": .string(record.status)] }
    return [name: value, "status": .string(record.status)]
  }
}
