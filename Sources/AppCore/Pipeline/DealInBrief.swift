import FoundationEssentials
import Sales
import Screen

/// Money and contact of a deal in a line each, for screens without room for their panes.
extension AppState {
  /// The money in brief: `value £10,200 · invoiced £4,686.40 · paid – · outstanding £4,686.40`.
  func moneyInBrief(of row: DealRow, width: Int) -> [TextLine] {
    var runs = [brief("value", row.deal.amount.map { [$0] } ?? [], .money)]
    if let detail = board.detail, detail.row.id == row.id {
      let money = detail.money
      let isOwed = money.outstanding.all.contains { $0.amount != 0 }
      runs += [
        brief("invoiced", money.invoiced.all, .money),
        brief("paid", money.paid.all, .money),
        brief("outstanding", money.outstanding.all, isOwed ? .warning : .money),
      ]
      for warning in warnings(about: money) { runs += warning.runs }
    } else if board.detailFailure == nil {
      runs.append(.init(text: "reading invoices…", style: .dim))
    }
    return TextLine.flow(runs, width: width)
  }

  /// Who to talk to: `Jane Doe · jane@initech.example · +44 20 7946 0000`.
  func contactInBrief(of row: DealRow, width: Int) -> [TextLine] {
    let contact = board.detail.flatMap { $0.row.id == row.id ? $0.contact : nil }
    let phone = [contact?.phone, contact?.mobile].compactMap(\.self).first { !$0.isEmpty }
    let words = [contact?.name ?? row.deal.contact?.name, contact?.email, phone]
    let runs = words.compactMap(\.self).filter { !$0.isEmpty }
      .map { TextLine.Run(text: SafeText($0), style: .normal) }
    return TextLine.flow(runs, width: width)
  }

  /// A label with its amounts, one for each currency that has any; a dash when nothing is known of.
  private func brief(_ label: SafeText, _ amounts: [Money], _ style: Style) -> TextLine.Run {
    let some = amounts.filter { $0.amount != 0 }
    guard let first = some.first ?? amounts.first else {
      return .init(text: "\(label) –", style: .dim)
    }
    let all = some.dropFirst().reduce(first.exact) { $0 + ", " + $1.exact }
    return .init(text: "\(label) \(all)", style: style)
  }
}
