import AppCore
import Outbox
import Sales
import ZohoAPI

extension Work {
  /// The work behind what the screen asks for.
  init(_ request: WriteRequest) {
    switch request {
    case .moveStage(let base, let stage, _):
      self = .moveStage(
        StageMove(
          deal: Reference(id: base.id, name: base.name), pipeline: base.pipeline,
          from: base.stage, to: stage, baseModifiedTime: base.modifiedTime))
    case .addNote(let deal, let text):
      self = .createNote(NewNote(deal: Reference(id: deal, name: ""), title: nil, content: text))
    case .createCustomer(let account, _): self = .importCustomer(account)
    case .markSent(let invoice): self = .markSent(.invoice(invoice.id))
    case .emailInvoice(let invoice, let mail): self = .emailInvoice(.invoice(invoice.id), mail)
    case .recordPayment(let draft): self = .recordPayment(draft)
    case .voidInvoice(let invoice): self = .voidInvoice(invoice.id)
    }
  }

  /// Which product it goes to, each with its own queue.
  var product: Product {
    switch self {
    case .moveStage, .editDeal, .createNote: .crm
    default: .books
    }
  }

  /// What was asked, in words, for the outbox.
  var title: String {
    switch self {
    case .moveStage(let move): "Move \(move.deal.name) from \(move.from) to \(move.to)"
    case .editDeal(let edit): "Change \(edit.deal.name)"
    case .createNote(let note): "Note: \(note.content)"
    case .createInvoice(let draft): "New invoice for \(draft.customer?.name ?? "nobody")"
    case .updateInvoice(_, let draft): "Change invoice \(draft.number ?? "")"
    case .markSent: "Mark an invoice as sent"
    case .emailInvoice(_, let mail):
      "Mail \"\(mail.subject)\" to \(mail.selectedAddresses.joined(separator: ", "))"
    case .recordPayment(let payment):
      "Payment of \(payment.amount.full.string) from \(payment.customer.name)"
    case .createCustomer(let customer): "New customer \(customer.name)"
    case .importCustomer(let account): "New customer from \(account.name)"
    case .voidInvoice: "Void an invoice"
    }
  }

  /// What was done, in words, once it is.
  var doneWords: String {
    switch self {
    case .moveStage(let move): "Moved \(move.deal.name) to \(move.to)"
    case .createNote: "Note saved"
    case .emailInvoice(_, let mail):
      "Invoice sent to \(mail.selectedAddresses.joined(separator: ", "))"
    case .recordPayment(let payment):
      "Payment of \(payment.amount.full.string) recorded for \(payment.customer.name)"
    default: "Done: \(title)"
    }
  }
}

extension WriteRequest {
  /// The write it takes back.
  var undoes: WriteID? {
    guard case .moveStage(_, _, let undoes) = self else { return nil }
    return undoes
  }
}
