import Sales
import Screen

/// Draws the deals of a bulk move: before it runs what would happen, afterwards what became of each.
func drawBulkMove(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  guard let bulk = state.board.bulk else { return }
  let ready = bulk.count { $0 == .ready }
  let title: SafeText =
    bulk.isAsked
    ? "Move \(ready.grouped) \(ready == 1 ? "deal" : "deals") \(bulk.destination)"
    : "Moved \(bulk.destination)"
  let head = bulk.isAsked ? question(bulk, state) : [TextLine(bulk.words, .strong)]
  let size = Size(
    width: min(100, area.width - 2), height: min(area.height, bulk.rows.count + head.count + 3))
  let inside = drawBox(title, size: size, in: area, on: &canvas)
  let (top, rest) = inside.split(top: min(head.count + 1, max(1, inside.height - 2)))
  drawLines(head, in: top, on: &canvas)
  let first = min(bulk.top, max(0, bulk.rows.count - rest.height))
  for (place, row) in bulk.rows.dropFirst(first).prefix(rest.height).enumerated() {
    line(of: row, bulk, state, width: rest.width).draw(in: rest.row(place), on: &canvas)
  }
}

/// What is to be known before it runs: whose deals, how many, what they come to, what it does to money.
private func question(_ bulk: BulkMove, _ state: AppState) -> [TextLine] {
  let ready = bulk.rows.filter { $0.outcome == .ready }
  let skipped = bulk.rows.count - ready.count
  var lines = [
    TextLine("\(state.tenant.organization) (\(state.tenant.dataCenter))", .dim)
      .right(bulk.totals.whole, .money)
  ]
  if skipped > 0 {
    lines.append(TextLine("\(skipped.grouped) of them stay where they are.", .warning))
  }
  let byTarget = Dictionary(grouping: ready, by: \.target)
  for stage in state.board.pipeline?.stages ?? [] {
    guard let rows = byTarget[stage.id], stage.outcome != .open else { continue }
    lines += MoneyEffect.words(of: rows.map(\.deal), to: stage).map { TextLine($0, .warning) }
  }
  return lines
}

private func line(of row: BulkMove.Row, _ bulk: BulkMove, _ state: AppState, width: Int)
  -> TextLine
{
  let deal = row.deal.row.deal
  let (mark, style, words) = row.outcome.shown
  let amount = deal.amount?.whole ?? "–"
  let path: SafeText = "\(state.stageName(deal.stage)) ▸ \(state.stageName(row.target))"
  let name = SafeText(deal.name).truncated(to: max(12, width / 3))
  var line = TextLine(mark + " ", style).adding(name, .normal).adding("  ")
  if row.outcome.isSkipped || words.isEmpty {
    line = line.adding(words.isEmpty ? path : words, .dim)
  } else {
    line = line.adding(words, style)
  }
  return line.right(amount, .money)
}

extension BulkMove.Outcome {
  /// A mark, its meaning, and what is to be said.
  fileprivate var shown: (SafeText, Style, SafeText) {
    switch self {
    case .ready: ("▸", .pending, "")
    case .skipped(let reason): ("–", .dim, "stays: \(reason)")
    case .sending: ("↑", .pending, "saving")
    case .moved: ("✓", .good, "moved")
    case .failed(let reason): ("✗", .bad, "failed: \(reason)")
    case .uncertain(let words): ("?", .warning, "unsure: \(words)")
    }
  }
}
