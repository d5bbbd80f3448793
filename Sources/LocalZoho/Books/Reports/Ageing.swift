import Foundation
import GRDB

/// How old what customers owe is: the open invoices, by days since they were due, in columns of so
/// many days. Nothing is added up across currencies but in the organization's own.
struct Ageing {
  /// A column: 1 to 15 days, or more than 45.
  struct Interval {
    var first: Int
    var last: Int?

    var name: String {
      last.map { "\(first) - \($0) Days" } ?? "> \(first - 1) Days"
    }
  }

  struct OpenInvoice {
    var row: Row
    var currency: Currency
    /// Days since it was due; none before.
    var age: Int

    var customer: Int64 { row["customer_id"] }
    var balance: Decimal { Decimal(millionths: row["balance"]) }
    func baseBalance(_ base: Currency) -> Decimal {
      (balance * Decimal(millionths: row["exchange_rate"])).rounded(places: base.places)
    }
  }

  let intervals: [Interval]
  let invoices: [OpenInvoice]
  let base: Currency

  /// - Throws: code 2 for columns that are none.
  init(_ call: BooksCall, _ db: Database) throws {
    let width = try Self.number("interval_range", 15, 1...365, call)
    let columns = try Self.number("number_of_columns", 4, 1...12, call)
    intervals = (0..<columns).map { place in
      Interval(
        first: place * width + 1, last: place == columns - 1 ? nil : (place + 1) * width)
    }
    base = try Currency.base(db)
    var day = call.today
    if let text = call.query["report_date"] ?? call.query["to_date"], !text.isEmpty {
      guard let asked = Day(text) else { throw Refusal.booksInvalid("report_date") }
      day = asked
    }
    let isByInvoiceDate = call.query["aging_by"] == "invoicedate"
    let currencies = try Currency.all(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM books_invoices WHERE state = 'sent' AND balance > 0 AND date <= ?
        ORDER BY customer_name, currency_id, due_date, invoice_id
        """, arguments: [day.description])
    let base = base
    invoices = rows.map { row in
      let from = Day(isByInvoiceDate ? row["date"] : row["due_date"] as String) ?? day
      return OpenInvoice(
        row: row, currency: currencies[row["currency_id"]] ?? base,
        age: max(0, day.number - from.number))
    }
  }

  private static func number(
    _ name: String, _ usual: Int, _ range: ClosedRange<Int>, _ call: BooksCall
  ) throws -> Int {
    guard let text = call.query[name], !text.isEmpty else { return usual }
    guard let number = Int(text), range.contains(number) else { throw Refusal.booksInvalid(name) }
    return number
  }

  /// The column an age belongs to, nil for what is not yet due.
  func interval(of age: Int) -> Int? {
    guard age > 0 else { return nil }
    return intervals.firstIndex { age <= $0.last ?? .max }
  }

  /// What some invoices of one currency come to, by column.
  func sums(_ invoices: [OpenInvoice]) -> JSONObject {
    var current: Decimal = 0
    var columns = intervals.map { _ in Decimal() }
    for invoice in invoices {
      if let place = interval(of: invoice.age) {
        columns[place] += invoice.balance
      } else {
        current += invoice.balance
      }
    }
    return [
      "current": .number(current),
      "intervals": .array(
        zip(intervals, columns).map { interval, sum in
          ["interval_name": .string(interval.name), "amount": .number(sum)]
        }),
      "total": .number(invoices.reduce(0) { $0 + $1.balance }),
      "bcy_total": .number(invoices.reduce(0) { $0 + $1.baseBalance(base) }),
    ]
  }
}
