import FoundationEssentials
import GRDB
import Sales

extension MirrorReader {
  /// The sums of a pipeline's board, one column for each stage: of all its deals, or of those that have
  /// every word.
  ///
  /// In a stage where deals are over, having nothing planned needs no attention.
  public func boardSummary(
    of pipeline: Pipeline.ID, words: String = "", need: DealNeed? = nil, today: CalendarDate
  ) throws -> BoardSummary {
    guard SearchWords.split(words).isEmpty, need == nil else {
      return try foundSummary(of: pipeline, words: words, need: need, today: today)
    }
    var columns: [Stage.ID: BoardSummary.Column] = [:]
    var order: [Stage.ID] = []
    func add(_ stage: Stage.ID) {
      if columns[stage] != nil { return }
      columns[stage] = BoardSummary.Column(
        stage: stage, count: 0, totals: Totals(), attention: 0)
      order.append(stage)
    }
    for stage in try stages(of: pipeline) { add(stage.id) }
    for row in try sums(of: pipeline) {
      add(row.stage)
      columns[row.stage]?.count += row.count
      if let amount = row.amount { columns[row.stage]?.totals.add(amount) }
    }
    for (stage, count) in try attention(in: pipeline, today: today) {
      columns[stage]?.attention = count
    }
    return BoardSummary(columns: order.compactMap { columns[$0] })
  }

  private func foundSummary(
    of pipeline: Pipeline.ID, words: String, need: DealNeed?, today: CalendarDate
  ) throws -> BoardSummary {
    let columns = try stages(of: pipeline).map { stage in
      let found = try foundDeals(
        DealQuery(pipeline: pipeline, stage: stage.id, words: words, need: need, today: today))
      return BoardSummary.Column(
        stage: stage.id, count: found.rows.count, totals: found.totals,
        attention: found.due + (stage.outcome == .open ? found.bare : 0))
    }
    return BoardSummary(columns: columns)
  }

  /// What a pipeline's open deals come to, each times its chance, per currency.
  public func weightedTotals(of pipeline: Pipeline.ID) throws -> Totals {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.currency, t.weighted, t.unweighted, s.probability
        FROM deal_totals AS t JOIN stages AS s ON s.pipeline = t.pipeline AND s.id = t.stage
        WHERE t.pipeline = ? AND s.outcome = 'open' AND t.currency <> ''
        """, arguments: [pipeline.rawValue])
    return Totals(
      rows.map { row in
        let chance: Int64 = row[3]
        let percents =
          StoredAmount.decimal(row[1]) + StoredAmount.decimal(row[2]) * Decimal(chance)
        return Money(percents.shifted(by: -2), Currency(row[0]))
      })
  }

  func totals(of pipeline: Pipeline.ID, stage: Stage.ID?) throws -> Totals {
    Totals(
      try sums(of: pipeline).filter { stage == nil || $0.stage == stage }.compactMap(\.amount))
  }

  private func sums(
    of pipeline: Pipeline.ID
  ) throws -> [(stage: Stage.ID, count: Int, amount: Money?)] {
    let statement = try db.cachedStatement(
      sql: "SELECT stage, count, currency, amount FROM deal_totals WHERE pipeline = ?")
    return try Row.fetchAll(statement, arguments: [pipeline.rawValue]).map { row in
      let currency: String = row[2]
      let amount =
        currency.isEmpty ? nil : Money(StoredAmount.decimal(row[3]), Currency(currency))
      return (Stage.ID(row[0]), row[1], amount)
    }
  }

  /// A deal without a day to come is kept under the empty day, which is before any other.
  private func attention(
    in pipeline: Pipeline.ID, today: CalendarDate
  ) throws -> [(Stage.ID, Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT y.stage, sum(y.count) FROM deal_days AS y
        LEFT JOIN stages AS s ON s.pipeline = y.pipeline AND s.id = y.stage
        WHERE y.pipeline = ? AND y.day <= ?
          AND (y.day <> '' OR coalesce(s.outcome, 'open') = 'open')
        GROUP BY y.stage
        """, arguments: [pipeline.rawValue, today.description]
    ).map { (Stage.ID($0[0]), $0[1]) }
  }
}
