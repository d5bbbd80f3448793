import Foundation
import GRDB

/// https://www.zoho.com/books/api/v3/currency/
enum CurrencyCalls {
  static let routes = [
    BooksRoute("GET", "settings/currencies", "settings.READ", list),
    BooksRoute("POST", "settings/currencies", "settings.CREATE", create),
    BooksRoute("GET", "settings/currencies/{currency_id}", "settings.READ", get),
    BooksRoute("PUT", "settings/currencies/{currency_id}", "settings.UPDATE", update),
    BooksRoute("DELETE", "settings/currencies/{currency_id}", "settings.DELETE", delete),
    BooksRoute("GET", "settings/currencies/{currency_id}/exchangerates", "settings.READ", rates),
    BooksRoute(
      "POST", "settings/currencies/{currency_id}/exchangerates", "settings.CREATE", addRate),
    BooksRoute("GET", ratePath, "settings.READ", rate),
    BooksRoute("PUT", ratePath, "settings.UPDATE", updateRate),
    BooksRoute("DELETE", ratePath, "settings.DELETE", deleteRate),
  ]

  private static let ratePath =
    "settings/currencies/{currency_id}/exchangerates/{exchange_rate_id}"

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query, sorts: ["currency_code": "currency_code"], defaultSort: "currency_code",
      descending: false, tiebreak: "currency_id")
    if call.query["filter_by"] == "Currencies.ExcludeBaseCurrency" {
      list.require("NOT is_base_currency")
    }
    return try call.read { db in
      let page = try list.rows(select: "SELECT * FROM books_currencies", db)
      let currencies = try page.rows.map { row -> JSONValue in
        let currency = Currency(row: row)
        var json = currency.json
        json.append("exchange_rate", .number(try currency.exchangeRate(on: call.today, db)))
        json.append("effective_date", .string(currency.isBase ? "" : call.today.description))
        return .object(json)
      }
      return BooksCall.success([
        "currencies": .array(currencies),
        "page_context": list.context(hasMore: page.hasMore, report: "Currencies"),
      ])
    }
  }

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    guard let code = try fields.text("currency_code", limit: 3), code.count == 3 else {
      throw Refusal.booksInvalid("currency_code")
    }
    let places = try fields.integer("price_precision") ?? 2
    guard (0...6).contains(places) else { throw Refusal.booksInvalid("price_precision") }
    let symbol = try fields.text("currency_symbol", limit: 5) ?? code
    let format = try fields.text("currency_format") ?? "1,234,567.89"
    let currency = try call.write { db in
      guard try Currency.find(code: code, db) == nil else {
        throw Refusal.books(400, 1001, "Currency \"\(code)\" already exists.")
      }
      let id = try BooksStart.nextID(db)
      try db.execute(
        sql: "INSERT INTO books_currencies VALUES (?, ?, ?, ?, ?, ?, 0)",
        arguments: [id, code, code, symbol, places, format])
      try call.record(.created, "currencies", id, ["currency_code": .string(code)], db)
      return try Currency.find(id, db)
    }
    return BooksCall.success(
      "The currency has been added.", status: 201,
      ["currency": .object(currency?.json ?? JSONObject())])
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    let currency = try call.read { try find(call, $0) }
    return BooksCall.success(["currency": .object(currency.json)])
  }

  private static func rates(_ call: BooksCall) throws -> ZohoReply {
    var sql = "SELECT * FROM books_exchange_rates WHERE currency_id = ?"
    var after: String?
    if let text = call.query["from_date"], !text.isEmpty {
      guard let day = Day(text) else { throw Refusal.booksInvalid("from_date") }
      after = day.description
    } else if call.isTrue("is_current_date") {
      after = call.today.description
    }
    return try call.read { db in
      let currency = try find(call, db)
      var arguments: StatementArguments = [currency.id]
      if let after {
        sql += """
           AND effective_date >= coalesce((SELECT max(effective_date) FROM books_exchange_rates
          WHERE currency_id = ? AND effective_date <= ?), ?)
          """
        arguments += [currency.id, after, after]
      }
      let rates = try Row.fetchAll(
        db, sql: sql + " ORDER BY effective_date DESC", arguments: arguments)
      return BooksCall.success([
        "exchange_rates": .array(rates.map { rateJSON($0, currency) })
      ])
    }
  }

  private static func addRate(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    guard let day = try fields.day("effective_date") else {
      throw Refusal.booksInvalid("effective_date")
    }
    guard let rate = try fields.number("rate"), rate > 0 else { throw Refusal.booksInvalid("rate") }
    let json = try call.write { db in
      let currency = try find(call, db)
      guard !currency.isBase else { throw Refusal.booksInvalid("currency_id") }
      let id = try BooksStart.nextID(db)
      try db.execute(
        sql: "INSERT OR REPLACE INTO books_exchange_rates VALUES (?, ?, ?, ?)",
        arguments: [id, currency.id, day.description, rate.millionths])
      try call.record(.created, "exchangerates", id, ["rate": .number(rate)], db)
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM books_exchange_rates WHERE exchange_rate_id = ?", arguments: [id])
      return row.map { rateJSON($0, currency) } ?? .null
    }
    return BooksCall.success(
      "The exchange rate has been added.", status: 201, ["exchange_rate": json])
  }

  static func find(_ call: BooksCall, _ db: Database) throws -> Currency {
    guard let currency = try Currency.find(call.id("currency_id", of: "Currency"), db) else {
      throw Refusal.booksMissing("Currency")
    }
    return currency
  }

  static func rateJSON(_ row: Row, _ currency: Currency) -> JSONValue {
    [
      "exchange_rate_id": .string(String(row["exchange_rate_id"] as Int64)),
      "currency_id": .string(String(currency.id)), "currency_code": .string(currency.code),
      "effective_date": .string(row["effective_date"]),
      "rate": .number(Decimal(millionths: row["rate"])),
    ]
  }
}
