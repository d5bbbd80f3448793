import FoundationEssentials
import Sales
import Screen

/// Draws the stages of the board, side by side or one under a strip of tabs.
func drawColumns(
  _ state: AppState, _ deals: PipelineDeals, in area: Rect, on canvas: inout Canvas
) {
  let layout = BoardColumns(deals, preview: state.board.moveMode?.target, in: area)
  for column in layout.columns {
    if layout.tabs.isEmpty {
      drawHeader(state, deals, column, on: &canvas)
    } else {
      drawTabs(deals, current: column.index, in: layout.tabs, on: &canvas)
      drawFigures(
        deals, column.stage, isNarrow: true, in: column.header.row(1).padded, on: &canvas)
    }
    drawCards(state, deals, column, on: &canvas)
  }
  if layout.hiddenLeft > 0, let first = layout.columns.first {
    canvas.put("◂\(layout.hiddenLeft) ", x: first.header.x, y: first.header.y + 2, style: .key)
  }
  if layout.hiddenRight > 0, let last = layout.columns.last {
    let mark: SafeText = " \(layout.hiddenRight)▸"
    canvas.put(mark, x: last.header.right - mark.width, y: last.header.y + 2, style: .key)
  }
}

private func drawHeader(
  _ state: AppState, _ deals: PipelineDeals, _ column: BoardColumns.Column,
  on canvas: inout Canvas
) {
  let isCurrent = (state.board.moveMode?.target ?? deals.stage) == column.stage.id
  let number: SafeText =
    state.board.moveMode != nil && column.index < 9 ? "\(column.index + 1) " : ""
  let count = deals.summary.column(column.stage.id).count
  let isOff =
    state.board.moveMode.map { mode in
      column.stage.id != mode.row.deal.stage
        && state.board.reasonNot(to: column.stage, for: mode.row) != nil
    } ?? false
  let name: SafeText = isOff ? "✗ \(column.stage.name)" : SafeText(column.stage.name)
  TextLine(number, .key).adding(name, isOff ? .dim : isCurrent ? .tab : .strong)
    .right(SafeText(count.grouped), isCurrent ? .strong : .normal)
    .draw(in: column.header.row(0).indented, on: &canvas)
  drawFigures(deals, column.stage, in: column.header.row(1).indented, on: &canvas)
  let rule = SafeText(String(repeating: isCurrent ? "━" : "─", count: column.header.width))
  canvas.put(
    rule, x: column.header.x, y: column.header.y + 2, limit: column.header.right,
    style: isCurrent ? .focus : .border)
  let attention = deals.summary.column(column.stage.id).attention
  if attention > 0, column.stage.outcome == .open {
    // At either end stands how many stages are out of sight.
    let room = column.header.width - 6
    let words: SafeText = "\(attention.grouped) to do"
    let text = words.width + 2 <= room ? " \(words) " : words.truncated(to: room)
    let x = column.header.x + (column.header.width - text.width) / 2
    canvas.put(text, x: x, y: column.header.y + 2, limit: column.header.right, style: .warning)
  }
}

/// Draws what a stage comes to and what being in it means.
private func drawFigures(
  _ deals: PipelineDeals, _ stage: Stage, isNarrow: Bool = false, in row: Rect,
  on canvas: inout Canvas
) {
  let column = deals.summary.column(stage.id)
  let style: Style =
    switch stage.outcome {
    case .open: .dim
    case .won: .good
    case .lost: .bad
    }
  var line = TextLine(column.totals.short, .money).right(stage.outcomeWords, style)
  if isNarrow, column.attention > 0, stage.outcome == .open {
    line = line.adding("   \(column.attention.grouped) to do", .warning)
  }
  line.draw(in: row, on: &canvas)
}

/// Draws the stages as tabs with their counts, moved so that the current one is seen.
private func drawTabs(
  _ deals: PipelineDeals, current: Int, in row: Rect, on canvas: inout Canvas
) {
  let stages = deals.pipeline.stages
  let texts = stages.map { SafeText(" \($0.name) \(deals.summary.column($0.id).count.grouped) ") }
  guard texts.indices.contains(current) else { return }
  var first = current
  var used = texts[current].width
  while first > 0, used + texts[first - 1].width <= row.width / 2 {
    first -= 1
    used += texts[first].width
  }
  var x = row.x
  if first > 0 { x = canvas.put("◂", x: x, y: row.y, style: .key) }
  for index in first..<texts.count {
    let isLast = index == texts.count - 1
    let room = row.right - x - (isLast ? 0 : 1)
    if texts[index].width > room, index != current {
      canvas.put("▸", x: row.right - 1, y: row.y, style: .key)
      return
    }
    let text = index == current ? "[" + texts[index].trimmed + "]" : texts[index]
    x = canvas.put(
      text.truncated(to: room), x: x, y: row.y, limit: row.right,
      style: index == current ? .tab : .normal)
  }
}

private func drawCards(
  _ state: AppState, _ deals: PipelineDeals, _ column: BoardColumns.Column,
  on canvas: inout Canvas
) {
  var area = column.cards
  let board = state.board
  if let mode = board.moveMode, mode.target == column.stage.id, mode.target != mode.row.deal.stage {
    let card = DealCard(mode.row, move: nil, isSelected: true, width: area.width)
    drawCard(card, state, as: .preview, in: area, on: &canvas)
    area = area.split(top: card.height).rest
  }
  guard let rows = deals.column(column.stage.id) else { return }
  if rows.window.count == 0 {
    canvas.draw("no deals", in: area.row(0).indented, style: .dim)
    return
  }
  for index in rows.top..<max(rows.top, rows.window.count) {
    guard !area.isEmpty else { return }
    guard let row = rows.window.row(at: index) else {
      canvas.draw("reading…", in: area.row(0).indented, style: .dim)
      return
    }
    let isLeaving =
      board.moveMode.map { $0.row.id == row.id && $0.target != column.stage.id } ?? false
    let isSelected = column.stage.id == deals.stage && index == rows.index && !isLeaving
    let card = DealCard(
      row, move: board.pendingMoves[row.id], isSelected: isSelected, width: area.width)
    drawCard(
      card, state, as: isLeaving ? .leaving : isSelected ? .selected : .plain, in: area,
      on: &canvas)
    area = area.split(top: card.height).rest
  }
}

extension Rect {
  /// The area without the cell on the left where marks stand.
  var indented: Rect { split(left: 1).rest }
  /// The area without a cell on the left and one on the right.
  var padded: Rect { indented.split(right: 1).rest }
}

extension SafeText {
  /// The text without spaces around it.
  fileprivate var trimmed: SafeText {
    let start = string.drop { $0 == " " }
    return SafeText(String(start.reversed().drop { $0 == " " }.reversed()))
  }
}
