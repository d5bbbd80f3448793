import FoundationEssentials
import GRDB
import Sales

extension MirrorReader {
  /// A part of the records behind a bar, from a place of the whole list on; the largest first, what is
  /// late by due day. The count and the sum are those of all of them.
  public func reportRows(
    _ slice: ReportSlice, from start: Int, limit: Int
  ) throws -> Window<ReportRow> {
    switch slice {
    case .deals(let slice): try rows(slice, from: start, limit: limit)
    case .invoices(let slice): try rows(slice, from: start, limit: limit)
    case .payments(let slice): try rows(slice, from: start, limit: limit)
    }
  }

  private func rows(
    _ slice: DealSlice, from start: Int, limit: Int
  ) throws -> Window<ReportRow> {
    let (condition, arguments) = slice.condition()
    let sums = try sums(
      "count(*), coalesce(sum(amount), 0)", "deals INDEXED BY deals_for_reports", condition,
      arguments)
    let numbers = try Int64.fetchAll(
      db,
      sql: """
        SELECT number FROM deals INDEXED BY deals_for_reports WHERE \(condition)
        ORDER BY amount DESC, number LIMIT ? OFFSET ?
        """, arguments: arguments + [limit, start])
    return window(
      sums, slice.currency, start,
      try DealColumns.rows(numbers, db).map(\.deal).map {
        ReportRow(
          subject: .deal($0.id), title: $0.name, party: $0.account?.name ?? "",
          detail: $0.owner?.name ?? "", stage: $0.stage, day: $0.closingDate, amount: $0.amount)
      })
  }

  private func rows(
    _ slice: InvoiceSlice, from start: Int, limit: Int
  ) throws -> Window<ReportRow> {
    let isUnpaid = slice.late != nil
    let amount = isUnpaid ? "balance" : "total"
    let condition: String
    let arguments: StatementArguments
    if isUnpaid {
      let days = slice.dueDays
      condition = "standing = 'open' AND sort_day BETWEEN ? AND ? AND currency = ?"
      arguments = [days.lowerBound, days.upperBound, slice.currency.code]
    } else {
      let (period, months) = ReportMonth.condition("month", in: slice.dates)
      condition = "\(period) AND currency = ? AND standing IN ('open', 'paid')"
      arguments = months + [slice.currency.code]
    }
    let sums = try sums(
      "count(*), coalesce(sum(\(amount)), 0)", "invoices", condition, arguments)
    let invoices = try InvoiceColumns.fetch(
      db,
      """
      WHERE \(condition) ORDER BY \(isUnpaid ? "sort_day" : "\(amount) DESC"), row
      LIMIT ? OFFSET ?
      """, arguments + [limit, start])
    return window(
      sums, slice.currency, start,
      invoices.map {
        ReportRow(
          subject: .invoice($0.id), title: $0.number, party: $0.customer.name,
          detail: $0.status.text, day: isUnpaid ? $0.dueDate : $0.date,
          amount: Money(isUnpaid ? $0.balance : $0.total, $0.currency))
      })
  }

  private func rows(
    _ slice: PaymentSlice, from start: Int, limit: Int
  ) throws -> Window<ReportRow> {
    let (period, months) = ReportMonth.condition("month", in: slice.dates)
    let condition = "\(period) AND currency = ?"
    let arguments = months + [slice.currency.code]
    let sums = try sums(
      "count(*), coalesce(sum(amount), 0)", "payment_amounts", condition, arguments)
    let payments = try String.fetchAll(
      db,
      sql: """
        SELECT p.content FROM payment_amounts AS a CROSS JOIN payments AS p ON p.id = a.id
        WHERE \(condition) ORDER BY a.amount DESC, a.id LIMIT ? OFFSET ?
        """, arguments: arguments + [limit, start]
    ).map { try Stored.value(Payment.self, $0) }
    return window(
      sums, slice.currency, start,
      payments.map {
        ReportRow(
          subject: .payment($0.id), title: $0.number, party: $0.customer.name, detail: $0.mode,
          day: $0.date, amount: $0.amount)
      })
  }

  private func sums(
    _ values: String, _ source: String, _ condition: String, _ arguments: StatementArguments
  ) throws -> (count: Int, amount: Int64) {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(values) FROM \(source) WHERE \(condition)", arguments: arguments)
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  private func window(
    _ sums: (count: Int, amount: Int64), _ currency: Currency?, _ start: Int, _ rows: [ReportRow]
  ) -> Window<ReportRow> {
    var totals = Totals()
    if let currency { totals.add(Money(StoredAmount.decimal(sums.amount), currency)) }
    return Window(count: sums.count, totals: totals, start: start, rows: rows)
  }
}

extension DealSlice {
  /// The condition that a deal is one of them, with its arguments.
  func condition(withCurrency: Bool = true) -> (String, StatementArguments) {
    let marks = stages.map { _ in "?" }.joined(separator: ", ")
    var parts = ["pipeline = ?", "stage IN (\(marks))"]
    var arguments: StatementArguments = [pipeline.rawValue]
    arguments += StatementArguments(stages.map(\.rawValue))
    func add(_ part: String, _ values: StatementArguments = []) {
      parts.append(part)
      arguments += values
    }
    func add(_ column: String, _ value: Value) {
      switch value {
      case .any: break
      case .some(let text): add("\(column) = ?", [text])
      case .none: add("coalesce(\(column), '') = ''")
      }
    }
    if withCurrency { add("currency", currency.map { .some($0.code) } ?? .none) }
    add("owner_id", owner)
    add("closing_month", month)
    add("lost_reason", reason)
    if let period {
      let (condition, months) = ReportMonth.condition("closing_month", in: period)
      add(condition, months)
    }
    if let chance {
      add(
        """
        min(max(coalesce(probability, (SELECT s.probability FROM stages AS s
          WHERE s.pipeline = deals.pipeline AND s.id = deals.stage), 0), 0), 100) BETWEEN ? AND ?
        """, [chance.lowerBound, chance.upperBound])
    }
    if let age {
      // A deal whose stage is as old as the deal has no stage time of its own.
      let midnight = Int64(today.daysSinceEpoch + 1) * 86_400_000
      let since = "coalesce(stage_time, created)"
      let newest = midnight - Int64(age.lowerBound) * 86_400_000
      if age.lowerBound > 0 { add("\(since) < ?", [newest]) }
      if age.upperBound != .max {
        add("\(since) >= ?", [midnight - Int64(age.upperBound + 1) * 86_400_000])
      }
    }
    return (parts.joined(separator: " AND "), arguments)
  }
}
