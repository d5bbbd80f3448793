import Sales
import Screen

extension AppState {
  /// A write to an invoice was put into the journal, or not.
  mutating func invoiceWriteEnqueued(_ request: WriteRequest, _ result: Result<WriteID, Failure>)
    -> [Effect]
  {
    if let effects = heldEnqueued(request, result) { return effects }
    if bulkEnqueued(request, result) { return [] }
    switch result {
    case .success(let id):
      if case .recordPayment(let draft) = request { closePayment(tagged: draft.tag) }
      if case .document(let write) = request { closeForm(of: write) }
      invoices.setPending(request, PendingWrite(id: id, words: request.beingDone))
      tell("\(request.subject.string): \(request.beingDone.string)", kind: .note)
    case .failure(let failure):
      invoices.setPending(request, nil)
      tell(
        "\(request.subject.string) was not asked of Zoho: \(failure.message.string)",
        kind: .failure)
    }
    return []
  }

  /// What became of a write to an invoice, a payment or a customer.
  mutating func invoiceWriteSettled(
    _ id: WriteID, _ request: WriteRequest, _ outcome: WriteOutcome
  ) -> [Effect] {
    if let effects = bulkSettled(request, outcome) { return effects + finishDraft(request) }
    switch outcome {
    case .confirmed:
      invoices.setPending(request, nil)
      noteUndo(of: request)
      if case .recordPayment = request { invoices.asidePayment = nil }
      tell(request.done)
      return finishDraft(request) + reloadDocuments() + reload()
    case .refused(let failure):
      invoices.setPending(request, nil)
      tell("\(request.subject.string), not done: \(failure.message.string)", kind: .failure)
    case .uncertain(let reason):
      invoices.setPending(
        request, PendingWrite(id: id, words: "it may have happened: see 6 Outbox"))
      tell(
        "\(request.subject.string) may have happened: \(reason.string). See 6 Outbox.",
        kind: .warning)
    case .conflict, .record:
      invoices.setPending(request, nil)
      tell("\(request.subject.string), not done: somebody changed it meanwhile.", kind: .warning)
    }
    return reload()
  }

  /// What a confirmed write means for drafts: an invoice that was given to the customer leaves none
  /// behind, and a new customer is looked up for the open one.
  private mutating func finishDraft(_ request: WriteRequest) -> [Effect] {
    switch request {
    case .createCustomer(let account, _):
      guard let draft = editor?.draft, draft.customer == nil else { return [] }
      editor?.made = account
      return [.findCustomers(words: account.name)]
    case .emailInvoice(let invoice, _), .markSent(let invoice):
      let open = editor?.draft.invoice == invoice.id ? editor?.draft.id : nil
      if open != nil, let origin = editor?.origin {
        editor = nil
        if screen == .invoices { screen = origin }
      }
      let draft =
        open ?? invoices.draftsAtBooks[invoice.id]
        ?? invoices.drafts?.first { $0.invoice == invoice.id }?.id
      guard let draft else { return [] }
      invoices.drafts?.removeAll { $0.id == draft }
      return [.discardDraft(draft)]
    default: return []
    }
  }

  private mutating func closePayment(tagged tag: String) {
    overlays.removeAll {
      if case .payment(let form) = $0 { return form.draft.tag == tag }
      return false
    }
  }
}

extension InvoiceList {
  /// Keeps what is on its way for the invoices of a write; nil when nothing is any more.
  mutating func setPending(_ request: WriteRequest, _ write: PendingWrite?) {
    for id in request.invoices { pending[id] = write }
  }
}

extension WriteRequest {
  /// The invoices it changes.
  var invoices: [Invoice.ID] {
    switch self {
    case .markSent(let invoice), .emailInvoice(let invoice, _), .voidInvoice(let invoice, _):
      [invoice.id]
    case .step(let step, _): [step.invoice.id]
    case .recordPayment(let draft): draft.applications.map(\.invoice)
    case .createCustomer, .moveStage, .addNote, .editRecord, .record: []
    case .document(let write): write.invoice.map { [$0] } ?? []
    }
  }

  /// What it is about, to begin a sentence with.
  var subject: SafeText {
    switch self {
    case .markSent(let invoice): "Marking \(invoice.number) as sent"
    case .emailInvoice(let invoice, _): "Mailing \(invoice.number)"
    case .voidInvoice(let invoice, _): "Voiding \(invoice.number)"
    case .step(let step, _): step.subject
    case .recordPayment(let draft):
      "Payment of \(draft.amount.full.string) for \(draft.customer.name)"
    case .createCustomer(let account, _): "Customer \(account.name)"
    case .moveStage(let deal, _, _, _): SafeText(deal.name)
    case .addNote: "Note"
    case .editRecord, .record: recordSubject ?? "Record"
    case .document(let write): write.title
    }
  }

  /// What is going on while it is under way.
  fileprivate var beingDone: SafeText {
    switch self {
    case .emailInvoice(_, let mail): "sending to \(mail.addressesInWords)"
    case .recordPayment: "recording"
    case .createCustomer: "creating"
    case .voidInvoice: "voiding"
    case .step(let step, _): step.beingDone
    case .document(.create): "creating"
    default: "saving"
    }
  }

  /// What was done, once Zoho has said so.
  fileprivate var done: SafeText {
    switch self {
    case .markSent(let invoice): "Invoice \(invoice.number) is marked as sent."
    case .emailInvoice(let invoice, let mail):
      "Invoice \(invoice.number) sent to \(mail.addressesInWords)."
    case .voidInvoice(let invoice, _): "Invoice \(invoice.number) is void; u makes it a draft."
    case .step(let step, _): step.done
    case .recordPayment(let draft):
      "Payment of \(draft.amount.full.string) recorded for \(draft.customer.name)."
    case .createCustomer(let account, _): "Customer \(account.name) is in Books."
    case .moveStage(let deal, _, _, _): "\(deal.name) is saved."
    case .addNote: "The note is saved."
    case .editRecord, .record: "Saved."
    case .document(let write): write.done
    }
  }
}

extension InvoiceMail {
  /// The addresses it goes to, the first two by name.
  var addressesInWords: String {
    let addresses = selectedAddresses
    let more = addresses.count - 2
    let named = addresses.prefix(2).joined(separator: ", ")
    return more > 0 ? "\(named) and \(more) more" : named
  }
}
