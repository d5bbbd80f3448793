import GRDB
import Sales

extension MirrorReader {
  /// Open deals by stage and by how long they have stood in it, those that stand longest last.
  func ageingBars(_ query: ReportQuery) throws -> [ReportBar] {
    var bars: [ReportBar] = []
    for stage in try stages(of: query.pipeline) where stage.outcome == .open {
      bars += try ReportCategory.ages.flatMap { try ageingBars(query, stage, days: $0) }
    }
    return bars
  }

  private func ageingBars(
    _ query: ReportQuery, _ stage: Stage, days: ClosedRange<Int>
  ) throws -> [ReportBar] {
    var slice = DealSlice(
      pipeline: query.pipeline, stages: [stage.id], currency: nil, today: query.today)
    slice.age = days
    if let owner = query.owner { slice.owner = .some(owner.rawValue) }
    let (condition, arguments) = slice.condition(withCurrency: false)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT currency, count(*), coalesce(sum(amount), 0)
        FROM deals INDEXED BY deals_for_reports WHERE \(condition) GROUP BY currency
        """, arguments: arguments
    ).map { row in
      var slice = slice
      slice.currency = (row[0] as String?).map { Currency($0) }
      return ReportBar(
        category: .age(stage: stage.name, days: days), slice: .deals(slice),
        currency: slice.currency, count: row[1], amount: StoredAmount.decimal(row[2]))
    }
  }
}
