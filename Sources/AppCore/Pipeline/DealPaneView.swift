import Sales
import Screen

/// Draws the pane of the selected deal.
func drawDealPane(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let isFocused = state.board.focus == .deal
  let row = state.board.selectedRow
  let title: SafeText = row.map { "Deal: \($0.deal.name)" } ?? "Deal"
  let inner = canvas.frame(
    area, title: title.truncated(to: max(8, area.width - 20)), style: isFocused ? .focus : .border)
  let lines = state.dealPaneLines(width: inner.width - 1)
  let first = isFocused ? state.board.scroll : 0
  drawLines(lines, from: first, in: inner.indented, on: &canvas)
  let hidden = lines.count - inner.height - first
  if hidden > 0 {
    let more: SafeText = " \(hidden) more ↓ "
    canvas.put(more, x: area.right - 2 - more.width, y: area.bottom - 1, style: .dim)
  }
}
