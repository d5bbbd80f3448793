import Sales
import Screen

/// Where the list and the pane stand: beside each other, one below the other, or one alone.
struct PeopleLayout {
  /// The frame of the list; nil when the pane has all the room.
  var list: Rect?
  /// The frame of the pane; nil when the list has all the room.
  var pane: Rect?

  /// The row of the first record, from the top of the list's frame.
  static let rowsTop = 3

  /// The parts in an area.
  init(_ area: Rect, isInPane: Bool) {
    if area.width >= 100 {
      let (left, right) = area.split(right: min(76, area.width * 2 / 5))
      (list, pane) = (left, right)
    } else if area.height >= 18 {
      let (top, bottom) = area.split(top: area.height / 2)
      (list, pane) = (top, bottom)
    } else {
      list = isInPane ? nil : area
      pane = isInPane ? area : nil
    }
  }

  /// How many rows of the list there is room for: less the frame, the tabs, the heads and the foot.
  var rowsHeight: Int { max(1, (list?.height ?? 0) - 5) }

  /// How wide the rows of the pane are.
  var paneWidth: Int { max(0, (pane?.width ?? 0) - 4) }

  /// The rows of the pane, below its tabs.
  var paneRows: Rect? { pane.map { $0.inset().inset(x: 1).split(top: 1).rest } }
}

extension AppState {
  /// Where the parts of the screen stand now.
  var peopleLayout: PeopleLayout {
    PeopleLayout(
      Rect(x: 0, y: 1, width: size.width, height: size.height - 3),
      isInPane: people.isInPane && people.pane != nil)
  }
}
