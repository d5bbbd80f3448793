import FoundationEssentials
import Sales
import Screen

/// Draws the deals of a pipeline as a table, with sums at its foot.
func drawDealTable(
  _ state: AppState, _ deals: PipelineDeals, in area: Rect, on canvas: inout Canvas
) {
  let inner = area.inset()
  let chosen = deals.view.table
  let table =
    chosen.map { DealTable(width: inner.width - 1, chosen: $0) }
    ?? DealTable(width: inner.width - 1)
  let (head, rest) = inner.split(top: 1)
  let (body, foot) = rest.split(bottom: 1)
  drawTableHead(table, state.board.order, in: head.indented, on: &canvas)
  let rows = deals.table
  for place in 0..<body.height where rows.top + place < rows.window.count {
    guard let row = rows.window.row(at: rows.top + place) else {
      canvas.draw("reading…", in: body.row(place).indented, style: .dim)
      break
    }
    drawTableRow(row, table, state, in: body.row(place).indented, on: &canvas)
    if rows.top + place == rows.index {
      canvas.restyle(body.row(place), style: .selection)
      canvas.put("▌", x: body.x, y: body.y + place, style: .selection)
    }
    if state.board.marks.contains(row.id) {
      let style: Style = rows.top + place == rows.index ? .selection : .match
      canvas.put(Marks<Deal>.glyph, x: body.x, y: body.y + place, limit: body.right, style: style)
    }
  }
  let place = min(rows.index + 1, rows.window.count).grouped
  var line = TextLine("\(place) of \(rows.window.count.grouped) · \(state.board.order.words)", .dim)
  if table.missing > 0 {
    line = line.adding(" · \(table.missing.grouped) columns have no room", .dim)
  }
  if !state.board.marks.isEmpty {
    line = line.adding(" · ", .dim).adding(state.board.marks.words, .match)
  }
  line.right(rows.window.totals.whole, .money).draw(in: foot.indented, on: &canvas)
}

private func drawTableHead(
  _ table: DealTable, _ order: DealOrder, in row: Rect, on canvas: inout Canvas
) {
  var rest = row
  for column in table.columns {
    let (cell, others) = rest.split(left: column.width)
    var text = SafeText(column.column.title)
    var isSorted = false
    if case .column(column.column, let isAscending) = order {
      text = text + (isAscending ? " ▲" : " ▼")
      isSorted = true
    }
    canvas.draw(
      text, in: cell, style: isSorted ? .tab : .title,
      align: column.column == .amount ? .right : .left)
    rest = others.split(left: 1).rest
  }
}

private func drawTableRow(
  _ row: DealRow, _ table: DealTable, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  var rest = area
  for column in table.columns {
    let (cell, others) = rest.split(left: column.width)
    let (text, style) = tableCell(column.column, of: row, state)
    canvas.draw(text, in: cell, style: style, align: column.column == .amount ? .right : .left)
    rest = others.split(left: 1).rest
  }
}

private func tableCell(_ column: DealColumn, of row: DealRow, _ state: AppState)
  -> (SafeText, Style)
{
  let deal = row.deal
  switch column {
  case .name:
    let change = state.inbox.mark(of: row.id).map { $0.glyph + " " } ?? ""
    return (change + SafeText(deal.name), .normal)
  case .account: return (SafeText(deal.account?.name ?? "–"), .normal)
  case .stage: return (SafeText(state.stageName(deal.stage)), .normal)
  case .amount: return (deal.amount?.whole ?? "–", .money)
  case .closing: return (deal.closingDate?.spoken ?? "–", .dim)
  case .owner: return (SafeText(deal.owner?.name ?? "–"), .dim)
  case .next:
    if let move = state.board.pendingMoves[row.id] { return (move.badge, .pending) }
    let stage = state.board.pipeline?.stage(deal.stage)
    let isOpen = stage.map { $0.outcome == .open } ?? true
    return state.board.needWords(row, today: state.today, isOpen: isOpen)
  case .age:
    let days = state.board.daysInStage(row, today: state.today)
    return (days.map { "\($0)d" } ?? "–", .dim)
  }
}

extension DealOrder {
  /// The order in words, for when its column is not among those that fit.
  fileprivate var words: String {
    switch self {
    case .need: "by need"
    case .column(let column, let isAscending):
      "by \(column.title.lowercased()) \(isAscending ? "▲" : "▼")"
    }
  }
}

extension DealColumn {
  /// What the column is called at the head of the table.
  var title: String {
    switch self {
    case .name: "Deal"
    case .account: "Account"
    case .stage: "Stage"
    case .amount: "Amount"
    case .closing: "Closing"
    case .next: "Next"
    case .age: "Days"
    case .owner: "Owner"
    }
  }
}
