import AppCore
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Work {
  /// The work behind what the screen asks for.
  init(_ request: WriteRequest) {
    switch request {
    case .moveStage(let base, let stage, _, let terms):
      self = .moveStage(
        StageMove(
          deal: Reference(id: base.id, name: base.name), pipeline: base.pipeline,
          from: base.stage, to: stage, baseModifiedTime: base.modifiedTime,
          terms: terms == MoveTerms() ? nil : terms))
    case .addNote(let deal, let text):
      self = .createNote(NewNote(deal: Reference(id: deal, name: ""), title: nil, content: text))
    case .createCustomer(let account, _): self = .importCustomer(account)
    case .markSent(let invoice): self = .markSent(.invoice(invoice.id))
    case .emailInvoice(let invoice, let mail): self = .emailInvoice(.invoice(invoice.id), mail)
    case .recordPayment(let draft): self = .recordPayment(draft)
    case .editRecord(let edit, _): self = .editRecord(edit)
    case .record(let write): self = .record(write)
    case .voidInvoice(let invoice, _): self = .voidInvoice(invoice.id)
    case .step(let step, _): self = .step(step)
    case .document(let write): self = .document(write)
    }
  }

  /// Which product it goes to, each with its own queue.
  var product: Product {
    switch self {
    case .moveStage, .editRecord, .createNote, .record: .crm
    default: .books
    }
  }

  /// What was asked, in words, for the outbox.
  var title: String {
    switch self {
    case .moveStage(let move): "Move \(move.deal.name) from \(move.from) to \(move.to)"
    case .editRecord(let edit): "Change \(edit.name)"
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
    case .importPerson(let contact): "New customer from \(contact.name)"
    case .editCustomer(let edit): "Change customer \(edit.customer.name)"
    case .addPerson(let person): "Add \(person.email) to \(person.customer.name)"
    case .editPerson(let edit): "Change a person at \(edit.customer.name)"
    case .voidInvoice: "Void an invoice"
    case .record(let write): write.title
    case .step(let step): step.title
    case .document(let write): write.title.string
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
  /// What the screen asked for, found again from a work that an earlier run left behind; nil for what
  /// the screen does not follow, and for a record that the local copy does not have.
  init?(_ work: Work, _ reader: MirrorReader) throws {
    switch work {
    case .moveStage(let move):
      guard var base = try reader.deal(move.deal.id)?.deal else { return nil }
      base.stage = move.from
      self = .moveStage(
        base: base, to: move.to, undoes: nil, terms: move.terms ?? MoveTerms())
    case .createNote(let note): self = .addNote(note.deal.id, text: note.content)
    case .importCustomer(let account): self = .createCustomer(account, email: nil)
    case .document(let write): self = .document(write)
    case .recordPayment(let draft): self = .recordPayment(draft)
    case .markSent(.invoice(let id)):
      guard let invoice = try reader.invoice(id) else { return nil }
      self = .markSent(invoice)
    case .emailInvoice(.invoice(let id), let mail):
      guard let invoice = try reader.invoice(id) else { return nil }
      self = .emailInvoice(invoice, mail)
    case .voidInvoice(let id):
      guard let invoice = try reader.invoice(id) else { return nil }
      self = .voidInvoice(invoice)
    case .editRecord(let edit): self = .editRecord(edit)
    case .record(let write): self = .record(write)
    case .step(let step):
      // What the invoice has become since is what the screen shows.
      self = .step(InvoiceStep(step.kind, try reader.invoice(step.invoice.id) ?? step.invoice))
    case .createInvoice, .updateInvoice, .createCustomer, .markSent, .emailInvoice,
      .importPerson, .editCustomer, .addPerson, .editPerson:
      return nil
    }
  }

  /// The remark that explains it in the history of its invoice; nil for none.
  var remark: InvoiceStep? {
    switch self {
    case .voidInvoice(let invoice, let reason) where !reason.isEmpty:
      InvoiceStep(.comment("Void: " + reason), invoice)
    case .step(let step, let reason) where !reason.isEmpty:
      InvoiceStep(.comment(step.word + ": " + reason), step.invoice)
    default: nil
    }
  }

  /// The write it takes back.
  var undoes: WriteID? {
    switch self {
    case .moveStage(_, _, let undoes, _), .editRecord(_, let undoes): undoes
    default: nil
    }
  }
}
