/// How many deals stand in each stage and what they add up to.
public struct BoardSummary: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// The stage.
    public var stage: Stage.ID
    /// How many deals stand in it.
    public var count: Int
    /// What they add up to, per currency.
    public var totals: Totals
    /// How many of them need attention: an activity late or due today, or nothing planned.
    public var attention: Int

    /// One column.
    public init(stage: Stage.ID, count: Int, totals: Totals, attention: Int) {
      self.stage = stage
      self.count = count
      self.totals = totals
      self.attention = attention
    }
  }

  /// The columns that hold deals; a stage without any may be missing.
  public var columns: [Column]

  /// The sums of a board.
  public init(columns: [Column] = []) {
    self.columns = columns
  }

  /// The sums of one stage, zero when it holds no deals.
  public func column(_ stage: Stage.ID) -> Column {
    columns.first { $0.stage == stage }
      ?? Column(stage: stage, count: 0, totals: Totals(), attention: 0)
  }
}
