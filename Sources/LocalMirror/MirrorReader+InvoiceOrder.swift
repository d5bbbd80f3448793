import GRDB
import Sales

extension MirrorReader {
  /// The rows of a question that names an order, or wants only what is paid in part: sorted, since no
  /// index has them in that order.
  func sorted(_ query: InvoiceQuery) throws -> ListCache.FoundList {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let group = query.group {
      let segment = group.segment(0, query.today)
      conditions.append(segment.condition)
      arguments += segment.arguments
    }
    if query.isPartPaid { conditions.append("standing = 'open' AND balance < total") }
    let words = SearchWords.split(query.words)
    if !words.isEmpty {
      let (condition, more) = SearchWords.condition("w.words", words)
      conditions.append("row IN (SELECT invoice FROM invoice_words AS w WHERE \(condition))")
      arguments += more
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT row, total, currency FROM invoices
        \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
        ORDER BY \(Self.terms(query.order))
        """, arguments: arguments)
    var found = FoundRows()
    while let row = try rows.next() { found.add(row[0], row[1], row[2]) }
    return found.list
  }

  /// Which invoices a question is about, in its order: all of them, for marks.
  public func invoiceIDs(_ query: InvoiceQuery) throws -> [Invoice.ID] {
    try InvoiceColumns.invoices(sorted(query).rows, db).map(\.id)
  }

  /// The invoices of those ids, in that order, as far as they are here.
  public func invoices(_ ids: [Invoice.ID]) throws -> [Invoice] {
    let found = try InvoiceColumns.fetch(
      db, "WHERE id IN (SELECT value FROM json_each(?))", [try Stored.json(ids.map(\.rawValue))])
    let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    return ids.compactMap { byID[$0] }
  }

  /// What was due on that day or before and is not paid, the latest first.
  public func invoices(dueBy day: CalendarDate) throws -> [Invoice] {
    try InvoiceColumns.fetch(
      db, "WHERE standing = 'open' AND sort_day <= ? AND balance > 0 ORDER BY sort_day, row",
      [day.description])
  }

  /// The events of every invoice of a customer that are known here.
  public func invoiceEvents(of customer: Customer.ID) throws -> [InvoiceEvent] {
    try String.fetchAll(
      db,
      sql: """
        SELECT e.content FROM invoices AS i JOIN invoice_events AS e ON e.invoice = i.id
        WHERE i.customer_id = ?
        """, arguments: [customer.rawValue]
    ).map { try Stored.value(InvoiceEvent.self, $0) }
  }

  /// What is paid in part.
  func partPaid() throws -> InvoiceSummary.Column {
    var column = InvoiceSummary.Column(
      group: .open, count: 0, totals: Totals(), balances: Totals())
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT currency, count(*), sum(total), sum(balance) FROM invoices
        INDEXED BY invoices_part_paid WHERE standing = 'open' AND balance < total GROUP BY 1
        """)
    for row in rows {
      let currency = Currency(row[0])
      column.count += row[1] as Int
      column.totals.add(Money(StoredAmount.decimal(row[2]), currency))
      column.balances.add(Money(StoredAmount.decimal(row[3]), currency))
    }
    return column
  }

  /// What is unpaid, by how long it has been due.
  func ageing(today: CalendarDate) throws -> [AgeBucket: Totals] {
    var buckets: [AgeBucket: Totals] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT day, currency, balance FROM invoice_totals WHERE standing = 'open'")
    for row in rows {
      // Without a due day nothing is late, unless Books says so.
      let day = CalendarDate(row[0] as String)
      let late = (row[0] as String) == "0000-00-00" ? 1 : day.map { $0.days(until: today) } ?? 0
      buckets[AgeBucket(daysLate: late), default: Totals()].add(
        Money(StoredAmount.decimal(row[2]), Currency(row[1])))
    }
    return buckets
  }

  private static func terms(_ order: InvoiceOrder?) -> String {
    guard let order else { return "sort_day, row" }
    let direction = order.isDescending ? "DESC" : "ASC"
    let term =
      switch order.key {
      case .number: "number COLLATE NOCASE"
      case .customer: "customer_name COLLATE NOCASE"
      case .date: "date"
      case .due: "due"
      case .total: "total"
      case .balance: "balance"
      case .status: "status"
      }
    return "\(term) \(direction), row \(direction)"
  }
}
