import Sales
import Screen

/// Draws the review over the whole screen: what goes out, to whom, and what is odd about it.
func drawReview(
  _ review: InvoiceReview, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  canvas.fill(area)
  let inside = canvas.frame(
    area, title: "Review before sending ─ \(review.invoice.number)", style: .focus)
  let fields = review.fields(state)
  let recipients = review.stored.mail.recipients
  let warnings =
    (review.typing?.problem.map { [($0, Style.bad)] } ?? [])
    + (review.problem.map { [(SafeText("cannot be sent: ") + $0, Style.bad)] } ?? [])
    + review.warnings(today: state.today).map { ($0, Style.warning) }
  var rows = LabelledRows(area: inside.inset(x: 1), labelWidth: 13)
  for (label, value, style) in fields { rows.draw(label, value, style: style, on: &canvas) }
  // Three rows stay for the subject and the text; many recipients scroll, and are counted.
  let room = max(1, inside.bottom - rows.y - 3 - min(warnings.count, 3))
  let first = max(0, min(review.selected - room + 1, recipients.count - room))
  if recipients.isEmpty { rows.draw("To", "nobody", style: .bad, on: &canvas) }
  for (index, recipient) in recipients.enumerated().dropFirst(first).prefix(room) {
    let mark = recipient.isSelected ? "[x]" : "[ ]"
    let name = recipient.name.isEmpty ? "" : recipient.name + "  "
    rows.draw(
      index == first ? recipients.count > room ? "To, of \(recipients.count)" : "To" : "",
      "\(mark) \(name)<\(recipient.email)>",
      style: index == review.selected ? .selection : recipient.isSelected ? .normal : .dim,
      on: &canvas)
  }
  if let typing = review.typing, typing.line == .address {
    typing.field.draw(in: rows.draw("Also to", "", on: &canvas), on: &canvas)
  }
  if let typing = review.typing, typing.line == .subject {
    typing.field.draw(in: rows.draw("Subject", "", on: &canvas), on: &canvas)
  } else {
    rows.draw("Subject", SafeText(review.stored.mail.subject), style: .strong, on: &canvas)
  }
  for (warning, style) in warnings {
    rows.draw("", "! " + warning, style: style, on: &canvas)
  }
  drawMailText(review, in: inside.split(top: rows.y - inside.y).rest, on: &canvas)
}

private func drawMailText(_ review: InvoiceReview, in area: Rect, on canvas: inout Canvas) {
  guard area.height >= 2 else { return }
  let rule = SafeText(String(repeating: "─", count: area.width))
  canvas.draw(rule, in: area.row(0), style: .border)
  let text = area.split(top: 1).rest.inset(x: 1)
  let wrapped = review.text.flatMap { $0.wrapped(to: text.width) }
  let top = min(review.top, max(0, wrapped.count - text.height))
  for (row, line) in wrapped.dropFirst(top).prefix(text.height).enumerated() {
    canvas.draw(line, in: text.row(row))
  }
  let left = wrapped.count - top - text.height
  guard left > 0 else { return }
  let more: SafeText = " \(left) more, ↓ "
  canvas.put(more, x: area.right - more.width - 1, y: area.y, style: .dim)
}

extension InvoiceReview {
  fileprivate func fields(_ state: AppState) -> [(String, SafeText, Style)] {
    let invoice = invoice
    let total = Money(invoice.total, invoice.currency).full.string
    let due = invoice.dueDate.map { "due \($0.spoken.string)" } ?? "no due day"
    let place =
      state.tenant.isDemo ? "demo: the mail stays on this machine" : state.tenant.dataCenter
    return [
      ("Organization", "\(state.tenant.organization) (\(place))", .organization),
      ("Invoice", "\(invoice.number)  \(total)  \(due)", .money),
      ("Customer", SafeText(invoice.customer.name), .normal),
      ("From", SafeText(stored.mail.from), .normal),
      ("Attached", stored.mail.attachmentName.map { SafeText($0) } ?? "nothing", .normal),
    ]
  }
}
