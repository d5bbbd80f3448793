import FoundationEssentials
import Sales
import Screen

/// Draws the pipeline screen.
func drawPipeline(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let layout = BoardLayout(area, focus: state.board.focus)
  if !layout.deals.isEmpty { drawDeals(state, in: layout.deals, on: &canvas) }
  if !layout.deal.isEmpty { drawDealPane(state, in: layout.deal, on: &canvas) }
  if !layout.contact.isEmpty { drawContactPane(state, in: layout.contact, on: &canvas) }
  if !layout.money.isEmpty { drawDealMoney(state, in: layout.money, on: &canvas) }
  for upper in [layout.deals, layout.contact] where !upper.isEmpty && upper != area {
    joinFrames(below: upper, on: &canvas)
  }
  if state.board.mode == .board, let deals = state.board.deals, !layout.deals.isEmpty {
    drawPlace(deals.column(deals.stage), in: layout.deals, on: &canvas)
  }
}

/// Draws which card of how many the cursor is on, into the lower edge of a frame.
private func drawPlace(_ rows: DealRows?, in area: Rect, on canvas: inout Canvas) {
  guard let rows, rows.window.count > 0 else { return }
  let text: SafeText = " \((rows.index + 1).grouped) of \(rows.window.count.grouped) "
  canvas.put(text, x: area.right - 2 - text.width, y: area.bottom - 1, style: .dim)
}

/// Joins the lower edge of a frame to the frame that shares it.
private func joinFrames(below upper: Rect, on canvas: inout Canvas) {
  let y = upper.bottom - 1
  canvas.put("├", x: upper.x, y: y, style: canvas[upper.x, y].style)
  canvas.put("┤", x: upper.right - 1, y: y, style: canvas[upper.right - 1, y].style)
}

/// Draws the board or the list with its title, or why there is nothing to draw.
private func drawDeals(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let board = state.board
  let inner = canvas.frame(area, style: board.focus == .deals ? .focus : .border)
  drawDealsTitle(state, in: area, on: &canvas)
  guard let deals = board.deals else {
    drawMessage(missingPipelines(state), in: inner, on: &canvas)
    return
  }
  if let words = missingDeals(state, deals) {
    drawMessage(words, in: inner, on: &canvas)
    return
  }
  switch board.mode {
  case .board: drawColumns(state, deals, in: area, on: &canvas)
  case .list: drawDealTable(state, deals, in: area, on: &canvas)
  }
}

private func drawMessage(_ words: SafeText, in area: Rect, on canvas: inout Canvas) {
  let lines = words.wrapped(to: max(1, area.width - 4)).map { TextLine($0, .dim) }
  let (_, rest) = area.split(top: max(0, (area.height - lines.count) / 3))
  drawLines(lines, in: rest.inset(by: 0).split(left: 2).rest, on: &canvas)
}

private func missingPipelines(_ state: AppState) -> SafeText {
  if let failure = state.sync.failure { return "No stages yet. \(failure.message.string)" }
  if let progress = state.sync.progress { return "Reading stages… \(progress.string)" }
  return state.sync.lastSynced == nil
    ? "Reading stages…" : "This organization has no pipeline with stages."
}

/// Why no deal is shown; nil when there is one.
private func missingDeals(_ state: AppState, _ deals: PipelineDeals) -> SafeText? {
  let isKnown = state.board.mode == .board ? deals.hasBoard : deals.hasTable
  if !isKnown {
    guard let failure = deals.failure else { return "Reading deals…" }
    return "The deals could not be read. \(failure.message.string) r tries again."
  }
  let isEmpty =
    state.board.mode == .board
    ? deals.columns.values.allSatisfy { $0.window.count == 0 } : deals.table.window.count == 0
  guard isEmpty else { return nil }
  if !state.board.words.isEmpty {
    return "No deal has “\(state.board.words)”. Esc shows all deals again."
  }
  if let progress = state.sync.progress {
    return "No deal is here yet: reading \(progress.string)…"
  }
  return "No deal is in \(deals.pipeline.name). New ones show up here; r looks now."
}

