import FoundationEssentials
import GRDB

/// A message as it would have left the server.
struct Mail: Hashable, Sendable {
  var sender: String
  /// Envelope recipients: to, cc and bcc.
  var recipients: [String]
  var subject: String
  /// RFC 5322, CRLF line ends.
  var message: Data
}

/// Where "sent" mail lands, to be listed and read.
enum Mailbox {
  /// Keeps a message in the caller's transaction; returns its number.
  @discardableResult
  static func keep(_ mail: Mail, at time: Date, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO mail (time, sender, recipients, subject, message) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        Timestamp.crm(time), mail.sender,
        JSONValue.array(mail.recipients.map(JSONValue.string)).text, mail.subject, mail.message,
      ])
    return db.lastInsertedRowID
  }

  /// The messages after a number, without their bodies.
  static func list(after number: Int, limit: Int, _ db: Database) throws -> [JSONValue] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, time, sender, recipients, subject, length(message) AS size FROM mail
        WHERE id > ? ORDER BY id LIMIT ?
        """, arguments: [number, limit]
    ).map { row in
      [
        "id": JSONValue(row["id"] as Int), "time": JSONValue(row["time"] as String),
        "from": JSONValue(row["sender"] as String),
        "recipients": try JSONValue(parsing: row["recipients"] as String),
        "subject": JSONValue(row["subject"] as String), "size": JSONValue(row["size"] as Int),
      ]
    }
  }

  /// The whole message; nil when there is none of that number.
  static func message(_ number: Int, _ db: Database) throws -> Data? {
    try Data.fetchOne(db, sql: "SELECT message FROM mail WHERE id = ?", arguments: [number])
  }
}
