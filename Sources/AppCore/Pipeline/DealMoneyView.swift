import FoundationEssentials
import Sales
import Screen

/// Draws the pane of the selected deal's money.
func drawDealMoney(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let inner = canvas.frame(area, title: "Money of this deal")
  drawLines(state.moneyLines(width: inner.width - 2), in: inner.padded, on: &canvas)
}

extension AppState {
  /// What the selected deal is worth, what was invoiced for it, what came in and what is unpaid.
  func moneyLines(width: Int) -> [TextLine] {
    guard let row = board.selectedRow else { return [] }
    guard let detail = board.detail, detail.row.id == row.id else {
      return [
        amountLine("value", row.deal.amount?.full ?? "not said"),
        TextLine("reading invoices…", .dim),
      ]
    }
    let money = detail.money
    var lines = [amountLine("value", money.value?.full ?? "not said")]
    lines += amountLines("invoiced", money.invoiced)
    lines += amountLines("paid", money.paid)
    lines += amountLines(
      "outstanding", money.outstanding, money.outstanding.isZero ? .money : .warning)
    lines += warnings(about: money)
    lines += detail.invoices.map { invoice in
      let total = Money(invoice.total, invoice.currency)
      return TextLine("\(invoice.number) \(invoice.status.words)", .dim).right(total.full, .dim)
    }
    return lines
  }

  private func amountLine(_ label: SafeText, _ amount: SafeText, _ style: Style = .money)
    -> TextLine
  {
    TextLine(label, .dim).right(amount, style)
  }

  /// A line for each currency, the first with the label; a dash when there is none.
  private func amountLines(_ label: SafeText, _ totals: Totals, _ style: Style = .money)
    -> [TextLine]
  {
    let amounts = totals.all
    if amounts.isEmpty { return [amountLine(label, "–")] }
    return amounts.enumerated().map { place, money in
      amountLine(place == 0 ? label : "", money.full, style)
    }
  }

  /// What makes the sums less sure than they look.
  func warnings(about money: DealMoney) -> [TextLine] {
    var lines: [TextLine] = []
    if let value = money.value {
      let excess = money.invoiced[value.currency].amount - value.amount
      if excess > 0 {
        let over = Money(excess, value.currency)
        lines.append(TextLine("! invoiced \(over.full.string) over", .warning))
      }
    }
    if outbox.uncertainCount > 0 {
      let writes = outbox.uncertainCount == 1 ? "1 write" : "\(outbox.uncertainCount) writes"
      lines.append(TextLine("? \(writes) unsure: see 6 Outbox", .warning))
    }
    return lines
  }
}

extension Totals {
  /// Whether every sum is nothing.
  fileprivate var isZero: Bool { all.allSatisfy { $0.amount == 0 } }
}

extension Open where Word == InvoiceStatus {
  /// The status in plain words.
  fileprivate var words: String {
    switch self {
    case .known(.partiallyPaid): "part paid"
    case .known(let status): status.rawValue
    case .other(let text): text
    }
  }
}
