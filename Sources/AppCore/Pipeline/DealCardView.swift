import FoundationEssentials
import Sales
import Screen

/// How a card stands on the board.
enum CardRole {
  /// Like any other.
  case plain
  /// Under the cursor.
  case selected
  /// In the stage to which it may go.
  case preview
  /// In the stage that it may leave.
  case leaving
}

/// Draws a card at the top of an area: a mark in the first cell, the words beside it.
func drawCard(
  _ card: DealCard, _ state: AppState, as role: CardRole, in area: Rect, on canvas: inout Canvas
) {
  let box = area.split(top: card.height).top
  let room = box.indented
  let style: Style = role == .plain || role == .selected ? .normal : .pending
  var lines = card.title.map { TextLine($0, style) }
  if let change = state.inbox.mark(of: card.row.id), !card.isOneLine {
    lines[0].right = TextLine.Run(text: change.glyph, style: .warning)
  }
  let figures = figures(of: card, state, width: room.width)
  if card.isOneLine {
    lines[0].right = TextLine.Run(text: figures.amount + "  " + figures.next, style: figures.style)
  } else {
    lines.append(TextLine(figures.amount, .money).right(figures.next, figures.style))
  }
  if !card.more.isEmpty { lines.append(TextLine(state.moreWords(of: card), .dim)) }
  if let people = card.people { lines.append(TextLine(people, .dim)) }
  lines += card.reason.map { TextLine($0, .warning) }
  drawLines(lines, in: room, on: &canvas)
  let mark: SafeText? =
    switch role {
    case .plain: nil
    case .selected: "▌"
    case .preview: "▸"
    case .leaving: "◂"
    }
  if role == .selected { canvas.restyle(box, style: .selection) }
  let markStyle: Style = role == .selected ? .selection : .pending
  if let mark { for y in box.y..<box.bottom { canvas.put(mark, x: box.x, y: y, style: markStyle) } }
  if role == .plain || role == .selected, state.board.marks.contains(card.row.id) {
    let style: Style = role == .selected ? .selection : .match
    canvas.put(Marks<Deal>.glyph, x: box.x, y: box.y, limit: box.right, style: style)
  }
}

/// The amount of a card and what is next, shortened until both fit.
private func figures(of card: DealCard, _ state: AppState, width: Int)
  -> (amount: SafeText, next: SafeText, style: Style)
{
  let isOpen = state.board.pipeline?.stage(card.row.deal.stage).map { $0.outcome == .open } ?? true
  let (next, style) =
    card.move.map { ($0.badge, Style.pending) }
    ?? state.board.needWords(card.row, today: state.today, isOpen: isOpen)
  guard let money = card.row.deal.amount else { return ("–", next, style) }
  if card.isOneLine {
    let filler = SafeText(String(repeating: " ", count: max(0, 10 - next.width)))
    return (money.whole, filler + next, style)
  }
  let whole = money.whole
  return (whole.width + 1 + next.width <= width ? whole : money.short, next, style)
}

/// When something is next to be done about a deal, in a word or two.
func nextWords(_ row: DealRow, today: CalendarDate, isOpen: Bool) -> (SafeText, Style) {
  guard let next = row.next else { return isOpen ? ("no next", .warning) : ("", .dim) }
  guard let day = next.day else { return ("undated", .dim) }
  let style: Style = day < today ? .bad : day == today ? .warning : .dim
  return (day.distance(from: today), style)
}

extension PipelineBoard {
  /// What a deal wants: what is late or due today, how long it is stuck, else what is next.
  func needWords(_ row: DealRow, today: CalendarDate, isOpen: Bool) -> (SafeText, Style) {
    let isDue = row.next?.day.map { $0 <= today } ?? false
    if isOpen, !isDue, let days = daysInStage(row, today: today),
      days > limits.days(in: row.deal.stage)
    {
      return ("! stuck \(days)d", .warning)
    }
    return nextWords(row, today: today, isOpen: isOpen)
  }

  /// For how many days a deal has stood in its stage; nil when Zoho does not say.
  func daysInStage(_ row: DealRow, today: CalendarDate) -> Int? {
    guard pendingMoves[row.id]?.isShownMoved != true, let since = row.deal.stageTime else {
      return nil
    }
    let first = CalendarDate(since, secondsAheadOfUTC: 0)
    return max(0, first.days(until: today))
  }
}

extension AppState {
  /// What else a card was chosen to say: `Acme · closes 15 Dec`.
  fileprivate func moreWords(of card: DealCard) -> SafeText {
    let pieces = card.more.compactMap { words(for: $0, of: card.row) }
    guard let first = pieces.first else { return "–" }
    return pieces.dropFirst().reduce(first) { $0 + " · " + $1 }
  }

  private func words(for field: BoardView.CardField, of row: DealRow) -> SafeText? {
    let deal = row.deal
    switch field {
    case .account: return deal.account.map { SafeText($0.name) }
    case .contact: return deal.contact.map { SafeText($0.name) }
    case .owner: return deal.owner.map { SafeText($0.name) }
    case .closing: return deal.closingDate.map { "closes \($0.spokenShort)" }
    case .chance:
      return (deal.probability ?? board.pipeline?.stage(deal.stage)?.probability).map { "\($0)%" }
    case .age: return board.daysInStage(row, today: today).map { "\($0)d here" }
    case .step: return deal.nextStep.flatMap { $0.isEmpty ? nil : SafeText($0) }
    }
  }
}
