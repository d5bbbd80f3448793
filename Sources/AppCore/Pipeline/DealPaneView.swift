import Sales
import Screen

/// Draws the pane of the selected deal.
func drawDealPane(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let isFocused = state.board.focus == .deal
  let row = state.board.selectedRow
  let title: SafeText = row.map { "Deal: \($0.deal.name)" } ?? "Deal"
  let inner = canvas.frame(
    area, title: title.truncated(to: max(8, area.width - 20)), style: isFocused ? .focus : .border)
  let first = state.board.scroll
  let end = first + inner.height
  let lines = state.dealPaneLines(width: inner.padded.width, limit: end + 1)
  drawLines(lines, from: first, in: inner.padded, on: &canvas)
  if lines.count > end {
    canvas.put(" more ↓ ", x: area.right - 10, y: area.bottom - 1, style: .dim)
  }
}
