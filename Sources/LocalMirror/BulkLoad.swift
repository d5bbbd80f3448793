import GRDB

/// Takes the indexes of deals away while a great part of all deals comes in, and builds them anew: to
/// sort a hundred thousand entries once is far quicker than to put each in its place.
struct BulkLoad {
  let db: Database

  /// Fewer rows never pay for building indexes anew.
  private static let smallest = 2000

  /// Does the work without the indexes that have the column, or without any when none is given.
  func run(
    changing count: Int, column: String = "", _ work: () throws -> Void
  ) throws {
    let present = try Int.fetchOne(db, sql: "SELECT coalesce(sum(count), 0) FROM deal_days") ?? 0
    guard count >= Self.smallest, count >= present / 4 else { return try work() }
    let indexes = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND tbl_name = 'deals' AND instr(sql, ?) > 0
        """, arguments: [column])
    for index in indexes { try db.execute(sql: "DROP INDEX \(index[0] as String)") }
    try work()
    for index in indexes { try db.execute(sql: index[1]) }
  }
}
