import FoundationEssentials
import Sales
import Screen

/// Draws the form of a paper in the middle of the screen.
func drawDocumentForm(
  _ form: DocumentForm, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let isCredit = form.draft.kind == .creditNote
  let height = form.fields.count + (isCredit ? 8 : 7)
  let kind = form.draft.kind.singular
  let inside = drawBox(
    SafeText(kind.prefix(1).uppercased() + kind.dropFirst() + " for " + form.draft.customer.name),
    size: Size(width: min(78, area.width - 2), height: min(height, area.height)), in: area,
    on: &canvas)
  var rows = LabelledRows(area: inside, labelWidth: 13)
  rows.draw("Organization", SafeText(state.tenant.organization), style: .organization, on: &canvas)
  if let invoice = form.draft.invoice { rows.draw("Invoice", SafeText(invoice.name), on: &canvas) }
  if let deal = form.draft.deal {
    let value = form.dealValue.map { ", \($0.full.string)" } ?? ""
    rows.draw("Deal", "\(deal.name)\(value)", on: &canvas)
  }
  for field in form.fields {
    if case .line = field { continue }
    draw(form, field, in: &rows, on: &canvas)
  }
  let (body, foot) = inside.split(bottom: 2)
  if isCredit {
    let top = rows.y - inside.y
    drawLines(form, in: body.split(top: top).rest, on: &canvas)
  }
  let problem = form.problem
  canvas.draw(
    problem.map { "! " + $0 } ?? "It comes to \(form.draft.total.full.string)", in: foot.row(0),
    style: problem == nil ? .strong : .bad)
  canvas.draw("Ctrl-S asks before it is made", in: foot.row(1), style: .dim)
}

private func draw(
  _ form: DocumentForm, _ field: DocumentField, in rows: inout LabelledRows,
  on canvas: inout Canvas
) {
  let rest = rows.draw(form.title(of: field), "", on: &canvas)
  let isWide = field == .name || field == .words || field == .reference
  let (left, right) = rest.split(left: isWide ? min(44, rest.width) : min(22, rest.width))
  let text = form.texts[field] ?? TextField()
  let understood = form.understood(field)
  if form.field == field {
    text.draw(in: left, on: &canvas)
  } else {
    canvas.draw(
      form.problems[field] == nil ? understood ?? SafeText(text.text) : SafeText(text.text),
      in: left)
  }
  if let problem = form.problems[field] {
    canvas.draw("! " + problem, in: right.inset(x: 1), style: .bad)
  } else if form.field == field, let understood {
    canvas.draw("= " + understood, in: right.inset(x: 1), style: .good)
  }
}

private func drawLines(_ form: DocumentForm, in area: Rect, on canvas: inout Canvas) {
  canvas.draw("Lines to credit; space leaves one out", in: area.row(0), style: .dim)
  let room = area.split(top: 1).rest
  var current = 0
  if case .line(let line) = form.field { current = line }
  let range = visible(form.lines.count, around: current, rows: room.height)
  let places = form.draft.currency.decimals
  for place in range {
    let line = form.lines[place]
    let row = room.row(place - range.lowerBound)
    let isOut = form.leftOut.contains(place)
    let (left, right) = row.split(right: 16)
    let name = line.name.isEmpty ? line.description : line.name
    canvas.draw(
      "\(isOut ? "[ ]" : "[x]") \(line.quantity.shown()) × \(name)", in: left,
      style: isOut ? .dim : .normal)
    canvas.draw(
      SafeText(line.amount(places: places).grouped(places: places)), in: right,
      style: isOut ? .dim : .money, align: .right)
    if form.field == .line(place) { canvas.restyle(row, style: .selection) }
  }
}
