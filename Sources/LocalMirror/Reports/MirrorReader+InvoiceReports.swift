import GRDB
import Sales

extension MirrorReader {
  /// What is unpaid, by how late it is: every step, also those without an invoice.
  func receivableBars(_ query: ReportQuery) throws -> [ReportBar] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT currency, day, count, balance FROM invoice_totals
        WHERE standing = 'open' ORDER BY currency
        """)
    var bars: [ReportBar] = []
    for code in Set(rows.map { $0[0] as String }).sorted() {
      for late in ReportCategory.lateness {
        let slice = InvoiceSlice.unpaid(
          late: late, today: query.today, currency: Currency(code))
        let days = slice.dueDays
        var bar = ReportBar(
          category: .late(late), slice: .invoices(slice), currency: slice.currency, count: 0,
          amount: 0)
        for row in rows where row[0] == code && days.contains(row[1]) {
          bar.count += row[2] as Int
          bar.amount += StoredAmount.decimal(row[3])
        }
        bars.append(bar)
      }
    }
    return bars
  }

  /// What was invoiced and what was paid, by month.
  func billingBars(_ query: ReportQuery) throws -> [ReportBar] {
    let (period, arguments) = ReportMonth.condition("month", in: query.days)
    let invoiced = try Row.fetchAll(
      db,
      sql: """
        SELECT month, currency, count(*), sum(total) FROM invoices INDEXED BY invoices_by_month
        WHERE \(period) AND standing IN ('open', 'paid') GROUP BY month, currency
        """, arguments: arguments
    ).compactMap { row in
      bar(row) { month, currency in
        let dates = month...month.endOfMonth
        return (
          .invoiced(month),
          .invoices(.invoiced(in: dates, today: query.today, currency: currency))
        )
      }
    }
    let paid = try Row.fetchAll(
      db,
      sql: """
        SELECT month, currency, count(*), sum(amount) FROM payment_amounts
        WHERE \(period) GROUP BY month, currency
        """, arguments: arguments
    ).compactMap { row in
      bar(row) { month, currency in
        (
          .paid(month),
          .payments(PaymentSlice(dates: month...month.endOfMonth, currency: currency))
        )
      }
    }
    return (invoiced + paid).enumerated().sorted { left, right in
      (left.element.category.month, left.offset) < (right.element.category.month, right.offset)
    }.map(\.element)
  }

  private func bar(
    _ row: Row, _ meaning: (CalendarDate, Currency) -> (ReportCategory, ReportSlice)
  ) -> ReportBar? {
    guard let month = ReportMonth.first(row[0]) else { return nil }
    let currency = Currency(row[1])
    let (category, slice) = meaning(month, currency)
    return ReportBar(
      category: category, slice: slice, currency: currency, count: row[2],
      amount: StoredAmount.decimal(row[3]))
  }
}

extension ReportCategory {
  /// The month of a bar of invoices or payments, for their order.
  fileprivate var month: CalendarDate {
    switch self {
    case .invoiced(let month), .paid(let month): month
    default: CalendarDate(daysSinceEpoch: 0)
    }
  }
}

extension InvoiceSlice {
  /// The due days of what is so many days late, as the local copy keeps them: an invoice without a due
  /// day counts as never due, or as late since ever when Books calls it overdue.
  var dueDays: ClosedRange<String> {
    guard let late else { return "0000-00-00"..."9999-12-31" }
    let first = late.upperBound == .max ? "0000-00-00" : day(late.upperBound)
    let last = late.lowerBound == .min ? "9999-12-31" : day(late.lowerBound)
    return min(first, last)...last
  }

  private func day(_ late: Int) -> String { today.adding(days: -late).description }
}
