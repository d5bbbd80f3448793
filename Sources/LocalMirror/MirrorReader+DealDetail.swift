import GRDB
import Sales

extension MirrorReader {
  /// Everything around a deal.
  public func dealDetail(_ id: Deal.ID) throws -> DealDetail? {
    guard let row = try deal(id) else { return nil }
    var detail = DealDetail(
      row: row, history: try history(of: id), notes: try notes(of: id),
      activities: try activities(of: id), invoices: try invoices(of: id))
    detail.contact = try row.deal.contact.flatMap { try contact($0.id) }
    guard let company = row.deal.account?.id else { return detail }
    detail.account = try account(company)
    (detail.openDeals, detail.openTotals) = try openDeals(of: company)
    if let match = try customer(for: company, contact: row.deal.contact?.id) {
      detail.customer = match.customer
      detail.unpaid = try unpaidInvoices(of: match.customer.id)
    }
    return detail
  }

  private func history(of deal: Deal.ID) throws -> [StageChange] {
    try Row.fetchAll(
      db, sql: "SELECT stage, time, changed_by FROM stage_changes WHERE deal = ? ORDER BY place",
      arguments: [deal.rawValue]
    ).map { StageChange(stage: Stage.ID($0[0]), time: Stored.date($0[1]), by: $0[2]) }
  }

  private func notes(of deal: Deal.ID) throws -> [Note] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, title, content, parent, author, created, modified FROM notes
        WHERE parent = ? ORDER BY created DESC, id DESC
        """, arguments: [deal.rawValue]
    ).map {
      Note(
        id: Note.ID($0[0]), title: $0[1], content: $0[2], parent: $0[3], author: $0[4],
        createdTime: Stored.date($0[5]), modifiedTime: Stored.date($0[6]))
    }
  }

  /// Those not done by day, those without a day after them, then those done, the last first.
  private func activities(of deal: Deal.ID) throws -> [Activity] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(ActivityColumns.names(of: "a")) FROM activities AS a WHERE deal = ?
        ORDER BY is_done, iif(is_done, NULL, day IS NULL), iif(is_done, NULL, day),
          iif(is_done, day, NULL) DESC, time, id
        """, arguments: [deal.rawValue]
    ).compactMap { ActivityColumns.activity($0, from: 0) }
  }

  private func openDeals(of account: Account.ID) throws -> (Int, Totals) {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.amount, d.exact_amount, d.currency
        FROM deals AS d LEFT JOIN stages AS s ON s.pipeline = d.pipeline AND s.id = d.stage
        WHERE d.account_id = ? AND coalesce(s.outcome, 'open') = 'open'
        """, arguments: [account.rawValue])
    let amounts = rows.compactMap { row -> Money? in
      guard let thousandths = row[0] as Int64?, let code = row[2] as String? else { return nil }
      return Money(StoredAmount.decimal(thousandths, exact: row[1]), Currency(code))
    }
    return (rows.count, Totals(amounts))
  }
}
