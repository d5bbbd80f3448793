import Foundation
import GRDB

/// What a document puts on the debit side of an account, or, below nothing, on the credit side.
struct Posting {
  var account: Int64
  /// In the document's currency, in millionths.
  var debit: Int64
  /// In the organization's currency.
  var baseDebit: Int64

  init(_ account: Int64, debit: Int64, baseDebit: Int64) {
    self.account = account
    self.debit = debit
    self.baseDebit = baseDebit
  }

  /// - Parameter rate: base currency per unit.
  init(_ account: Int64, debit: Decimal, rate: Decimal = 1, places: Int = 2) {
    self.init(
      account, debit: debit.millionths ?? 0,
      baseDebit: (debit * rate).rounded(places: places).millionths ?? 0)
  }

  /// Writes what a document posts in place of what it posted before.
  static func replace(
    of source: Int64, _ kind: String, on date: String, with postings: [Posting], _ db: Database
  ) throws {
    try remove(of: source, db)
    // Ids of their own, so that what is posted leaves the ids of documents as they are.
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO books_postings
        SELECT coalesce(max(posting_id), 4600000000000900000) + 1, ?, ?, ?, ?, ?, ?
        FROM books_postings
        """)
    for posting in postings where posting.debit != 0 || posting.baseDebit != 0 {
      try insert.execute(arguments: [
        posting.account, source, kind, date, posting.debit, posting.baseDebit,
      ])
    }
  }

  /// Takes back what a document posted.
  static func remove(of source: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM books_postings WHERE source_id = ?")
      .execute(arguments: [source])
  }

  /// An account's sum: in its own currency, and in the organization's.
  static func balance(of account: Int64, _ db: Database) throws -> (own: Decimal, base: Decimal) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT coalesce(sum(debit), 0), coalesce(sum(bcy_debit), 0) FROM books_postings
        WHERE account_id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [account]) else { return (0, 0) }
    return (Decimal(millionths: row[0]), Decimal(millionths: row[1]))
  }

  static func exist(on account: Int64, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM books_postings WHERE account_id = ?)",
      arguments: [account]) ?? false
  }
}
