/// How many open deals of a pipeline want something done.
public struct BoardNeeds: Hashable, Sendable {
  /// Those whose next activity is late.
  public var late: Int
  /// Those with nothing planned.
  public var unplanned: Int
  /// Those that stand in their stage for longer than its limit.
  public var stuck: Int
  /// Those that should close within a week, or should have.
  public var closing: Int

  /// Counts of open deals.
  public init(late: Int = 0, unplanned: Int = 0, stuck: Int = 0, closing: Int = 0) {
    self.late = late
    self.unplanned = unplanned
    self.stuck = stuck
    self.closing = closing
  }
}

/// What an open deal may want done: by this a list can be filtered.
public enum DealNeed: Hashable, Sendable {
  /// Its next activity is late.
  case late
  /// Nothing is planned.
  case unplanned
  /// It stands in its stage for longer than the limit.
  case stuck(StuckLimits)
  /// It should close within a week, or should have.
  case closing

  /// So many days ahead a closing date is near.
  public static let closingDays = 7
}

/// For how many days deals may stand in a stage before they count as stuck.
public struct StuckLimits: Hashable, Sendable {
  /// The limit of stages that have none of their own.
  public var days: Int
  /// The limits of some stages.
  public var byStage: [Stage.ID: Int]

  /// Limits in days.
  public init(days: Int = 30, byStage: [Stage.ID: Int] = [:]) {
    self.days = days
    self.byStage = byStage
  }

  /// The limit of a stage.
  public func days(in stage: Stage.ID) -> Int { byStage[stage] ?? days }
}
