import Foundation
import GRDB

extension CurrencyCalls {
  static func update(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    let places = try fields.integer("price_precision")
    guard (0...6).contains(places ?? 0) else { throw Refusal.booksInvalid("price_precision") }
    let currency = try call.write { db in
      let old = try find(call, db)
      if let code = try fields.text("currency_code"), code != old.code {
        throw Refusal.booksInvalid("currency_code")
      }
      try db.execute(
        sql: """
          UPDATE books_currencies SET currency_symbol = ?, price_precision = ?, currency_format = ?
          WHERE currency_id = ?
          """,
        arguments: [
          try fields.text("currency_symbol", limit: 5) ?? old.symbol, places ?? old.places,
          try fields.text("currency_format") ?? old.format, old.id,
        ])
      try call.record(.changed, "currencies", old.id, ["currency_code": .string(old.code)], db)
      return try find(call, db)
    }
    return BooksCall.success(
      "Currency information has been saved.", ["currency": .object(currency.json)])
  }

  static func delete(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let currency = try find(call, db)
      let isUsed = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM books_contacts WHERE currency_id = :id)
            OR EXISTS (SELECT 1 FROM books_invoices WHERE currency_id = :id)
            OR EXISTS (SELECT 1 FROM books_payments WHERE currency_id = :id)
          """, arguments: ["id": currency.id])
      guard !currency.isBase, isUsed == false else {
        throw Refusal.books(
          400, 1003,
          "The currency \"\(currency.code)\" cannot be deleted as it is used in transactions.")
      }
      try db.execute(
        sql: "DELETE FROM books_currencies WHERE currency_id = ?", arguments: [currency.id])
      try call.record(
        .deleted, "currencies", currency.id, ["currency_code": .string(currency.code)], db)
    }
    return BooksCall.success("The currency has been deleted.")
  }

  static func rate(_ call: BooksCall) throws -> ZohoReply {
    let json = try call.read { try found(call, $0) }
    return BooksCall.success(["exchange_rate": json])
  }

  static func updateRate(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    let day = try fields.day("effective_date")
    let rate = try fields.number("rate")
    guard rate.map({ $0 > 0 }) ?? true else { throw Refusal.booksInvalid("rate") }
    let json = try call.write { db in
      _ = try found(call, db)
      let id = try call.id("exchange_rate_id", of: "Exchange rate")
      try db.execute(
        sql: """
          UPDATE OR REPLACE books_exchange_rates
          SET effective_date = coalesce(?, effective_date), rate = coalesce(?, rate)
          WHERE exchange_rate_id = ?
          """, arguments: [day?.description, rate?.millionths, id])
      try call.record(.changed, "exchangerates", id, JSONObject(), db)
      return try found(call, db)
    }
    return BooksCall.success("The exchange rate has been updated.", ["exchange_rate": json])
  }

  static func deleteRate(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      _ = try found(call, db)
      let id = try call.id("exchange_rate_id", of: "Exchange rate")
      try db.execute(
        sql: "DELETE FROM books_exchange_rates WHERE exchange_rate_id = ?", arguments: [id])
      try call.record(.deleted, "exchangerates", id, JSONObject(), db)
    }
    return BooksCall.success("Exchange rate successfully deleted")
  }

  private static func found(_ call: BooksCall, _ db: Database) throws -> JSONValue {
    let currency = try find(call, db)
    let row = try Row.fetchOne(
      db,
      sql: "SELECT * FROM books_exchange_rates WHERE exchange_rate_id = ? AND currency_id = ?",
      arguments: [try call.id("exchange_rate_id", of: "Exchange rate"), currency.id])
    guard let row else { throw Refusal.booksMissing("Exchange rate") }
    return rateJSON(row, currency)
  }
}
