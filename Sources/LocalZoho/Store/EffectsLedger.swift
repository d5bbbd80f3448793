import FoundationEssentials
import GRDB

/// What really happened, in order. Only the server's own handlers append, in the transaction of the
/// change itself; no client can write here, and the tables refuse changes of old rows.
struct Effect: Hashable, Sendable {
  enum Verb: String, Sendable {
    case created, changed, deleted, mailed
  }

  enum Product: String, Sendable {
    case crm, books
  }

  var product: Product
  var verb: Verb
  /// The module or resource: `Deals`, `invoices`.
  var module: String
  var recordID: String
  /// What a test wants to see: changed fields, recipients, amounts.
  var summary: JSONObject

  init(
    _ product: Product, _ verb: Verb, _ module: String, _ recordID: String,
    _ summary: JSONObject = JSONObject()
  ) {
    self.product = product
    self.verb = verb
    self.module = module
    self.recordID = recordID
    self.summary = summary
  }
}

enum EffectsLedger {
  static func append(_ effect: Effect, at time: Date, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO effects (time, product, verb, module, record_id, summary)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      Timestamp.crm(time), effect.product.rawValue, effect.verb.rawValue, effect.module,
      effect.recordID, JSONValue.object(effect.summary).text,
    ])
  }

  /// The entries after a sequence number, as the ledger's endpoint shows them.
  static func entries(after sequence: Int, limit: Int, _ db: Database) throws -> [JSONValue] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM effects WHERE sequence > ? ORDER BY sequence LIMIT ?",
      arguments: [sequence, limit]
    ).map { row in
      [
        "sequence": JSONValue(row["sequence"] as Int), "time": JSONValue(row["time"] as String),
        "product": JSONValue(row["product"] as String), "verb": JSONValue(row["verb"] as String),
        "module": JSONValue(row["module"] as String),
        "record_id": JSONValue(row["record_id"] as String),
        "summary": try JSONValue(parsing: row["summary"] as String),
      ]
    }
  }
}
