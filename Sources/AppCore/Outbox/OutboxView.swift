import FoundationEssentials
import Screen

/// Draws the outbox: the writes, and what is known of the one under the cursor.
func drawOutbox(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let (list, pane) = outboxAreas(in: area)
  drawWrites(state, in: list, on: &canvas)
  drawWrite(state.outbox.current, in: pane, on: &canvas)
}

/// Where the list and the pane of the outbox stand: beside each other where there is room.
func outboxAreas(in area: Rect) -> (list: Rect, pane: Rect) {
  if area.width >= 100 {
    let (list, pane) = area.split(right: 40)
    return (list, pane)
  }
  let (list, pane) = area.split(bottom: 7)
  return (list, pane)
}

private func drawWrites(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let rows = state.outbox.rows
  let uncertain = state.outbox.uncertainCount
  let title: SafeText =
    "Outbox ─ \(rows.count.grouped) \(rows.count == 1 ? "write" : "writes")"
    + (uncertain > 0 ? " ─ \(uncertain) uncertain" : "")
  let inside = canvas.frame(area, title: title, style: .focus)
  if rows.isEmpty {
    canvas.draw(" Nothing was asked of Zoho yet.", in: inside.row(0), style: .dim)
  }
  let range = state.outbox.range(rows: inside.height)
  for place in range {
    drawRow(
      rows[place], isSelected: rows[place].id == state.outbox.selected, now: state.now,
      in: inside.row(place - range.lowerBound), on: &canvas)
  }
}

private func drawRow(
  _ row: WriteRow, isSelected: Bool, now: Date, in area: Rect, on canvas: inout Canvas
) {
  let (state, rest) = area.split(left: 13)
  let (title, age) = rest.split(right: 8)
  let plain: Style = isSelected ? .selection : .normal
  canvas.fill(area, style: plain)
  canvas.draw(
    "\(isSelected ? "▌" : " ")\(row.state.mark) \(row.word)", in: state,
    style: isSelected ? .selection : row.state.style)
  canvas.draw(row.title, in: title, style: plain)
  let when = row.heldUntil.map { "in \(max(0, Int($0.timeIntervalSince(now).rounded(.up))))s" }
  canvas.draw(
    "\(when ?? row.created.age(at: now).string) ", in: age, style: isSelected ? .selection : .dim,
    align: .right)
}

private func drawWrite(_ row: WriteRow?, in area: Rect, on canvas: inout Canvas) {
  let inside = canvas.frame(area, title: "Write").inset(x: 1)
  guard let row else { return }
  var lines = row.title.wrapped(to: inside.width).map { TextLine($0, .strong) }
  lines.append(TextLine("\(row.state.mark) \(row.word)", row.state.style))
  lines += row.detail.wrapped(to: inside.width).map { TextLine($0) }
  drawLines(lines, in: inside, on: &canvas)
}

extension WriteRow {
  /// Where it stands, in a word or two.
  fileprivate var word: SafeText {
    if heldUntil != nil { return "held" }
    return state == .uncertain && isUnsent ? "not sent" : state.word
  }
}

extension WriteRow.State {
  /// What stands before the word.
  var mark: SafeText {
    switch self {
    case .waiting: "·"
    case .sending: "▸"
    case .confirmed: "✓"
    case .refused: "✗"
    case .uncertain: "?"
    case .conflict: "≠"
    case .cancelled: "–"
    }
  }

  /// Where the write stands, in a word or two.
  var word: SafeText {
    switch self {
    case .waiting: "waiting"
    case .sending: "sending"
    case .confirmed: "done"
    case .refused: "refused"
    case .uncertain: "uncertain"
    case .conflict: "conflict"
    case .cancelled: "given up"
    }
  }

  /// How it is drawn.
  var style: Style {
    switch self {
    case .waiting, .sending: .pending
    case .confirmed: .good
    case .refused, .uncertain: .bad
    case .conflict: .warning
    case .cancelled: .dim
    }
  }
}
