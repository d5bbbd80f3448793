import Foundation
import GRDB

/// One of the small things Books keeps: an account, a project, an expense.
struct BooksRecord {
  var id: Int64
  /// `project`, as ``BooksResource/kind`` names it.
  var kind: String
  /// What it is part of: a task's project.
  var parent: Int64?
  var status: String
  /// As replies show them: ids and days are texts, amounts numbers.
  var members: JSONObject
  /// Seconds since 1970.
  var created: Int64
  var modified: Int64

  init(
    id: Int64, kind: String, parent: Int64? = nil, status: String = "active",
    members: JSONObject = JSONObject(), created: Int64
  ) {
    self.id = id
    self.kind = kind
    self.parent = parent
    self.status = status
    self.members = members
    self.created = created
    modified = created
  }

  init(row: Row) throws {
    id = row["record_id"]
    kind = row["kind"]
    parent = row["parent_id"]
    status = row["status"]
    members = try JSONValue(parsing: row["members"] as String).objectValue ?? JSONObject()
    created = row["created_time"]
    modified = row["last_modified_time"]
  }

  static func find(_ id: Int64, _ kind: String, _ db: Database) throws -> BooksRecord? {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM books_records WHERE record_id = ? AND kind = ?")
    return try Row.fetchOne(statement, arguments: [id, kind]).map(BooksRecord.init)
  }

  /// Those of a kind, oldest first, that meet a condition on `members` or another column.
  static func all(
    _ kind: String, where condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [BooksRecord] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM books_records WHERE kind = ? AND \(condition) ORDER BY record_id",
      arguments: [kind] + arguments
    ).map(BooksRecord.init)
  }

  /// All of a kind, oldest first.
  static func all(_ kind: String, _ db: Database) throws -> [BooksRecord] {
    try all(kind, where: "1", [], db)
  }

  /// SQL that reads a member.
  static func column(_ member: String) -> String { "json_extract(members, '$.\(member)')" }

  /// Writes it, whether it is new or not.
  func save(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO books_records VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (record_id) DO UPDATE SET status = excluded.status,
          members = excluded.members, last_modified_time = excluded.last_modified_time
        """)
    try statement.execute(arguments: [
      id, kind, parent, status, JSONValue.object(members).text, created, modified,
    ])
  }

  /// Takes it away with its parts, postings and history.
  func delete(_ db: Database) throws {
    for source in [
      "books_postings WHERE source_id", "books_comments WHERE transaction_id",
      "books_attachments WHERE owner_id",
      "books_records WHERE parent_id", "books_records WHERE record_id",
    ] {
      try db.execute(sql: "DELETE FROM \(source) = ?", arguments: [id])
    }
  }

  func text(_ member: String) -> String { members[member]?.stringValue ?? "" }
  func number(_ member: String) -> Decimal { members[member]?.numberValue ?? 0 }
  func isTrue(_ member: String) -> Bool { members[member]?.boolValue ?? false }
  func id(_ member: String) -> Int64? { Int64(text(member)) }
  func day(_ member: String) -> Day? { Day(text(member)) }

  /// The objects of a list member.
  func lines(_ member: String) -> [JSONObject] {
    members[member]?.arrayValue?.compactMap(\.objectValue) ?? []
  }

  mutating func set(_ member: String, _ value: JSONValue) { members[member] = value }
}
