import FoundationEssentials
import Sales
import Screen

/// Draws the form of a payment in the middle of the screen.
func drawPayment(_ form: PaymentForm, _ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let box = area.centered(Size(width: 78, height: form.unpaid.count + 10))
  canvas.fill(box)
  let inside = canvas.frame(
    box, title: "Payment from \(form.draft.customer.name)", style: .focus
  ).inset(x: 1)
  var rows = LabelledRows(area: inside, labelWidth: 13)
  rows.draw("Organization", SafeText(state.tenant.organization), style: .organization, on: &canvas)
  draw(form, .amount, "Amount", understood: form.draft.amount.full, in: &rows, on: &canvas)
  draw(form, .date, "Date", understood: form.draft.date.spoken, in: &rows, on: &canvas)
  rows.draw(
    "By", "\(form.modeInWords)\(form.field == .mode ? "  ← → another" : "")",
    style: form.field == .mode ? .field : .normal, on: &canvas)
  draw(form, .reference, "Reference", understood: "", in: &rows, on: &canvas)
  drawUnpaid(form, state, in: inside.split(top: rows.y - inside.y).rest, on: &canvas)
}

private func draw(
  _ form: PaymentForm, _ field: PaymentField, _ label: String, understood: SafeText,
  in rows: inout LabelledRows, on canvas: inout Canvas
) {
  let (left, right) = rows.draw(label, "", on: &canvas).split(left: 20)
  draw(form, field, in: left, on: &canvas)
  if let problem = form.problems[field] {
    canvas.draw("! " + problem, in: right.inset(x: 1), style: .bad)
  } else if form.field == field, !understood.isEmpty {
    canvas.draw("= " + understood, in: right.inset(x: 1), style: .good)
  }
}

private func draw(
  _ form: PaymentForm, _ field: PaymentField, in area: Rect, on canvas: inout Canvas
) {
  let text = form.texts[field] ?? TextField()
  if form.field == field {
    text.draw(in: area, on: &canvas)
  } else {
    canvas.draw(form.understood(field) ?? SafeText(text.text), in: area)
  }
}

private func drawUnpaid(
  _ form: PaymentForm, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let currency = form.draft.amount.currency
  let (list, foot) = area.split(bottom: 2)
  canvas.draw("Invoice       Due                  Unpaid        Gets", in: list.row(0), style: .dim)
  let room = max(1, list.height - 1)
  let chosen = form.unpaid.firstIndex { form.field == .invoice($0.id) } ?? 0
  let first = max(0, chosen - room + 1)
  for (index, invoice) in form.unpaid.dropFirst(first).prefix(room).enumerated() {
    let row = list.row(index + 1)
    let due = invoice.dueDate
    canvas.draw(SafeText(invoice.number), in: row.column(at: 0, width: 13))
    canvas.draw(
      due?.distance(from: state.today) ?? "no due day", in: row.column(at: 14, width: 12),
      style: due.map { $0 < state.today } == true ? .bad : .normal)
    canvas.draw(
      Money(invoice.balance, currency).full, in: row.column(at: 27, width: 14), style: .money,
      align: .right)
    draw(form, .invoice(invoice.id), in: row.column(at: 43, width: 12), on: &canvas)
    if let problem = form.problems[.invoice(invoice.id)] {
      canvas.draw("! " + problem, in: row.column(at: 56, width: row.width - 56), style: .bad)
    }
  }
  if form.unpaid.isEmpty {
    canvas.draw("No other invoice is unpaid.", in: list.row(1), style: .dim)
  }
  let rest = Money(form.draft.remainder, currency)
  let words: SafeText =
    rest.amount > 0
    ? "\(rest.full.string) left over: it stays as the customer's credit" : "all of it is given out"
  canvas.draw(
    form.problem.map { "! " + $0 } ?? words, in: foot.row(0),
    style: form.problem == nil ? .strong : .bad)
  canvas.draw(
    form.credits.map { "\($0.full) of credit is left: Ctrl-O puts it on the invoice instead" }
      ?? "Ctrl-S asks before it records", in: foot.row(1),
    style: form.credits == nil ? .dim : .good)
}

extension PaymentForm {
  /// The amount in a field as it was understood; nil when it holds none, or no value.
  fileprivate func understood(_ field: PaymentField) -> SafeText? {
    let amount: Decimal
    switch field {
    case .amount: amount = draft.amount.amount
    case .invoice(let id): amount = applied(to: id)
    case .date, .mode, .reference: return nil
    }
    guard problems[field] == nil, amount > 0 else { return nil }
    return Money(amount, draft.amount.currency).full
  }
}

extension Rect {
  /// A column of it, from so many cells to the right of its left edge, held within it.
  func column(at offset: Int, width: Int) -> Rect {
    Rect(x: x + offset, y: y, width: min(width, self.width - offset), height: height)
  }
}
