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
    if invoice.status == .known(.pendingApproval) { return "it waits for approval: A approves it" }
    return invoice.status == .known(.void) ? "it is void" : nil
  }

  /// Why its customer cannot be reminded of it; nil when that can be.
  func reasonNotToRemind(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    if invoice.status == .known(.void) { return "it is void" }
    if invoice.isDraftOrVoid { return "it was not sent yet" }
    return invoice.balance <= 0 ? "nothing is unpaid" : nil
  }

  /// Why what is unpaid cannot be written off; nil when it can.
  func reasonNotToWriteOff(_ invoice: Invoice) -> SafeText? { reasonNotToRemind(invoice) }

  /// Why a write-off cannot be cancelled; nil when it can.
  func reasonNotToCancelWriteOff(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    return (invoice.writtenOff ?? 0) > 0 ? nil : "nothing of it is written off"
  }

  /// Why it cannot become a draft again; nil when it can.
  func reasonNotToReturn(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    return invoice.status == .known(.void) ? nil : "only a void one becomes a draft again"
  }

  /// Why it can be neither submitted nor approved; nil when it can.
  func reasonNotToApprove(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    switch invoice.status {
    case .known(.draft), .known(.pendingApproval): return nil
    case .known(.approved): return "it is approved already: S sends it"
    default: return "only drafts are approved"
    }
  }

  /// Why no payment can be recorded on it; nil when one can.
  func reasonNotToPay(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    if invoice.status == .known(.void) { return "it is void" }
    if invoice.isDraftOrVoid { return "it is a draft: send it or mark it as sent first" }
    return invoice.balance <= 0 ? "nothing is unpaid" : nil
  }

  /// Why it cannot be marked as sent; nil when it can.
  func reasonNotToMark(_ invoice: Invoice) -> SafeText? {
    if let pending = pending(invoice.id) { return pending }
    if invoice.status == .known(.approved) { return nil }
    if invoice.status == .known(.pendingApproval) { return "it waits for approval: A approves it" }
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
  func confirmation(voiding invoice: Invoice, _ reason: String) -> Confirmation {
    Confirmation(
      title: "Void invoice \(invoice.number)?",
      lines: facts(of: invoice) + [
        "Reason        \(reason)", "The customer owes nothing by it any more.",
      ],
      answers: [
        .init(key: "k", label: "keep it", effects: []),
        .init(
          key: "v", label: "void it", effects: [.enqueue(.voidInvoice(invoice, reason: reason))]),
      ])
  }

  /// The question before what is unpaid is given up.
  func confirmation(writingOff invoice: Invoice, _ reason: String) -> Confirmation {
    let balance = Money(invoice.balance, invoice.currency).full.string
    let write = WriteRequest.step(InvoiceStep(.writeOff, invoice), reason: reason)
    return Confirmation(
      title: "Write off \(balance) of \(invoice.number)?",
      lines: facts(of: invoice) + [
        "Reason        \(reason)", "What is unpaid counts as lost. It can be cancelled.",
      ],
      answers: [
        .init(key: "k", label: "keep it owed"),
        .init(key: "w", label: "write it off", effects: [.enqueue(write)]),
      ])
  }

  /// The question before a step that has no form of its own.
  func confirmation(
    _ kind: InvoiceStep.Kind, _ invoice: Invoice, title: SafeText, note: SafeText, key: Character,
    label: SafeText
  ) -> Confirmation {
    Confirmation(
      title: title, lines: facts(of: invoice) + [note],
      answers: [
        .init(key: "c", label: "cancel"),
        .init(key: key, label: label, effects: [.enqueue(.step(InvoiceStep(kind, invoice)))]),
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
