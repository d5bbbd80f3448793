import Sales
import Screen

/// What closing deals may do to money, in sentences: told before the move is saved.
///
/// Whether the organization's CRM raises or voids invoices by itself is a setting at Zoho that cannot be
/// asked for, so that the words say what may happen and name what is concerned.
enum MoneyEffect {
  static func words(of deals: [DealAtStake], to stage: Stage) -> [SafeText] {
    switch stage.outcome {
    case .open: []
    case .won: won(deals)
    case .lost: lost(deals)
    }
  }

  private static func won(_ deals: [DealAtStake]) -> [SafeText] {
    let invoices = deals.flatMap(\.invoices).filter { !$0.isDraftOrVoid }
    var invoiced = Totals()
    for invoice in invoices { invoiced.add(Money(invoice.total, invoice.currency)) }
    let value = Totals(deals.compactMap(\.row.deal.amount))
    let all: SafeText = value.isEmpty ? "no amount" : value.whole
    return [
      "Zoho may raise an invoice when a deal is won.",
      invoices.isEmpty
        ? "Invoiced so far: nothing of \(all)."
        : "Invoiced so far: \(invoiced.whole) of \(all), by \(names(invoices)).",
    ] + drafts(deals, "still to be sent")
  }

  private static func lost(_ deals: [DealAtStake]) -> [SafeText] {
    let unpaid = deals.flatMap(\.invoices).filter { $0.status != .known(.void) && $0.balance != 0 }
    guard !unpaid.isEmpty else {
      return ["No unpaid invoice is concerned."] + drafts(deals, "not sent")
    }
    var owed = Totals()
    for invoice in unpaid { owed.add(Money(invoice.balance, invoice.currency)) }
    return [
      "Zoho may void invoices when a deal is lost.",
      "Concerned: \(names(unpaid)), \(owed.whole) unpaid.",
    ] + drafts(deals, "not sent")
  }

  private static func drafts(_ deals: [DealAtStake], _ words: SafeText) -> [SafeText] {
    let count = deals.reduce(0) { $0 + $1.drafts }
    return count == 0 ? [] : ["\(count.grouped) \(count == 1 ? "draft" : "drafts") here, \(words)."]
  }

  private static func names(_ invoices: [Invoice]) -> SafeText {
    let named = SafeText(invoices.prefix(3).map(\.number).joined(separator: ", "))
    let more = invoices.count - 3
    return more > 0 ? "\(named) and \(more.grouped) more" : named
  }
}
