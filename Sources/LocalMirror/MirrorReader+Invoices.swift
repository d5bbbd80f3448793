import GRDB
import Sales

extension MirrorReader {
  /// How many invoices are in each group on that day.
  public func invoiceSummary(today: CalendarDate) throws -> InvoiceSummary {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT iif(standing = 'open' AND day < ?, 'overdue', standing), currency, sum(count),
          sum(total), sum(balance)
        FROM invoice_totals GROUP BY 1, 2
        """, arguments: [today.description])
    var columns: [InvoiceGroup: InvoiceSummary.Column] = [:]
    for row in rows {
      guard let group = InvoiceGroup(rawValue: row[0]) else { continue }
      var column =
        columns[group]
        ?? InvoiceSummary.Column(group: group, count: 0, totals: Totals(), balances: Totals())
      let currency = Currency(row[1])
      column.count += row[2] as Int
      column.totals.add(Money(StoredAmount.decimal(row[3]), currency))
      column.balances.add(Money(StoredAmount.decimal(row[4]), currency))
      columns[group] = column
    }
    return InvoiceSummary(
      columns: InvoiceGroup.allCases.compactMap { columns[$0] }, partPaid: try partPaid(),
      ageing: try ageing(today: today))
  }

  /// A window of invoices around a place or a record: what is overdue by due day, what is open by due
  /// day, then drafts, paid and void ones, each newest first. The totals are those of the invoices,
  /// not of what is unpaid.
  public func invoices(
    _ query: InvoiceQuery, around anchor: Anchor<Invoice>, limit: Int
  ) throws -> Window<Invoice> {
    let list: OrderedList
    let totals: Totals
    if SearchWords.split(query.words).isEmpty, query.order == nil, !query.isPartPaid {
      let summary = try invoiceSummary(today: query.today)
      let groups = query.group.map { [$0] } ?? InvoiceGroup.byNeed
      list = .segments(groups.map { $0.segment(summary.column($0).count, query.today) })
      totals = groups.reduce(into: Totals()) { $0.add(summary.column($1).totals) }
    } else {
      let found = try lists.invoices(query, generation: generation()) {
        try query.order == nil && !query.isPartPaid ? search(query) : sorted(query)
      }
      list = .rows(found.rows)
      totals = found.totals
    }
    let part = try list.window(around: anchor, table: "invoices", limit: limit, db)
    return Window(
      count: list.count, totals: totals, start: part.start,
      rows: try InvoiceColumns.invoices(part.rows, db))
  }

  private func search(_ query: InvoiceQuery) throws -> ListCache.FoundList {
    let (condition, arguments) = SearchWords.condition(
      "w.words", SearchWords.split(query.words))
    var found = FoundRows()
    for group in query.group.map({ [$0] }) ?? InvoiceGroup.byNeed {
      let segment = group.segment(0, query.today)
      let direction = segment.isAscending ? "ASC" : "DESC"
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT i.row, i.total, i.currency
          FROM invoice_words AS w CROSS JOIN invoices AS i ON i.row = w.invoice
          WHERE \(condition) AND \(segment.condition)
          ORDER BY i.sort_day \(direction), i.row \(direction)
          """, arguments: arguments + segment.arguments)
      while let row = try rows.next() { found.add(row[0], row[1], row[2]) }
    }
    return found.list
  }

  /// An invoice as a list shows it.
  public func invoice(_ id: Invoice.ID) throws -> Invoice? {
    try InvoiceColumns.fetch(db, "WHERE id = ?", [id.rawValue]).first
  }

  /// The invoices of a deal, newest first.
  public func invoices(of deal: Deal.ID) throws -> [Invoice] {
    try InvoiceColumns.fetch(db, "WHERE deal = ? ORDER BY date DESC, row DESC", [deal.rawValue])
  }

  /// What a customer has not paid, oldest due first. Drafts and void ones do not count.
  ///
  /// The plus keeps SQLite from going through all open invoices instead of those of the customer.
  public func unpaidInvoices(of customer: Customer.ID) throws -> [Invoice] {
    try InvoiceColumns.fetch(
      db, "WHERE customer_id = ? AND +standing = 'open' ORDER BY sort_day, row",
      [customer.rawValue])
  }

  /// Everything around an invoice.
  public func invoiceFolder(_ id: Invoice.ID) throws -> InvoiceFolder? {
    guard let invoice = try invoice(id) else { return nil }
    return InvoiceFolder(
      invoice: invoice,
      detail: try String.fetchOne(
        db, sql: "SELECT content FROM invoice_details WHERE id = ?", arguments: [id.rawValue]
      ).map { try Stored.value(InvoiceDetail.self, $0) },
      payments: try String.fetchAll(
        db,
        sql: """
          SELECT p.content FROM payment_applications AS a JOIN payments AS p ON p.id = a.payment
          WHERE a.invoice = ? ORDER BY p.date DESC, p.id DESC
          """, arguments: [id.rawValue]
      ).map { try Stored.value(Payment.self, $0) },
      events: try String.fetchAll(
        db, sql: "SELECT content FROM invoice_events WHERE invoice = ? ORDER BY place",
        arguments: [id.rawValue]
      ).map { try Stored.value(InvoiceEvent.self, $0) },
      customer: try customer(invoice.customer.id))
  }
}

extension InvoiceGroup {
  /// The groups as a list of all shows them.
  static let byNeed: [InvoiceGroup] = [.overdue, .open, .approval, .draft, .paid, .void]

  /// The stretch of the index that holds the group on that day.
  func segment(_ count: Int, _ today: CalendarDate) -> Segment {
    let condition: String
    switch self {
    case .overdue: condition = "standing = 'open' AND sort_day < ?"
    case .open: condition = "standing = 'open' AND sort_day >= ?"
    case .draft, .approval, .paid, .void: condition = "standing = ?"
    }
    let isOpen = self == .open || self == .overdue
    return Segment(
      table: "invoices", index: "invoices_by_standing", condition: condition,
      arguments: [isOpen ? today.description : rawValue], column: "sort_day",
      isAscending: isOpen, count: count)
  }
}

/// Rows as they are found, with their sums.
struct FoundRows {
  private var rows: [Int64] = []
  private var sums: [String: Int64] = [:]

  mutating func add(_ row: Int64, _ amount: Int64, _ currency: String) {
    rows.append(row)
    sums[currency, default: 0] &+= amount
  }

  var list: ListCache.FoundList {
    ListCache.FoundList(
      rows: rows,
      totals: Totals(sums.map { Money(StoredAmount.decimal($0.value), Currency($0.key)) }))
  }
}
