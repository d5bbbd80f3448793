import GRDB

/// Ids as Zoho makes them: 19 digits, growing, as text. The same calls give the same ids.
enum RecordIDs {
  enum Product: String, Sendable {
    case crm, books

    var first: Int64 {
      switch self {
      case .crm: 4_150_868_000_000_500_001
      case .books: 4_600_000_000_000_100_001
      }
    }
  }

  /// The next id. Call it inside the transaction that uses it.
  static func next(_ product: Product, _ db: Database) throws -> String {
    String(try reserve(1, product, db).lowerBound)
  }

  /// The next ids, for bulk work.
  static func reserve(
    _ count: Int, _ product: Product, _ db: Database
  ) throws -> Range<Int64> {
    let last = try Int64.fetchOne(
      db, sql: "SELECT last FROM id_sequence WHERE product = ?", arguments: [product.rawValue])
    let start = last.map { $0 + 1 } ?? product.first
    let end = start + Int64(count)
    try db.execute(
      sql: "INSERT OR REPLACE INTO id_sequence (product, last) VALUES (?, ?)",
      arguments: [product.rawValue, end - 1])
    return start..<end
  }
}
