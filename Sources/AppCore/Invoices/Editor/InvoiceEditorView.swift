import FoundationEssentials
import Sales
import Screen

/// Draws the editor: the draft as a form with a grid, and what the customer owes beside it.
func drawEditor(
  _ editor: InvoiceEditor, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let isWide = area.width >= EditorLayout.wide
  let (main, side) = area.split(right: isWide ? 30 : 0)
  let saved = editor.saved(at: state.now)
  let mark = " " + saved.words + " "
  let inside = canvas.frame(
    main, title: editor.title.truncated(to: main.width - mark.width - 8), style: .focus)
  canvas.put(mark, x: main.right - mark.width - 1, y: main.y, style: saved.style)
  let layout = EditorLayout(editor, inside: inside, isWide: isWide)
  drawHead(editor, layout, on: &canvas)
  drawLines(editor, layout, on: &canvas)
  drawSums(editor, layout, on: &canvas)
  if isWide {
    drawOwes(editor, today: state.today, in: side, on: &canvas)
  } else {
    let owes = editor.owesInShort
    canvas.draw(owes.words, in: layout.owes.inset(x: 1), style: owes.style)
  }
  drawCursor(editor, layout, on: &canvas)
}

private func drawHead(
  _ editor: InvoiceEditor, _ layout: EditorLayout, on canvas: inout Canvas
) {
  let draft = editor.draft
  for cell in [GridCell.customer, .date, .terms, .due, .reference, .notes, .conditions] {
    guard let label = layout.label(of: cell), let rect = layout.rect(of: cell) else { continue }
    canvas.draw(SafeText(cell.title), in: label, style: .dim)
    canvas.draw(draft.shown(in: cell), in: rect)
  }
  if let customer = layout.rect(of: .customer) {
    if draft.customer == nil {
      canvas.draw("type to choose a customer", in: customer, style: .dim)
    } else if let email = editor.standing?.email {
      let name = draft.shown(in: .customer)
      canvas.draw(
        "<\(email)>", in: customer.column(at: name.width + 2, width: customer.width), style: .dim)
    }
  }
  let (label, value) = layout.number.split(left: 11)
  canvas.draw("Number", in: label, style: .dim)
  canvas.draw(SafeText(draft.number ?? "auto"), in: value)
}

private func drawLines(
  _ editor: InvoiceEditor, _ layout: EditorLayout, on canvas: inout Canvas
) {
  let draft = editor.draft
  let head = layout.lines.y - 1
  for column in LineColumn.allCases {
    canvas.draw(
      SafeText(column == .discount && layout.inside.width < 70 ? "Disc." : column.title),
      in: layout.rect(of: column, y: head), style: .dim,
      align: column.alignment)
  }
  canvas.draw("Amount", in: layout.amount.at(y: head), style: .dim, align: .right)
  for (index, line) in draft.lines.enumerated().dropFirst(layout.firstLine)
    .prefix(max(0, layout.lines.height))
  {
    let y = layout.lines.y + index - layout.firstLine
    let isCurrent = editor.cell.lineIndex == index
    let number = Rect(x: layout.lines.x, y: y, width: 4, height: 1)
    canvas.draw(
      "\(isCurrent ? "▌" : " ")\(index + 1)", in: number, style: isCurrent ? .focus : .dim)
    for column in LineColumn.allCases {
      canvas.draw(
        draft.shown(in: .line(index, column)), in: layout.rect(of: column, y: y),
        align: column.alignment)
    }
    guard !line.isBlank else { continue }
    let places = draft.currency.decimals
    canvas.draw(
      SafeText(line.amount(places: places).grouped(places: places)),
      in: layout.amount.at(y: y), style: .money, align: .right)
  }
  let below = draft.lines.count - layout.firstLine - layout.lines.height
  if below > 0 || layout.firstLine > 0 {
    let words: SafeText = "\(layout.firstLine > 0 ? "↑" : " ")\(below > 0 ? "↓" : " ")"
    canvas.put(words, x: layout.lines.x, y: head, style: .dim)
  }
}

private func drawSums(
  _ editor: InvoiceEditor, _ layout: EditorLayout, on canvas: inout Canvas
) {
  let draft = editor.draft
  let totals = draft.totals
  let places = draft.currency.decimals
  let name = draft.isInclusiveTax ? "Subtotal, tax included" : "Subtotal"
  var rows: [(SafeText, SafeText, Style)] = [
    (SafeText(name), SafeText(totals.subtotal.grouped(places: places)), .money)
  ]
  for tax in totals.taxes {
    rows.append((SafeText(tax.name), SafeText(tax.amount.grouped(places: places)), .money))
  }
  rows.append(("Total", Money(totals.total, draft.currency).full, .strong))
  for (index, row) in rows.prefix(layout.sums.height).enumerated() {
    let (left, right) = layout.sums.row(index).split(right: 16)
    canvas.draw(row.0, in: left, style: row.2 == .strong ? .strong : .dim)
    canvas.draw(row.1, in: right, style: row.2, align: .right)
  }
}

private func drawCursor(
  _ editor: InvoiceEditor, _ layout: EditorLayout, on canvas: inout Canvas
) {
  guard var rect = layout.rect(of: editor.cell) else { return }
  guard let input = editor.input else {
    let text = editor.draft.shown(in: editor.cell)
    guard editor.cell.column == .item, text.width > rect.width else {
      let isBlank = canvas.isBlank(rect)
      return canvas.restyle(isBlank ? rect.split(left: 10).left : rect, style: .selection)
    }
    // A name that its column cuts is shown in full while the cursor is on it.
    return canvas.draw(
      text, in: rect.widened(to: text.width + 1, in: layout.inside), style: .selection)
  }
  if editor.cell.column == .item { rect = rect.widened(to: 30, in: layout.inside) }
  input.field.draw(in: rect, on: &canvas, style: input.isFresh ? .selection : .field)
  drawDropDown(input, editor, below: rect, in: layout.inside, on: &canvas)
}

extension LineColumn {
  fileprivate var alignment: Canvas.Alignment { self == .item || self == .tax ? .left : .right }
}

extension Rect {
  fileprivate func at(y: Int) -> Rect { Rect(x: x, y: y, width: width, height: height) }

  fileprivate func widened(to width: Int, in area: Rect) -> Rect {
    Rect(x: x, y: y, width: min(max(width, self.width), area.right - x), height: height)
  }
}

extension Canvas {
  fileprivate func isBlank(_ rect: Rect) -> Bool {
    (rect.x..<max(rect.x, rect.right)).allSatisfy { self[$0, rect.y].character == " " }
  }
}

extension CustomerStanding {
  /// The address that mail goes to first.
  var email: String? {
    customer.email ?? persons.first { !$0.email.isEmpty }?.email
  }
}

extension InvoiceEditor {
  fileprivate var title: SafeText {
    var title: SafeText = draft.number.map { "Draft \($0)" } ?? "Draft invoice"
    if let customer = draft.customer { title = title + " ─ " + SafeText(customer.name) }
    if let deal = draft.deal { title = title + " ─ from deal: " + SafeText(deal.name) }
    return title
  }

  fileprivate func saved(at now: Date) -> (words: SafeText, style: Style) {
    if storing != nil { return ("saving at Books…", .pending) }
    if saving.failure != nil { return ("! not saved on disk", .bad) }
    guard saving.revision == draft.revision else { return ("saving…", .pending) }
    guard let time = saving.time else { return ("on disk", .dim) }
    return ("saved \(time.age(at: now).string) ago", .dim)
  }
}
