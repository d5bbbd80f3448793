import GRDB
import Sales

extension MirrorReader {
  /// How many open deals of a pipeline want something done.
  public func needs(
    of pipeline: Pipeline.ID, limits: StuckLimits, today: CalendarDate
  ) throws -> BoardNeeds {
    var needs = BoardNeeds()
    let days = try Row.fetchOne(
      db,
      sql: """
        SELECT coalesce(sum(iif(y.day <> '' AND y.day < ?, y.count, 0)), 0),
          coalesce(sum(iif(y.day = '', y.count, 0)), 0)
        FROM deal_days AS y JOIN stages AS s ON s.pipeline = y.pipeline AND s.id = y.stage
        WHERE y.pipeline = ? AND s.outcome = 'open'
        """, arguments: [today.description, pipeline.rawValue])
    if let days { (needs.late, needs.unplanned) = (days[0], days[1]) }
    for stage in try stages(of: pipeline) where stage.outcome == .open {
      let stuck = Condition(.stuck(limits), in: stage.id, today: today)
      needs.stuck += try count(stuck, "deals_by_stay", pipeline)
      let closing = Condition(.closing, in: stage.id, today: today)
      needs.closing += try count(closing, "deals_by_end", pipeline)
    }
    return needs
  }

  /// The numbers of the open deals of a pipeline that want it done.
  func numbers(
    _ need: DealNeed, in pipeline: Pipeline.ID, today: CalendarDate
  ) throws -> [Int64] {
    try stages(of: pipeline).filter { $0.outcome == .open }.flatMap { stage in
      let condition = Condition(need, in: stage.id, today: today)
      return try Int64.fetchAll(
        db, sql: "SELECT number FROM deals WHERE pipeline = ? AND \(condition.sql)",
        arguments: [pipeline.rawValue] + condition.arguments)
    }
  }

  private func count(_ condition: Condition, _ index: String, _ pipeline: Pipeline.ID) throws
    -> Int
  {
    try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM deals INDEXED BY \(index) WHERE pipeline = ? AND \(condition.sql)",
      arguments: [pipeline.rawValue] + condition.arguments) ?? 0
  }
}

/// When a deal of a stage wants something done, as the database is asked.
private struct Condition {
  var sql: String
  var arguments: StatementArguments

  init(_ need: DealNeed, in stage: Stage.ID, today: CalendarDate) {
    let id = stage.rawValue
    switch need {
    case .late:
      sql = "stage = ? AND next_day < ?"
      arguments = [id, today.description]
    case .unplanned:
      sql = "stage = ? AND next_day IS NULL"
      arguments = [id]
    case .stuck(let limits):
      let first = today.adding(days: -limits.days(in: stage))
      sql = "stage = ? AND stage_time < ?"
      arguments = [id, Int64(first.daysSinceEpoch) * 86_400_000]
    case .closing:
      sql = "stage = ? AND closing <= ?"
      arguments = [id, today.adding(days: DealNeed.closingDays).description]
    }
  }
}
