import FoundationEssentials
import Sales
import Screen

/// Draws what others did, the newest first.
func drawInbox(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let list = state.inbox.list
  let inside = drawBox(
    "Inbox: \(list.unread.grouped) new", size: area.size, in: area, on: &canvas)
  guard !list.notices.isEmpty else {
    let words: SafeText =
      state.inbox.failure.map { "! " + $0.message }
      ?? (state.inbox.isKnown
        ? "Nobody changed anything you watch. W watches a deal besides your own." : "reading…")
    for (place, line) in words.wrapped(to: inside.width).enumerated() {
      canvas.draw(
        line, in: inside.row(place), style: state.inbox.failure == nil ? .dim : .bad)
    }
    return
  }
  let range = visible(list.notices.count, around: state.inboxIndex, rows: inside.height)
  for place in range {
    let notice = list.notices[place]
    let row = inside.row(place - range.lowerBound)
    let isSelected = place == state.inboxIndex
    let style: Style = isSelected ? .selection : notice.isRead ? .dim : .normal
    let (left, age) = row.split(right: 8)
    canvas.fill(row, style: style)
    canvas.draw(
      "\(isSelected ? "▌" : " ")\(notice.isRead ? " " : "●") \(notice.change.mark.glyph) "
        + notice.words(state), in: left, style: style)
    canvas.draw(
      notice.time.age(at: state.now), in: age, style: isSelected ? .selection : .dim,
      align: .right)
  }
}
