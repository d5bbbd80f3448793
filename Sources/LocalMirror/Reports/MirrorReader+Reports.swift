import GRDB
import Sales

extension MirrorReader {
  /// A report as of this moment.
  public func report(_ query: ReportQuery) throws -> Report {
    let bars: [ReportBar] =
      switch query.kind {
      case .funnel, .owners, .forecast, .reasons, .leaderboard:
        try DealReport(query: query, stages: try stages(of: query.pipeline), owners: owners())
          .bars(of: dealCells(query))
      case .ageing: try ageingBars(query)
      case .receivables: try receivableBars(query)
      case .billing: try billingBars(query)
      }
    return Report(query: query, bars: try homeFirst(bars))
  }

  /// The names of everybody by id.
  private func owners() throws -> [String: String] {
    Dictionary(try users().map { ($0.id.rawValue, $0.name) }) { first, _ in first }
  }

  /// The bars of the home currency before the others, which come by their code; deals without a value
  /// last.
  private func homeFirst(_ bars: [ReportBar]) throws -> [ReportBar] {
    let home = try organization()?.currency
    let currencies = Set(bars.compactMap(\.currency)).sorted {
      ($0 == home ? 0 : 1, $0.code) < ($1 == home ? 0 : 1, $1.code)
    }
    return currencies.flatMap { currency in bars.filter { $0.currency == currency } }
      + bars.filter { $0.currency == nil }
  }

  /// The deals that a report is about, counted by all that reports tell apart. Only lost ones are told
  /// apart by reason.
  private func dealCells(_ query: ReportQuery) throws -> [DealCell] {
    let (period, arguments) = ReportMonth.condition("closing_month", in: query.days)
    let reason = query.kind == .reasons ? "lost_reason" : "NULL"
    let statement = try db.cachedStatement(
      sql: """
        SELECT stage, currency, owner_id, closing_month, probability, \(reason), count(*),
          coalesce(sum(amount), 0)
        FROM deals INDEXED BY deals_for_reports
        WHERE pipeline = ? AND \(query.owner == nil ? "1" : "owner_id = ?") AND \(period)
        GROUP BY stage, currency, owner_id, closing_month, probability, 6
        """)
    let owner: StatementArguments = query.owner.map { [$0.rawValue] } ?? []
    var cells: [DealCell] = []
    let rows = try Row.fetchCursor(
      statement, arguments: [query.pipeline.rawValue] + owner + arguments)
    while let row = try rows.next() {
      cells.append(
        DealCell(
          stage: Stage.ID(row[0]), currency: (row[1] as String?).map { Currency($0) },
          owner: row[2], month: row[3], chance: row[4], reason: row[5], count: row[6],
          thousandths: row[7]))
    }
    return cells
  }
}
