import Screen

/// Where the panes of the pipeline screen stand. The frames of an upper and a lower pane share a line.
struct BoardLayout: Hashable {
  /// The board or the list; empty while the deal pane takes the whole screen.
  var deals: Rect
  /// The deal pane; empty where there is no room for it.
  var deal = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The contact pane; empty where there is no room for it.
  var contact = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The money pane; empty where there is no room for it.
  var money = Rect(x: 0, y: 0, width: 0, height: 0)

  private static let sideWidth = 33

  /// Lays the panes out in an area: all four when it is wide, board and deal when it is middling, one
  /// at a time when it is small.
  init(_ area: Rect, focus: PipelineBoard.Focus) {
    deals = area
    guard area.height >= 18 else {
      if focus == .deal {
        deal = area
        deals = Rect(x: area.x, y: area.y, width: 0, height: 0)
      }
      return
    }
    let isWide = area.width >= 100 && area.height >= 20
    let (left, side) = area.split(right: isWide ? Self.sideWidth : 0)
    let height = focus == .deal ? area.height / 2 : area.height >= 26 ? 9 : 6
    (deals, deal) = Self.stack(left, bottom: height)
    if isWide { (contact, money) = Self.stack(side, bottom: height) }
  }

  /// Whether something of the selected deal is shown beside its card.
  var showsDetail: Bool { !deal.isEmpty }

  private static func stack(_ area: Rect, bottom height: Int) -> (Rect, Rect) {
    var (upper, lower) = area.split(bottom: height)
    upper.height += 1
    lower.height = height
    return (upper, lower)
  }
}

extension AppState {
  /// Where the panes stand now.
  var boardLayout: BoardLayout { BoardLayout(boardArea, focus: board.focus) }

  /// Where the board stands on the screen: below the top line and above the two lines at the bottom.
  var boardArea: Rect { Rect(size).split(top: 1).rest.split(bottom: 2).rest }
}
