import Sales
import Screen

/// Which columns the board shows side by side, and where.
struct BoardColumns: Hashable {
  /// One column on the screen.
  struct Column: Hashable {
    /// The stage, or what else the deals are grouped by.
    var stage: Stage
    /// Its place among the columns that are shown, from 0.
    var index: Int
    /// Whether it is a strip with count and sum.
    var isStrip = false
    /// The lines above the cards.
    var header: Rect
    /// The cards.
    var cards: Rect
  }

  /// The narrowest column that can be read: a mark and seventeen letters.
  static let minimumWidth = 18
  /// The width of a column that is a strip.
  static let stripWidth = 9
  /// Below this width of the board, one column is shown under a strip of tabs.
  static let narrowWidth = 66

  /// The columns side by side.
  var columns: [Column] = []
  /// The strip of tabs of a narrow board; empty on a wide one.
  var tabs = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The line that says what the deals want; empty where nothing is wanted or there is no room.
  var needs = Rect(x: 0, y: 0, width: 0, height: 0)
  /// How many columns are to the left of what is shown.
  var hiddenLeft = 0
  /// How many columns are to the right of what is shown.
  var hiddenRight = 0

  /// How many columns fit side by side from one on in a board of that width.
  static func capacity(of deals: PipelineDeals, from first: Int, width: Int) -> Int {
    if width < narrowWidth { return 1 }
    var room = width - 2 + 1
    var count = 0
    for column in deals.shown.dropFirst(first) {
      room -= 1 + (deals.isCollapsed(column.id) ? stripWidth : minimumWidth)
      if room < 0 { break }
      count += 1
    }
    return max(1, count)
  }

  /// The first column to show so that one of them is in sight and no room is left at the right.
  static func first(of deals: PipelineDeals, showing index: Int, width: Int) -> Int {
    var first = min(max(0, deals.firstColumn), index)
    while index >= first + capacity(of: deals, from: first, width: width) { first += 1 }
    while first > 0,
      first - 1 + capacity(of: deals, from: first - 1, width: width) >= deals.shown.count
    { first -= 1 }
    return first
  }

  /// The columns of a board, from its first one that is shown; a narrow board shows the stage that a
  /// move is tried out with, or the one under the cursor.
  init(_ deals: PipelineDeals, preview: Stage.ID? = nil, in board: Rect) {
    let stages = deals.shown
    var inner = board.inset()
    guard !stages.isEmpty, !inner.isEmpty else { return }
    if deals.needs != BoardNeeds(), inner.height >= 10 { (needs, inner) = inner.split(top: 1) }
    if board.width < Self.narrowWidth {
      (tabs, _) = inner.split(top: 1)
      let (header, cards) = inner.split(top: 2)
      let index = stages.firstIndex { $0.id == preview } ?? deals.stageIndex
      columns = [Column(stage: stages[index], index: index, header: header, cards: cards)]
      return
    }
    let first = min(max(0, deals.firstColumn), stages.count - 1)
    let count = min(
      stages.count - first, Self.capacity(of: deals, from: first, width: board.width))
    hiddenLeft = first
    hiddenRight = stages.count - first - count
    var wholes = stages[first..<(first + count)].count { !deals.isCollapsed($0.id) }
    var rest = inner
    for place in 0..<count {
      let stage = stages[first + place]
      let isStrip = deals.isCollapsed(stage.id)
      let gaps = count - place - 1
      let strips = count - place - wholes
      let width =
        isStrip ? Self.stripWidth : (rest.width - gaps - strips * Self.stripWidth) / max(1, wholes)
      if !isStrip { wholes -= 1 }
      let (column, others) = rest.split(left: width)
      let (header, cards) = column.split(top: 3)
      columns.append(
        Column(
          stage: stage, index: first + place, isStrip: isStrip, header: header, cards: cards))
      rest = others.split(left: 1).rest
    }
  }

  /// The column at a place of the screen.
  func column(atX x: Int, y: Int) -> Column? {
    columns.first { $0.header.contains(x: x, y: y) || $0.cards.contains(x: x, y: y) }
  }
}
