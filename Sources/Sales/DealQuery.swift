/// Which deals a list shows and in what order.
public struct DealQuery: Hashable, Sendable {
  /// The pipeline they run in.
  public var pipeline: Pipeline.ID
  /// The stage they stand in, or the value of what they are grouped by; nil for all.
  public var stage: Stage.ID?
  /// What `stage` is about.
  public var grouping: DealGrouping
  /// What was typed to filter: each word must occur in the name, the account, the contact or the
  /// owner, whatever its case. Empty for all.
  public var words: String
  /// The order.
  public var order: DealOrder
  /// What they want done; nil for all.
  public var need: DealNeed?
  /// The day it is, for what is late and what is due.
  public var today: CalendarDate

  /// A question for deals.
  public init(
    pipeline: Pipeline.ID, stage: Stage.ID? = nil, grouping: DealGrouping = .stage,
    words: String = "", order: DealOrder = .need, need: DealNeed? = nil, today: CalendarDate
  ) {
    self.pipeline = pipeline
    self.stage = stage
    self.words = words
    self.order = order
    self.grouping = grouping
    self.need = need
    self.today = today
  }
}

/// The order of a list of deals.
public enum DealOrder: Hashable, Sendable {
  /// What needs doing first: late activities (the latest first), today's, deals with nothing
  /// planned, then those with a day to come.
  case need
  /// By a column.
  case column(DealColumn, isAscending: Bool)
}

/// The columns of a list of deals.
public enum DealColumn: String, Hashable, Sendable, CaseIterable {
  /// The deal's name.
  case name
  /// The company.
  case account
  /// Where it stands, in the pipeline's order.
  case stage
  /// Its value; unlike currencies are ordered by number alone.
  case amount
  /// The day it should close.
  case closing
  /// The day of its next activity.
  case next
  /// Who works on it.
  case owner
  /// For how long it has stood in its stage.
  case age
}

/// A deal as a row or a card: with what is planned next.
public struct DealRow: Hashable, Sendable {
  /// The deal.
  public var deal: Deal
  /// The earliest activity that is not done; nil when nothing is planned.
  public var next: Activity?

  /// A deal as a row or a card.
  public init(deal: Deal, next: Activity?) {
    self.deal = deal
    self.next = next
  }

  /// The deal's id, by which a cursor stays on it.
  public var id: Deal.ID { deal.id }
}
