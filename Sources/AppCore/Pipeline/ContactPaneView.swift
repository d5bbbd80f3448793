import Sales
import Screen

/// Draws the pane of the person and the company of the selected deal.
func drawContactPane(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let inner = canvas.frame(area, title: "Contact")
  drawLines(state.contactLines(width: inner.width - 2), in: inner.padded, on: &canvas)
}

extension AppState {
  /// What is known of the person and the company of the selected deal.
  func contactLines(width: Int) -> [TextLine] {
    guard let row = board.selectedRow else { return [] }
    guard let detail = board.detail, detail.row.id == row.id else { return namesOnly(row.deal) }
    var lines: [TextLine] = []
    func add(_ text: String?, _ style: Style = .normal) {
      guard let text, !text.isEmpty else { return }
      lines += SafeText(text).wrapped(to: width, limit: 2).map { TextLine($0, style) }
    }
    add(detail.contact?.name ?? row.deal.contact?.name ?? "no contact", .strong)
    add(detail.contact?.title)
    if let account = detail.account?.name ?? row.deal.account?.name { add("\(account) · account") }
    if let email = detail.contact?.email, !email.isEmpty {
      lines += SafeText(email).addressLines(width: width).map { TextLine($0) }
    }
    add(detail.contact?.phone)
    add(detail.contact?.mobile)
    if detail.account?.phone != detail.contact?.phone { add(detail.account?.phone, .dim) }
    add(detail.account?.industry, .dim)
    lines += [TextLine()] + standing(detail)
    return lines
  }

  private func namesOnly(_ deal: Deal) -> [TextLine] {
    [
      TextLine(SafeText(deal.contact?.name ?? "no contact"), .strong),
      TextLine(SafeText(deal.account?.name ?? "no account")),
    ]
  }

  /// What the company has open with us: deals, and invoices it has not paid.
  private func standing(_ detail: DealDetail) -> [TextLine] {
    var unpaid = Totals()
    var overdue = Totals()
    for invoice in detail.unpaid {
      let balance = Money(invoice.balance, invoice.currency)
      unpaid.add(balance)
      if let due = invoice.dueDate, due < today { overdue.add(balance) }
    }
    var lines = [
      TextLine("Deals \(detail.openDeals.grouped)").right(
        "\(detail.openTotals.whole.string) open", .money),
      TextLine("Invoices \(detail.unpaid.count.grouped)")
        .right("\(unpaid.whole.string) unpaid", .money),
    ]
    if !overdue.isEmpty { lines.append(TextLine().right("\(overdue.whole.string) overdue", .bad)) }
    return lines
  }
}
