import Foundation
import GRDB

/// A currency of the organization.
struct Currency: Hashable, Sendable {
  var id: Int64
  var code: String
  var name: String
  var symbol: String
  /// Decimals of an amount.
  var places: Int
  var format: String
  var isBase: Bool

  init(row: Row) {
    id = row["currency_id"]
    code = row["currency_code"]
    name = row["currency_name"]
    symbol = row["currency_symbol"]
    places = row["price_precision"]
    format = row["currency_format"]
    isBase = row["is_base_currency"]
  }

  static func find(_ id: Int64, _ db: Database) throws -> Currency? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM books_currencies WHERE currency_id = ?", arguments: [id]
    ).map(Currency.init)
  }

  static func find(code: String, _ db: Database) throws -> Currency? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM books_currencies WHERE currency_code = ?", arguments: [code]
    ).map(Currency.init)
  }

  static func base(_ db: Database) throws -> Currency {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM books_currencies ORDER BY is_base_currency DESC LIMIT 1")
    guard let row else { throw Refusal.booksMissing("Currency") }
    return Currency(row: row)
  }

  static func all(_ db: Database) throws -> [Int64: Currency] {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM books_currencies")
    return Dictionary(
      rows.map { ($0["currency_id"], Currency(row: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Base currency per unit on a day: the latest rate not after it, else 1.
  func exchangeRate(on day: Day, _ db: Database) throws -> Decimal {
    if isBase { return 1 }
    let rate = try Int64.fetchOne(
      db,
      sql: """
        SELECT rate FROM books_exchange_rates WHERE currency_id = ?
        ORDER BY effective_date > ?, abs(julianday(effective_date) - julianday(?)) LIMIT 1
        """, arguments: [id, day.description, day.description])
    return rate.map(Decimal.init(millionths:)) ?? 1
  }

  /// An amount as people read it: `£1,250.00`.
  func text(_ amount: Decimal) -> String {
    let sign = amount < 0 ? "-" : ""
    return sign + symbol + amount.magnitude.text(places: places, grouped: true)
  }

  var json: JSONObject {
    [
      "currency_id": .string(String(id)), "currency_code": .string(code),
      "currency_name": .string(name), "currency_symbol": .string(symbol),
      "price_precision": JSONValue(places), "currency_format": .string(format),
      "is_base_currency": JSONValue(isBase),
    ]
  }
}
