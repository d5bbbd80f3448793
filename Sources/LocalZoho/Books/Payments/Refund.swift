import Foundation
import GRDB

/// Money given back of a payment or a credit, as the row holds it.
struct Refund: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "books_refunds"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var refundId: Int64
  /// The payment or credit.
  var sourceId: Int64
  var contactId: Int64
  var date = ""
  var refundMode = "cash"
  var referenceNumber = ""
  var amount: Int64 = 0
  var exchangeRate: Int64 = 1_000_000
  var accountId = ""
  var description = ""
  var createdTime: Int64

  /// - Throws: code 2 for a missing or bad day, amount or account.
  mutating func apply(_ fields: BooksFields, accountName: String) throws {
    if let day = try fields.day("date") { date = day.description }
    guard !date.isEmpty else { throw Refusal.booksInvalid("date") }
    if let value = try fields.number("amount") {
      guard value > 0, let stored = value.millionths else { throw Refusal.booksInvalid("amount") }
      amount = stored
    }
    guard amount > 0 else { throw Refusal.booksInvalid("amount") }
    if let mode = try fields.text("refund_mode", limit: 100), !mode.isEmpty { refundMode = mode }
    referenceNumber = try fields.text("reference_number", limit: 100) ?? referenceNumber
    description = try fields.text("description") ?? description
    accountId = try fields.id(accountName).map(String.init) ?? accountId
    exchangeRate = try fields.exchangeRate() ?? exchangeRate
  }

  static func total(of source: Int64, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT coalesce(sum(amount), 0) FROM books_refunds WHERE source_id = ?",
      arguments: [source]) ?? 0
  }
}
