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
  if let jump = editor.jump { drawLabels(jump, layout, on: &canvas) }
  let look = editor.look
  canvas.put(look, x: main.right - look.width - 1, y: main.bottom - 1, style: .dim)
}

private func drawHead(
  _ editor: InvoiceEditor, _ layout: EditorLayout, on canvas: inout Canvas
) {
  let draft = editor.draft
  for cell in GridCell.fields {
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
  let rows = editor.draft.sums
  for (index, row) in rows.prefix(layout.sums.height).enumerated() {
    let (left, right) = layout.sums.row(index).split(right: 16)
    canvas.draw(row.label, in: left, style: row.style == .strong ? .strong : .dim)
    canvas.draw(row.amount, in: right, style: row.style, align: .right)
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

extension InvoiceDraft {
  /// The sums below the lines, a row each.
  var sums: [(label: SafeText, amount: SafeText, style: Style)] {
    let totals = totals
    func row(_ label: String, _ amount: Decimal) -> (SafeText, SafeText, Style) {
      (SafeText(label), SafeText(amount.grouped(places: currency.decimals)), .money)
    }
    var rows = [row(isInclusiveTax ? "Subtotal, tax included" : "Subtotal", totals.subtotal)]
    if totals.discount != 0 { rows.append(row("Discount", -totals.discount)) }
    rows += totals.taxes.map { row($0.name, $0.amount) }
    if let shipping { rows.append(row("Shipping", shipping)) }
    if let adjustment { rows.append(row("Adjustment", adjustment)) }
    rows.append(("Total", Money(totals.total, currency).full, .strong))
    return rows
  }
}

extension InvoiceEditor {
  /// What is said on the lower edge: how the PDF looks, and how many files go with it.
  fileprivate var look: SafeText {
    var parts: [String] = []
    if let estimate = draft.estimate { parts.append("from \(estimate.name)") }
    if let template = draft.template { parts.append(template.name) }
    if let files = atBooks?.files, !files.isEmpty {
      parts.append(files.count == 1 ? "1 file" : "\(files.count) files")
    }
    return parts.isEmpty ? "" : SafeText(" " + parts.joined(separator: " · ") + " ")
  }

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
