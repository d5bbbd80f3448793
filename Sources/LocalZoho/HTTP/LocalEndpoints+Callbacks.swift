import FoundationEssentials
import GRDB

/// A place for callbacks and notifications to go: `/_local/callbacks` of this server or another.
extension LocalEndpoints {
  static let callbackMigrations = [
    ZohoStore.Migration(name: "local 1: callbacks") { db in
      try db.execute(
        sql: """
          CREATE TABLE callbacks (
            id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, query TEXT NOT NULL,
            body BLOB NOT NULL
          );
          """)
    }
  ]

  func keepCallback(_ request: ZohoRequest) throws -> ZohoReply {
    let query = JSONObject(request.query.items.map { ($0.name, JSONValue.string($0.value)) })
    try store.write { db in
      try db.execute(
        sql: "INSERT INTO callbacks (time, query, body) VALUES (?, ?, ?)",
        arguments: [Timestamp.crm(store.now()), JSONValue.object(query).text, request.body])
    }
    return .empty(204)
  }

  /// What was posted after a number, in order.
  func callbacks(_ request: ZohoRequest) throws -> ZohoReply {
    let after = try number("after", 0, request)
    let rows = try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM callbacks WHERE id > ? ORDER BY id LIMIT 1000",
        arguments: [after])
    }
    let callbacks = try rows.map { row -> JSONValue in
      let body: Data = row["body"]
      return [
        "id": JSONValue(row["id"] as Int), "time": .string(row["time"]),
        "query": try JSONValue(parsing: row["query"] as String),
        "body": (try? JSONValue(parsing: body)) ?? .string(String(decoding: body, as: UTF8.self)),
      ]
    }
    return .json(200, ["callbacks": .array(callbacks)])
  }
}
