import GRDB

/// A stretch of a list that lies together in an index: rows that satisfy one condition, ordered by
/// one column and then by arrival.
///
/// A list is a row of such stretches whose lengths are known, so that any place of it is found
/// without sorting and without walking over more than half of one stretch.
struct Segment {
  var table: String
  /// The index to walk.
  var index: String
  var condition: String
  var arguments: StatementArguments
  /// The column, with its collation; nil when all rows of the stretch are equal.
  var column: String?
  var isAscending = true
  var count: Int

  /// The row ids at those places of this stretch.
  func rows(_ range: Range<Int>, _ db: Database) throws -> [Int64] {
    if range.isEmpty { return [] }
    let isFromEnd = range.lowerBound > count / 2
    let offset = isFromEnd ? count - range.upperBound : range.lowerBound
    let statement = try db.cachedStatement(
      sql: """
        SELECT rowid FROM \(source) WHERE \(condition)
        ORDER BY \(order(isAscending != isFromEnd)) LIMIT ? OFFSET ?
        """)
    let rows = try Int64.fetchAll(statement, arguments: arguments + [range.count, offset])
    return isFromEnd ? rows.reversed() : rows
  }

  /// How many rows of this stretch come before the given one; nil when it is not in here.
  func place(of row: Int64, _ db: Database) throws -> Int? {
    let before = isAscending ? "<" : ">"
    guard
      try Bool.fetchOne(
        db, sql: "SELECT 1 FROM \(table) WHERE rowid = ? AND \(condition)",
        arguments: [row] + arguments) != nil
    else { return nil }
    guard let key = column else {
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(source) WHERE \(condition) AND rowid \(before) ?",
        arguments: arguments + [row])
    }
    let own = "(SELECT \(key) FROM \(table) WHERE rowid = ?)"
    return try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM \(source) WHERE \(condition) AND \(key) \(before) \(own))
          + (SELECT count(*) FROM \(source) WHERE \(condition) AND \(key) = \(own)
            AND rowid \(before) ?)
        """,
      arguments: arguments + [row] + arguments + [row, row])
  }

  private var source: String { "\(table) INDEXED BY \(index)" }

  private func order(_ isAscending: Bool) -> String {
    let direction = isAscending ? "ASC" : "DESC"
    return column.map { "\($0) \(direction), rowid \(direction)" } ?? "rowid \(direction)"
  }
}
