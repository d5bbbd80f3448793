import GRDB
import Sales

/// The stretches of index that make up a list of deals without words. Rows that lack the value a
/// list is ordered by come last, whichever way it is ordered.
struct DealSegments {
  let db: Database
  let query: DealQuery

  /// The stretches in order; nil when no index has this order.
  func find() throws -> [Segment]? {
    switch query.order {
    case .need: try byNeed()
    case .column(.next, let isAscending): try byNextDay(isAscending)
    case .column(.stage, let isAscending): try byStage(isAscending)
    case .column(let column, let isAscending):
      query.stage == nil ? try byColumn(column, isAscending) : nil
    }
  }

  private func byNeed() throws -> [Segment] {
    let today = query.today.description
    return try [
      dated("next_day <= ?", [today], count: days("day <> '' AND day <= ?", [today])),
      undated(),
      dated("next_day > ?", [today], count: days("day > ?", [today])),
    ]
  }

  private func byNextDay(_ isAscending: Bool) throws -> [Segment] {
    try [
      dated("next_day > ''", [], isAscending, count: days("day <> ''")), undated(isAscending),
    ]
  }

  private func byStage(_ isAscending: Bool) throws -> [Segment] {
    let known = try String.fetchAll(
      db, sql: "SELECT id FROM stages WHERE pipeline = ? ORDER BY place",
      arguments: [query.pipeline.rawValue])
    let used = try String.fetchAll(
      db, sql: "SELECT DISTINCT stage FROM deal_days WHERE pipeline = ? ORDER BY stage",
      arguments: [query.pipeline.rawValue])
    let unknown = used.filter { !known.contains($0) }
    let stages =
      isAscending ? known + unknown : Array(known.reversed()) + Array(unknown.reversed())
    return try stages.filter { query.stage == nil || query.stage?.rawValue == $0 }
      .flatMap { stage in
        let one = DealSegments(db: db, query: query.inStage(Stage.ID(stage)))
        let undated = try one.undated(isAscending)
        let dated = try one.dated(
          "next_day > ''", [], isAscending, count: one.days("day <> ''"))
        return isAscending ? [undated, dated] : [dated, undated]
      }
  }

  private func byColumn(_ column: DealColumn, _ isAscending: Bool) throws -> [Segment] {
    let index = "deals_by_\(column.rawValue)"
    let name = DealOrdering.column(column)
    let bare = name.split(separator: " ").first.map(String.init) ?? name
    let missing =
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM deals INDEXED BY \(index) WHERE \(scope) AND \(bare) IS NULL",
        arguments: scopeArguments) ?? 0
    let isNumber = column == .amount || column == .age
    let lowest: StatementArguments = isNumber ? [Int64.min] : [""]
    return [
      Segment(
        table: "deals", index: index, condition: "\(scope) AND \(name) >= ?",
        arguments: scopeArguments + lowest, column: name, isAscending: isAscending,
        count: try days("1") - missing),
      Segment(
        table: "deals", index: index, condition: "\(scope) AND \(bare) IS NULL",
        arguments: scopeArguments, isAscending: isAscending, count: missing),
    ]
  }

  private func dated(
    _ condition: String, _ arguments: StatementArguments, _ isAscending: Bool = true, count: Int
  ) -> Segment {
    Segment(
      table: "deals", index: dayIndex, condition: "\(scope) AND \(condition)",
      arguments: scopeArguments + arguments, column: "next_day", isAscending: isAscending,
      count: count)
  }

  private func undated(_ isAscending: Bool = true) throws -> Segment {
    Segment(
      table: "deals", index: dayIndex, condition: "\(scope) AND next_day IS NULL",
      arguments: scopeArguments, isAscending: isAscending, count: try days("day = ''"))
  }

  /// How many deals have such a day, from the kept sums.
  private func days(_ condition: String, _ arguments: StatementArguments = []) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce(sum(count), 0) FROM deal_days WHERE \(scope) AND \(condition)")
    return try Int.fetchOne(statement, arguments: scopeArguments + arguments) ?? 0
  }

  private var dayIndex: String { query.stage == nil ? "deals_by_next" : "deals_by_stage" }
  private var scope: String { query.stage == nil ? "pipeline = ?" : "pipeline = ? AND stage = ?" }
  private var scopeArguments: StatementArguments {
    if let stage = query.stage {
      [query.pipeline.rawValue, stage.rawValue]
    } else {
      [query.pipeline.rawValue]
    }
  }
}

extension DealQuery {
  /// The same question for one stage.
  func inStage(_ stage: Stage.ID?) -> DealQuery {
    var query = self
    query.stage = stage
    return query
  }
}
