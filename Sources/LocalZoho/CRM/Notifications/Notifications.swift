import FoundationEssentials
import GRDB
import Synchronization

/// Reads the ledger on and tells the channels that asked. Whatever writes records writes the ledger,
/// so none is forgotten.
final class Notifications: Sendable {
  private let store: ZohoStore
  /// The last entry that was looked at.
  private let last: Mutex<Int64>

  init(_ store: ZohoStore) throws {
    self.store = store
    last = Mutex(
      try store.read { try Int64.fetchOne($0, sql: "SELECT MAX(sequence) FROM effects") } ?? 0)
  }

  /// One change that a record went through.
  private struct Change {
    var sequence: Int64
    var time: String
    var module: String
    var operation: String
    var record: String
    var values: JSONObject
  }

  private static let operations = ["created": "create", "changed": "edit", "deleted": "delete"]
  private static let words = ["create": "insert", "edit": "update", "delete": "delete"]

  /// What is to be posted for the changes since the last time.
  func due() throws -> [OutgoingPost] {
    try last.withLock { last in
      let from = last
      let now = store.now()
      let (end, watches, changes) = try store.read { db in
        let end = try Int64.fetchOne(db, sql: "SELECT MAX(sequence) FROM effects") ?? from
        let watches = try Watch.filter(Column("expiry") > Int64(now.timeIntervalSince1970))
          .fetchAll(db)
        return (end, watches, watches.isEmpty ? [] : try Self.changes(after: from, db))
      }
      last = end
      return try watches.flatMap { try posts(to: $0, changes, now: now) }
    }
  }

  private static func changes(after sequence: Int64, _ db: Database) throws -> [Change] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM effects WHERE sequence > ? AND product = 'crm' ORDER BY sequence",
      arguments: [sequence]
    ).compactMap { row in
      guard let operation = operations[row["verb"]] else { return nil }
      return Change(
        sequence: row["sequence"], time: row["time"], module: row["module"], operation: operation,
        record: row["record_id"],
        values: try JSONValue(parsing: row["summary"] as String).objectValue ?? JSONObject())
    }
  }

  /// Changes of one kind that follow each other at one time go in one post, as those of one call do.
  private func posts(to watch: Watch, _ changes: [Change], now: Date) throws -> [OutgoingPost] {
    var groups: [[Change]] = []
    for change in changes
    where change.module == watch.module && change.sequence > watch.afterEffect
      && watch.operationList.contains(change.operation)
    {
      if change.operation == "edit", try !watch.concerns(Set(change.values.names)) { continue }
      if let before = groups.last?.last, before.operation == change.operation,
        before.time == change.time, groups[groups.count - 1].count < 100
      {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups.map { post($0, to: watch, now: now) }
  }

  private func post(_ changes: [Change], to watch: Watch, now: Date) -> OutgoingPost {
    let query = watch.notifyURL.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let parameters = NamedValues(urlEncoded: String(query)).items.map {
      ($0.name, JSONValue.string($0.value))
    }
    let operation = changes[0].operation
    let edited = operation == "edit" ? changes : []
    let body: JSONObject = [
      "server_time": .number(Decimal(Int64(now.timeIntervalSince1970 * 1000))),
      "affected_values": .array(
        watch.returnsValues
          ? edited.map {
            ["record_id": .string($0.record), "values": .object($0.values)]
          } : []),
      "query_params": .object(JSONObject(parameters)), "module": .string(watch.module),
      "resource_uri": .string(watch.resourceURI),
      "ids": .array(changes.map { .string($0.record) }),
      "affected_fields": .array(
        edited.map {
          .object([$0.record: .array($0.values.names.map(JSONValue.string))])
        }),
      "operation": JSONValue(Self.words[operation]), "channel_id": .string(watch.channelID),
      "token": JSONValue(watch.token),
    ]
    return OutgoingPost(url: watch.notifyURL, body: JSONValue.object(body).data)
  }
}
