import Sales
import Screen

/// What may be done with an invoice, and the questions that come first.
extension AppState {
  /// How the write that is under way for an invoice stands; nil when none is.
  func pending(_ invoice: Invoice.ID) -> SafeText? {
    guard let pending = invoices.pending[invoice] else { return nil }
    switch outbox.rows.first(where: { $0.id == pending.id })?.state {
    case .confirmed, .refused, .cancelled: return nil
    default: return pending.words
    }
  }

  /// The draft on this machine that an invoice was saved from; nil when there is none.
  func draft(of invoice: Invoice) -> InvoiceDraft.ID? {
    invoices.drafts?.first { $0.invoice == invoice.id }?.id
  }

  /// Why it cannot be opened in the editor; nil when it can.
  func reasonNotToEdit(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    if draft(of: invoice) != nil || invoice.status == .known(.draft) { return nil }
    return "it was sent: edit it in Books"
  }

  /// Why it cannot be mailed; nil when it can.
  func reasonNotToSend(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    return invoice.status == .known(.void) ? "it is void" : nil
  }

  /// Why no payment can be recorded on it; nil when one can.
  func reasonNotToPay(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    if invoice.status == .known(.void) { return "it is void" }
    if invoice.status == .known(.draft) { return "it is a draft: send it or mark it as sent first" }
    return invoice.balance <= 0 ? "nothing is unpaid" : nil
  }

  /// Why it cannot be marked as sent; nil when it can.
  func reasonNotToMark(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    return invoice.status == .known(.draft) ? nil : "it is no draft any more"
  }

  /// Why it cannot be made void; nil when it can.
  func reasonNotToVoid(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    if invoice.status == .known(.void) { return "it is void already" }
    return invoice.paid > 0 ? "something was paid on it: delete the payment in Books first" : nil
  }

  /// The question before an invoice counts as sent without a mail.
  func confirmation(marking invoice: Invoice) -> Confirmation {
    Confirmation(
      title: "Mark invoice \(invoice.number) as sent?",
      lines: facts(of: invoice) + ["No mail goes out. It counts as given to the customer."],
      answers: [
        .init(key: "c", label: "cancel", effects: []),
        .init(key: "m", label: "mark as sent", effects: [.enqueue(.markSent(invoice))]),
      ])
  }

  /// The question before an invoice is made void.
  func confirmation(voiding invoice: Invoice) -> Confirmation {
    Confirmation(
      title: "Void invoice \(invoice.number)?",
      lines: facts(of: invoice) + ["The customer owes nothing by it any more."],
      answers: [
        .init(key: "k", label: "keep it", effects: []),
        .init(key: "v", label: "void it", effects: [.enqueue(.voidInvoice(invoice))]),
      ])
  }

  private func facts(of invoice: Invoice) -> [SafeText] {
    [
      "Organization  \(tenant.organization)",
      "Customer      \(invoice.customer.name)",
      "Amount        \(Money(invoice.total, invoice.currency).full.string)",
    ]
  }
}
