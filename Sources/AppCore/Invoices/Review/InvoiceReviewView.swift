import Sales
import Screen

/// Draws the review over the whole screen: what goes out, to whom, and what is odd about it.
func drawReview(
  _ review: InvoiceReview, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  canvas.fill(area)
  let inside = canvas.frame(
    area, title: "\(review.title) ─ \(review.invoice.number)", style: .focus)
  let fields = review.fields(state)
  let addresses = review.addressRows
  let warnings =
    (review.typing?.problem.map { [($0, Style.bad)] } ?? [])
    + (review.problem.map { [(SafeText("cannot be sent: ") + $0, Style.bad)] } ?? [])
    + review.warnings(today: state.today).map { ($0, Style.warning) }
  var rows = LabelledRows(area: inside.inset(x: 1), labelWidth: 13)
  for (label, value, style) in fields { rows.draw(label, value, style: style, on: &canvas) }
  // Three rows stay for the subject and the text; many recipients scroll, and are counted.
  let room = max(1, inside.bottom - rows.y - 3 - min(warnings.count, 3))
  let first = max(0, min(review.selected - room + 1, addresses.count - room))
  if review.stored.mail.recipients.isEmpty { rows.draw("To", "nobody", style: .bad, on: &canvas) }
  for (index, row) in addresses.enumerated().dropFirst(first).prefix(room) {
    let isCounted = index == first && addresses.count > room
    rows.draw(
      isCounted ? "To, of \(addresses.count)" : row.label, row.text,
      style: index == review.selected ? .selection : row.isSelected ? .normal : .dim,
      on: &canvas)
  }
  if let typing = review.typing, typing.line != .subject {
    let label = typing.line == .copy ? "Copy to" : "Also to"
    typing.field.draw(in: rows.draw(label, "", on: &canvas), on: &canvas)
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
  /// What the review is of.
  fileprivate var title: SafeText {
    purpose == .invoice ? "Review before sending" : "Review the reminder before sending"
  }

  /// Who it goes to and who gets a copy, a row each.
  fileprivate var addressRows: [(label: String, text: SafeText, isSelected: Bool)] {
    let recipients = stored.mail.recipients.enumerated().map { place, recipient in
      let mark = recipient.isSelected ? "[x]" : "[ ]"
      let name = recipient.name.isEmpty ? "" : recipient.name + "  "
      let text: SafeText = "\(mark) \(name)<\(recipient.email)>"
      return (place == 0 ? "To" : "", text, recipient.isSelected)
    }
    let copies = stored.mail.copies.enumerated().map { place, address in
      (place == 0 ? "Copy" : "", "[x] <\(address)>" as SafeText, true)
    }
    return recipients + copies
  }

  fileprivate func fields(_ state: AppState) -> [(String, SafeText, Style)] {
    let invoice = invoice
    let total = Money(invoice.total, invoice.currency).full.string
    let due = invoice.dueDate.map { "due \($0.spoken.string)" } ?? "no due day"
    let unpaid =
      purpose == .invoice
      ? "" : "  unpaid \(Money(invoice.balance, invoice.currency).full.string)"
    let place =
      state.tenant.isDemo ? "demo: the mail stays on this machine" : state.tenant.dataCenter
    return [
      ("Organization", "\(state.tenant.organization) (\(place))", .organization),
      ("Invoice", "\(invoice.number)  \(total)  \(due)\(unpaid)", .money),
      ("Customer", SafeText(invoice.customer.name), .normal),
      ("From", SafeText(stored.mail.from), .normal),
      ("Attached", stored.mail.attachmentName.map { SafeText($0) } ?? "nothing", .normal),
    ]
  }
}
