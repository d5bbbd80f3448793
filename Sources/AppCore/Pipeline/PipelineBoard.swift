import Sales
import Screen

/// The deals of a pipeline by stage, as a board or as a list.
public struct PipelineBoard: Hashable, Sendable {
  /// The organization's pipelines; empty until they are known.
  public var pipelines: [Pipeline] = []

  /// Nothing known yet.
  public init() {}

  /// The part that has the keys.
  public var place: Place { .board }

  /// Reads again what it shows.
  func reload(today: CalendarDate) -> [Effect] { [] }

  /// Fits the windows of rows to the room there is.
  mutating func fit(_ area: Rect) -> [Effect] { [] }

  /// What can be done with deals.
  static let commands: [Command] = []
}

extension AppState {
  /// Takes what was loaded for the pipeline screen.
  mutating func reducePipeline(_ action: Action) -> [Effect] { [] }

  /// Lets the filter line, or the mouse, have a key.
  mutating func typeInPipeline(_ key: Key) -> [Effect]? { nil }

  /// Where the board stands on the screen.
  var boardArea: Rect { Rect(size) }

  /// Shows another pipeline, as chosen from a list.
  mutating func choosePipeline(_ id: Pipeline.ID) -> [Effect] { [] }

  /// Moves the selected deal, or the one in move mode, to a stage chosen from a list.
  mutating func chooseStage(_ id: Stage.ID) -> [Effect] { [] }

  /// Puts a remark on a deal, as typed into a prompt.
  mutating func writeNote(_ text: String, on deal: Deal.ID) -> [Effect] { [] }

  /// A move was put into the journal, or not.
  mutating func moveEnqueued(_ request: WriteRequest, _ result: Result<WriteID, Failure>)
    -> [Effect]
  { [] }

  /// What became of a move or of another write to a deal.
  mutating func dealWriteSettled(_ id: WriteID, _ request: WriteRequest, _ outcome: WriteOutcome)
    -> [Effect]
  { [] }
}

/// Draws the pipeline screen.
func drawPipeline(_ state: AppState, in area: Rect, on canvas: inout Canvas) {}
