import Sales
import Screen

/// The deals of a pipeline by stage, as a board or as a list.
public struct PipelineBoard: Hashable, Sendable {
  /// How the deals are shown.
  public enum Mode: Hashable, Sendable {
    /// A column for each stage.
    case board
    /// One table.
    case list
  }

  /// The part that has the keys.
  public enum Focus: Hashable, Sendable {
    /// The board or the list.
    case deals
    /// The pane of the selected deal.
    case deal
  }

  /// The organization's pipelines; empty until they are known.
  public var pipelines: [Pipeline] = []
  /// The pipeline that is shown, with its deals.
  public internal(set) var deals: PipelineDeals?
  /// The other pipelines, each as it was left.
  public internal(set) var shelf: [Pipeline.ID: PipelineDeals] = [:]
  /// How the deals are shown.
  public internal(set) var mode = Mode.board
  /// The part that has the keys.
  public internal(set) var focus = Focus.deals
  /// The order of the list.
  public internal(set) var order = DealOrder.need
  /// What was typed to filter; empty for all.
  public internal(set) var words = ""
  /// The filter line while it is typed into.
  public internal(set) var filter: TextField?
  /// What surrounds the deal that was last read in full.
  public internal(set) var detail: DealDetail?
  /// Why the selected deal could not be read in full.
  public internal(set) var detailFailure: Failure?
  /// The deal whose surroundings were last asked for.
  public internal(set) var detailAsked: Deal.ID?
  /// How far the deal pane is scrolled.
  public internal(set) var scroll = 0
  /// The moves that are not settled, at most one for each deal.
  public internal(set) var pendingMoves: [Deal.ID: PendingMove] = [:]
  /// The moves of this session that can be taken back, oldest first.
  public internal(set) var doneMoves: [DoneMove] = []
  /// A move being tried out.
  public internal(set) var moveMode: MoveMode?
  /// The deal for which a stage is chosen from a list.
  public internal(set) var stageAskedFor: Deal.ID?
  /// Where the Blueprint of a deal leads, as it was last asked for.
  var known: KnownProcess?
  /// The pipelines in which a Blueprint was met: moves in them ask first.
  var guarded: Set<Pipeline.ID> = []
  /// The move that is being asked about.
  var asked: AskedMove?
  /// The last deals that were moved together, or are about to be.
  public internal(set) var bulk: BulkMove?
  /// How many bulk moves there were.
  var batches = 0
  /// The card that the mouse holds.
  public internal(set) var dragged: Deal.ID?

  /// Nothing known yet.
  public init() {}

  /// The pipeline that is shown.
  public var pipeline: Pipeline? { deals?.pipeline }

  /// The row under the cursor, of the board or of the list.
  public var selectedRow: DealRow? {
    switch mode {
    case .board: deals?.column(deals?.stage)?.row
    case .list: deals?.table.row
    }
  }

  /// The deal that the cursor holds, whether or not its row is at hand.
  var selected: Deal.ID? {
    switch mode {
    case .board: deals?.column(deals?.stage)?.selected
    case .list: deals?.table.selected
    }
  }

  /// The row of a deal, wherever it is at hand.
  func row(of deal: Deal.ID) -> DealRow? {
    if let row = selectedRow, row.id == deal { return row }
    return deals?.row(of: deal) ?? pendingMoves[deal]?.row
  }

  /// The part that has the keys.
  public var place: Place {
    if filter != nil { return .filter }
    if moveMode != nil { return .moveMode }
    if focus == .deal { return .dealPane }
    return mode == .board ? .board : .dealList
  }
}

/// The deals of one pipeline, as far as they are at hand.
public struct PipelineDeals: Hashable, Sendable {
  /// The pipeline.
  public var pipeline: Pipeline
  /// Counts and sums by stage, moves under way included.
  public internal(set) var summary = BoardSummary()
  /// The cards by stage.
  public internal(set) var columns: [Stage.ID: DealRows] = [:]
  /// The stage under the cursor.
  public internal(set) var stage: Stage.ID?
  /// The place of the leftmost stage on the screen.
  public internal(set) var firstColumn = 0
  /// The deals of every stage, for the list.
  public internal(set) var table = DealRows()
  /// The marked deals.
  public internal(set) var marks = Marks<Deal>()
  /// Whether a person has gone anywhere on it: until then it shows its top, whatever comes in.
  public internal(set) var isTouched = false
  /// Whether the board's deals were ever read.
  public internal(set) var hasBoard = false
  /// Whether the list's deals were ever read.
  public internal(set) var hasTable = false
  /// Why the last reading failed; nil when it did not. Old rows stay all the same.
  public internal(set) var failure: Failure?

  /// A pipeline whose deals are not read yet.
  public init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    stage = pipeline.stages.first?.id
  }

  /// The cards of a stage.
  func column(_ stage: Stage.ID?) -> DealRows? { stage.flatMap { columns[$0] } }

  /// The row of a deal in any column or in the list.
  func row(of deal: Deal.ID) -> DealRow? {
    for rows in columns.values {
      if let row = rows.window.rows.first(where: { $0.id == deal }) { return row }
    }
    return table.window.rows.first { $0.id == deal }
  }

  /// The place of the stage under the cursor.
  var stageIndex: Int { pipeline.stages.firstIndex { $0.id == stage } ?? 0 }
}
