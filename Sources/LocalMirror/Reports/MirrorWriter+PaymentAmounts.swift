import GRDB
import Sales

extension MirrorWriter {
  /// Keeps what a payment adds to the sums of its month.
  func keepAmount(of payment: Payment) throws {
    let put = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO payment_amounts VALUES (?, ?, ?, ?)")
    try put.execute(arguments: [
      payment.id.rawValue, ReportMonth.text(payment.date), payment.amount.currency.code,
      StoredAmount(payment.amount.amount).thousandths,
    ])
  }
}

/// Months as reports keep them: `2026-06`.
enum ReportMonth {
  static func text(_ day: CalendarDate) -> String { String(day.description.prefix(7)) }

  static func first(_ text: String) -> CalendarDate? { CalendarDate(text + "-01") }

  /// The condition that a column lies in a period, with its arguments; always so without a period.
  static func condition(
    _ column: String, in period: ClosedRange<CalendarDate>?
  ) -> (String, StatementArguments) {
    guard let period else { return ("1", []) }
    return (
      "\(column) BETWEEN ? AND ?", [text(period.lowerBound), text(period.upperBound)]
    )
  }
}
