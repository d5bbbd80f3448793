import Sales
import Screen

/// Which stages the board shows side by side, and where.
struct BoardColumns: Hashable {
  /// One stage on the screen.
  struct Column: Hashable {
    /// The stage.
    var stage: Stage
    /// Its place in the pipeline, from 0.
    var index: Int
    /// The lines above the cards.
    var header: Rect
    /// The cards.
    var cards: Rect
  }

  /// The narrowest column that can be read: a mark and seventeen letters.
  static let minimumWidth = 18
  /// Below this width of the board, one column is shown under a strip of tabs.
  static let narrowWidth = 66

  /// The stages side by side.
  var columns: [Column] = []
  /// The strip of tabs of a narrow board; empty on a wide one.
  var tabs = Rect(x: 0, y: 0, width: 0, height: 0)
  /// How many stages are to the left of what is shown.
  var hiddenLeft = 0
  /// How many stages are to the right of what is shown.
  var hiddenRight = 0

  /// How many columns fit side by side in a board of that width.
  static func capacity(width: Int) -> Int {
    width < narrowWidth ? 1 : max(1, (width - 2 + 1) / (minimumWidth + 1))
  }

  /// The columns of a board, from its first one that is shown; a narrow board shows the stage that a
  /// move is tried out with, or the one under the cursor.
  init(_ deals: PipelineDeals, preview: Stage.ID? = nil, in board: Rect) {
    let stages = deals.pipeline.stages
    let inner = board.inset()
    guard !stages.isEmpty, !inner.isEmpty else { return }
    if board.width < Self.narrowWidth {
      (tabs, _) = inner.split(top: 1)
      let (header, cards) = inner.split(top: 2)
      let index = stages.firstIndex { $0.id == preview } ?? deals.stageIndex
      columns = [Column(stage: stages[index], index: index, header: header, cards: cards)]
      return
    }
    let count = min(stages.count, Self.capacity(width: board.width))
    let first = min(max(0, deals.firstColumn), stages.count - count)
    hiddenLeft = first
    hiddenRight = stages.count - first - count
    var rest = inner
    for place in 0..<count {
      let gaps = count - place - 1
      let (column, others) = rest.split(left: (rest.width - gaps) / (count - place))
      let (header, cards) = column.split(top: 3)
      columns.append(
        Column(
          stage: stages[first + place], index: first + place, header: header, cards: cards))
      rest = others.split(left: 1).rest
    }
  }

  /// The column at a place of the screen.
  func column(atX x: Int, y: Int) -> Column? {
    columns.first { $0.header.contains(x: x, y: y) || $0.cards.contains(x: x, y: y) }
  }
}
