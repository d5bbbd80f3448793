import Screen

/// Draws what can be done in a place: the keys, what they do, and why not now.
func drawHelp(
  _ menu: CommandMenu, _ overlay: Overlay, _ state: AppState, in area: Rect,
  on canvas: inout Canvas
) {
  let size = Size(width: min(84, area.width - 2), height: area.height)
  let inside = drawBox("Help: \(menu.place.title)", size: size, in: area, on: &canvas)
  drawMenu(menu, overlay, state, sign: "/", in: inside, on: &canvas)
}

/// Draws the commands by name.
func drawPalette(
  _ menu: CommandMenu, _ overlay: Overlay, _ state: AppState, in area: Rect,
  on canvas: inout Canvas
) {
  let size = Size(width: min(84, area.width - 2), height: min(18, area.height))
  let inside = drawBox("Commands", size: size, in: area, on: &canvas)
  drawMenu(menu, overlay, state, sign: ":", in: inside, on: &canvas)
}

private func drawMenu(
  _ menu: CommandMenu, _ overlay: Overlay, _ state: AppState, sign: SafeText, in area: Rect,
  on canvas: inout Canvas
) {
  let entries = overlay.entries(state.keymap)
  var list = drawFilter(menu.filter, sign, in: area, on: &canvas)
  if entries.indices.contains(menu.selected),
    let reason = entries[menu.selected].reasonOff(in: state)
  {
    let (rest, bottom) = list.split(bottom: 1)
    canvas.draw("off: \(reason)", in: bottom, style: .warning)
    list = rest
  }
  if entries.isEmpty {
    canvas.draw("Nothing has these letters.", in: list.row(0), style: .dim)
  }
  // Headings only where everything is listed: among what a filter leaves they are in the way.
  let isWhole = sign == "/" && menu.filter.text.isEmpty
  let lines = isWhole ? menuLines(entries) : entries.indices.map { .entry($0) }
  let current = lines.firstIndex { $0 == .entry(menu.selected) } ?? 0
  let range = visible(lines.count, around: current, rows: list.height)
  for place in range {
    let row = list.row(place - range.lowerBound)
    switch lines[place] {
    case .heading(let title): canvas.draw(title, in: row, style: .title)
    case .entry(let index):
      drawEntry(
        entries[index], menu, state, isSelected: index == menu.selected, in: row, on: &canvas)
    }
  }
}

/// A line of a menu.
private enum MenuLine: Equatable {
  case heading(SafeText)
  case entry(Int)
}

private func menuLines(_ entries: [Command]) -> [MenuLine] {
  var lines: [MenuLine] = []
  var section: HelpSection?
  for (index, command) in entries.enumerated() {
    let its = HelpSection(command)
    if its != section { lines.append(.heading(its.title)) }
    section = its
    lines.append(.entry(index))
  }
  return lines
}

private func drawEntry(
  _ command: Command, _ menu: CommandMenu, _ state: AppState, isSelected: Bool, in row: Rect,
  on canvas: inout Canvas
) {
  let reason = command.reasonOff(in: state)
  let keys = state.keymap.shown(for: command, at: menu.place).map(\.string)
    .joined(separator: " ")
  let (left, right) = row.split(left: 16)
  let style: Style = isSelected ? .selection : reason == nil ? .normal : .dim
  canvas.draw(SafeText(keys).truncated(to: 15), in: left, style: isSelected ? .selection : .key)
  let title = command.spoken(in: state)
  let text: SafeText = reason.map { "\(title)  (off: \($0))" } ?? title
  canvas.draw(text, in: right, style: style)
}

extension Place {
  /// The place in words, as the help's title has it.
  var title: SafeText {
    switch self {
    case .board: "the board"
    case .dealList: "the list of deals"
    case .moveMode: "moving a deal"
    case .bulkMove: "moving many deals"
    case .dealPane: "a deal"
    case .filter: "filtering"
    case .invoiceList: "the invoices"
    case .invoicePane: "an invoice"
    case .draftList: "the drafts"
    case .editor, .editorCell, .editorJump: "the invoice being written"
    case .documents: "the papers beside invoices"
    case .documentForm: "the form of a paper"
    case .files, .filePath: "the files on an invoice"
    case .editor, .editorCell: "the invoice being written"
    case .agenda: "the agenda"
    case .report: "a report"
    case .reportRows: "the records behind a bar"
    case .outbox: "the outbox"
    case .review: "the review"
    case .payment: "the payment"
    case .comparison: "CRM and Books compared"
    case .peopleList: "contacts, accounts and leads"
    case .peoplePane: "a record"
    case .form: "a form"
    case .recordConflict: "two changes of one record"
    case .bulk: "many invoices"
    case .credits: "the customer's credits"
    case .refund: "the refund"
    case .paper: "the invoice as a page"
    case .chooser: "choosing"
    case .confirmation: "a question"
    case .prompt: "typing a line"
    case .help: "the help"
    case .palette: "the commands"
    case .log: "the log"
    case .inbox: "the inbox"
    case .settings: "the settings"
    case .keyCapture: "new keys"
    case .commandOutput: "what a command wrote"
    case .signInList, .signInForm, .signInWait: "signing in"
    }
  }
}
