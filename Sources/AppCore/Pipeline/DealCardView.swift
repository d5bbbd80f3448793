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
    ?? nextWords(card.row, today: state.today, isOpen: isOpen)
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