/// Draws the strip above the deals: the pipeline, the filter, and what its open deals come to.
private func drawDealsTitle(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let board = state.board
  let title = area.row(0)
  let limit = title.right - 2
  var x = title.x + 1
  func add(_ text: SafeText, _ style: Style) {
    guard x < limit else { return }
    let text = text.truncated(to: limit - x)
    x = canvas.put(text, x: x, y: title.y, limit: limit, style: style)
  }
  add(" \(board.pipeline?.name ?? "Pipeline") ", .title)
  if let filter = board.filter {
    add("/", .key)
    let field = Rect(x: x, y: title.y, width: min(24, (limit - x) / 3), height: 1)
    filter.draw(in: field, on: &canvas)
    x = max(x, field.right)
    add(" ", .normal)
  } else if !board.words.isEmpty {
    add("/\(board.words) ", .match)
  }
  guard let deals = board.deals else { return }
  if let mode = board.moveMode {
    add("─ ", .border)
    if let stage = deals.pipeline.stage(mode.target), stage.id != mode.row.deal.stage,
      let reason = board.reasonNot(to: stage, for: mode.row)
    {
      add("MOVE not to \(stage.name): \(reason) ", .bad)
      return
    }
    add(moveWords(mode, deals), .pending)
    return
  }
  if deals.failure != nil { add("─ not up to date ", .bad) }
  if board.mode == .list {
    add("─ every stage ", .normal)
    return
  }
  if !board.marks.isEmpty {
    add("─ ", .border)
    add(board.marks.words + " ", .match)
  }
  var pieces = summary(of: deals, isShort: false)
  let needed = pieces.reduce(0) { $0 + $1.text.width + 3 }
  if needed > limit - x { pieces = summary(of: deals, isShort: true) }
  for piece in pieces {
    add("─ ", .border)
    add(piece.text + " ", piece.style)
  }
}

/// What the open deals come to, a piece each.
private func summary(of deals: PipelineDeals, isShort: Bool) -> [TextLine.Run] {
  guard deals.hasBoard else { return [] }
  var count = 0
  var attention = 0
  var totals = Totals()
  var weighted = Totals()
  for stage in deals.pipeline.stages where stage.outcome == .open {
    let column = deals.summary.column(stage.id)
    count += column.count
    attention += column.attention
    totals.add(column.totals)
    for money in column.totals.all {
      weighted.add(Money(money.amount * Decimal(stage.probability) / 100, money.currency))
    }
  }
  var pieces: [TextLine.Run] = [
    .init(text: "\(count.grouped) open", style: .normal),
    .init(text: isShort ? totals.short : totals.whole, style: .money),
    .init(text: "weighted " + (isShort ? weighted.short : weighted.whole), style: .money),
  ]
  let others = deals.summary.columns.filter { deals.pipeline.stage($0.stage) == nil }
    .reduce(0) { $0 + $1.count }
  if others > 0 {
    pieces.insert(.init(text: "\(others.grouped) in other stages: v", style: .warning), at: 1)
  }
  if attention > 0 {
    let words = isShort ? "to do" : "need attention"
    // Where room is short, what is to be done outlasts the sums.
    pieces.insert(
      .init(text: "\(attention.grouped) \(words)", style: .warning), at: isShort ? 1 : pieces.count)
  }
  return pieces
}

/// Where the move that is tried out would take the deal, and what that means.
private func moveWords(_ mode: MoveMode, _ deals: PipelineDeals) -> SafeText {
  let pipeline = deals.pipeline
  let from = pipeline.stage(mode.row.deal.stage)?.name ?? mode.row.deal.stage.rawValue
  guard mode.target != mode.row.deal.stage, let to = pipeline.stage(mode.target) else {
    return "MOVE from \(from): choose a stage "
  }
  switch to.outcome {
  case .open: return "MOVE \(from) ▸ \(to.name), \(to.probability)% "
  case .won: return "MOVE \(from) ▸ \(to.name): closes it as won "
  case .lost: return "MOVE \(from) ▸ \(to.name): closes it as lost "
  }
}
