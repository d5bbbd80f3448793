import Sales
import Screen

/// Draws the drafts on this machine.
func drawDrafts(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let list = state.invoices
  let head = area.row(0)
  let wide = area.width >= 68
  let nameWidth = max(10, area.width - (wide ? 53 : 31))
  let numberPlace = nameWidth + 2
  canvas.draw("Customer", in: head.column(at: 1, width: nameWidth), style: .dim)
  canvas.draw("At Books", in: head.column(at: numberPlace, width: 12), style: .dim)
  if wide {
    canvas.draw("From deal", in: head.column(at: numberPlace + 13, width: 22), style: .dim)
  }
  canvas.draw("Total", in: head.inset(x: 1).split(right: 15).right, style: .dim, align: .right)
  let body = area.split(top: 1).rest
  guard let drafts = list.drafts else {
    return canvas.draw("reading the drafts…", in: body.row(0).inset(x: 1), style: .dim)
  }
  guard !drafts.isEmpty else {
    return canvas.draw(
      "No draft is here. a writes a new invoice.", in: body.row(0).inset(x: 1), style: .dim)
  }
  let selected = drafts.firstIndex { $0.id == list.draft?.id } ?? 0
  let top = max(0, selected - body.height + 1)
  for (offset, draft) in drafts.dropFirst(top).prefix(body.height).enumerated() {
    let row = body.row(offset)
    let name = draft.customer.map { SafeText($0.name) } ?? "no customer yet"
    canvas.draw(name, in: row.column(at: 1, width: nameWidth))
    canvas.draw(
      SafeText(draft.number ?? "not yet"), in: row.column(at: numberPlace, width: 12),
      style: draft.number == nil ? .dim : .normal)
    if wide {
      canvas.draw(
        SafeText(draft.deal?.name ?? "–"), in: row.column(at: numberPlace + 13, width: 22))
    }
    canvas.draw(
      Money(draft.totals.total, draft.currency).full, in: row.inset(x: 1).split(right: 15).right,
      style: .money, align: .right)
    if top + offset == selected {
      canvas.put("▌", x: row.x, y: row.y, style: .selection)
      canvas.restyle(row, style: .selection)
    }
  }
}
