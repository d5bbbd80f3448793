import Sales

/// What happened to the deals of a pipeline, beyond their rows.
public enum PipelineNews: Hashable, Sendable {
  /// Rows to be marked were found.
  case found(DealQuery, MarkExtent<Deal>, Result<MarkedRows<Deal>, Failure>)
  /// The Blueprint that a deal is in, as Zoho says; nil when it is in none.
  case process(Deal.ID, Result<DealProcess?, Failure>)
  /// All that is to be known before a deal moves to a stage.
  case prepared(Result<MoveFacts, Failure>)
  /// The deals of a bulk move, as they are now.
  case gathered(BulkMove.Order, Result<BulkFacts, Failure>)
}

/// What the pipeline screen wants done, beyond reading rows.
public enum PipelineWork: Hashable, Sendable {
  /// Find rows to be marked. Answered by `found`.
  case findRows(DealQuery, MarkExtent<Deal>, limit: Int)
  /// Ask Zoho where a deal's Blueprint lets it go. Answered by `process`.
  case findProcess(Deal.ID)
  /// Find out what a move to a stage asks for and does to money. Answered by `prepared`.
  case prepareMove(Deal.ID, to: Stage.ID)
  /// Read the deals of a bulk move. Answered by `gathered`.
  case gather([Deal.ID], BulkMove.Order)
}

/// A deal with the money that a move may touch.
public struct DealAtStake: Hashable, Sendable {
  /// The deal with what is planned next.
  public var row: DealRow
  /// Its invoices at Books.
  public var invoices: [Invoice]
  /// Its drafts here that are not at Books yet.
  public var drafts: Int

  /// A deal with the money that a move may touch.
  public init(row: DealRow, invoices: [Invoice] = [], drafts: Int = 0) {
    self.row = row
    self.invoices = invoices
    self.drafts = drafts
  }
}

/// All that is to be known before a deal moves to a stage.
public struct MoveFacts: Hashable, Sendable {
  /// The deal.
  public var deal: DealAtStake
  /// The stage it is to go to.
  public var target: Stage.ID
  /// The Blueprint it is in; nil when it is in none.
  public var process: DealProcess?
  /// Why it is not known whether it is in a Blueprint; nil when it is.
  public var processFailure: Failure?
  /// The pick-list of reasons for a loss, where the organization has one.
  public var lossReason: FormField?

  /// All that is to be known before a deal moves to a stage.
  public init(
    deal: DealAtStake, target: Stage.ID, process: DealProcess? = nil,
    processFailure: Failure? = nil, lossReason: FormField? = nil
  ) {
    self.deal = deal
    self.target = target
    self.process = process
    self.processFailure = processFailure
    self.lossReason = lossReason
  }
}

/// All that is to be known before many deals move.
public struct BulkFacts: Hashable, Sendable {
  /// The deals.
  public var deals: [DealAtStake]
  /// The pick-list of reasons for a loss, where the organization has one.
  public var lossReason: FormField?

  /// All that is to be known before many deals move.
  public init(deals: [DealAtStake], lossReason: FormField? = nil) {
    self.deals = deals
    self.lossReason = lossReason
  }
}
