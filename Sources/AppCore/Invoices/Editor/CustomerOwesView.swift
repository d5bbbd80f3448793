import Sales
import Screen

/// Draws what the customer owes, and what the deal is worth beside what was invoiced for it.
func drawOwes(
  _ editor: InvoiceEditor, today: CalendarDate, in area: Rect, on canvas: inout Canvas
) {
  let name = editor.draft.customer.map { SafeText($0.name) + " owes" } ?? "Customer"
  let inside = canvas.frame(area, title: name).inset(x: 1)
  let money = editor.dealRows
  let (top, bottom) = inside.split(bottom: min(inside.height, money.count))
  drawUnpaid(editor, today: today, in: top, on: &canvas)
  for (index, row) in money.prefix(bottom.height).enumerated() {
    let (left, right) = bottom.row(index).split(left: 10)
    if row.amount.isEmpty {
      canvas.draw(row.label, in: bottom.row(index), style: row.style)
    } else {
      canvas.draw(row.label, in: left, style: .dim)
      canvas.draw(row.amount, in: right, style: row.style)
    }
  }
}

private func drawUnpaid(
  _ editor: InvoiceEditor, today: CalendarDate, in area: Rect, on canvas: inout Canvas
) {
  guard editor.draft.customer != nil else {
    return canvas.draw("not chosen yet", in: area.row(0), style: .dim)
  }
  guard let standing = editor.standing else {
    return canvas.draw("reading…", in: area.row(0), style: .dim)
  }
  let credits = standing.customer.unusedCredits
  let (list, foot) = area.split(bottom: credits > 0 ? 2 : 1)
  if standing.unpaid.isEmpty { canvas.draw("nothing", in: list.row(0), style: .good) }
  let room = standing.unpaid.count > list.height ? list.height - 1 : list.height
  for (index, invoice) in standing.unpaid.prefix(max(0, room)).enumerated() {
    let row = list.row(index)
    let isLate = invoice.group(on: today) == .overdue
    let (left, right) = row.split(right: 9)
    let balance = Money(invoice.balance, invoice.currency).short
    canvas.draw("\(invoice.number) \(balance.string)", in: left)
    let due = invoice.dueDate?.distance(from: today) ?? ""
    canvas.draw(due, in: right, style: isLate ? .bad : .dim, align: .right)
  }
  if room < standing.unpaid.count {
    canvas.draw("and \(standing.unpaid.count - room) more", in: list.row(room), style: .dim)
  }
  guard credits > 0 else { return }
  let (left, right) = foot.row(0).split(left: 10)
  canvas.draw("credits", in: left, style: .dim)
  canvas.draw(Money(credits, standing.customer.currency).full, in: right, style: .money)
}

extension InvoiceEditor {
  fileprivate struct MoneyRow {
    var label: SafeText
    var amount: SafeText = ""
    var style = Style.money
  }

  /// What the deal is worth, what was invoiced, what this invoice adds, and a warning.
  fileprivate var dealRows: [MoneyRow] {
    var rows: [MoneyRow] = []
    if draft.deal != nil {
      rows.append(MoneyRow(label: "Value", amount: dealValue?.full ?? "not said"))
      let unknown: SafeText = isDealUnread ? "not read" : "reading…"
      rows.append(MoneyRow(label: "Invoiced", amount: dealMoney?.invoiced.full ?? unknown))
    }
    let total = Money(draft.totals.total, draft.currency)
    rows.append(MoneyRow(label: "This one", amount: total.full))
    if let beyond = beyondDeal {
      rows.append(MoneyRow(label: "! over the deal's value", style: .warning))
      rows.append(MoneyRow(label: "  by \(beyond.full.string)", style: .warning))
    }
    return rows
  }

  /// The same on one line, for narrow screens.
  var owesInShort: (words: SafeText, style: Style) {
    if let beyond = beyondDeal {
      return ("! over the deal's value by \(beyond.full.string)", .warning)
    }
    guard let customer = draft.customer else { return ("no customer is chosen yet", .dim) }
    guard let standing else { return ("reading what \(customer.name) owes…", .dim) }
    let unused = Money(standing.customer.unusedCredits, standing.customer.currency)
    let credits = unused.amount > 0 ? " · credits \(unused.full.string)" : ""
    guard !standing.unpaid.isEmpty else {
      return ("\(customer.name) owes nothing\(credits)", .dim)
    }
    let owed = Totals(standing.unpaid.map { Money($0.balance, $0.currency) })
    let count = standing.unpaid.count == 1 ? "1 invoice" : "\(standing.unpaid.count) invoices"
    return ("\(customer.name) owes \(owed.full.string) on \(count)\(credits)", .dim)
  }
}
