import Sales

extension Work {
  /// What may be done when the answer is lost.
  ///
  /// - Parameter isKeyed: whether the record carries a key of ours that Zoho refuses to take twice.
  public func resendClass(isKeyed: Bool) -> ResendClass {
    switch self {
    case .moveStage, .editRecord, .updateInvoice, .markSent, .editCustomer, .editPerson: .setState
    case .importCustomer, .importPerson: .keyedCreate
    case .createInvoice, .createCustomer, .createNote, .addPerson:
      isKeyed ? .keyedCreate : .queriedCreate
    case .emailInvoice, .recordPayment, .voidInvoice: .once
    case .record(let write): write.resendClass
    case .step(let step): step.resendClass
    case .document(.create): .queriedCreate
    case .document(.setStatus): .setState
    }
  }

  /// Whether success means that there is a new record, whose id proves it.
  public var makesRecord: Bool {
    switch self {
    case .createInvoice, .createCustomer, .importCustomer, .importPerson, .addPerson, .createNote,
      .recordPayment, .document(.create):
      true
    case .moveStage, .editRecord, .updateInvoice, .markSent, .emailInvoice, .voidInvoice,
      .editCustomer, .editPerson, .step, .document(.setStatus):
      false
    case .record(let write): write.makesRecord
    }
  }

  /// What it touches: of two intents with the same word, the second waits for the first.
  public var record: String {
    switch self {
    case .moveStage(let move): "deal \(move.deal.id)"
    case .editRecord(let edit): edit.record
    case .createInvoice(let draft): "draft \(draft.id)"
    case .updateInvoice(let id, _): "invoice \(id)"
    case .markSent(let target), .emailInvoice(let target, _): target.record
    case .voidInvoice(let id): "invoice \(id)"
    case .recordPayment(let payment): "payment \(payment.tag)"
    case .createCustomer(let customer): "customer \(customer.account?.rawValue ?? customer.name)"
    case .importCustomer(let account): "customer \(account.id)"
    case .importPerson(let contact): "customer \(contact.id)"
    case .editCustomer(let edit): "customer \(edit.customer.id)"
    case .addPerson(let person): "customer \(person.customer.id)"
    case .editPerson(let edit): "customer \(edit.customer.id)"
    case .createNote(let note): "notes of \(note.deal.id)"
    case .record(let write): write.subject
    case .step(let step): step.record
    case .document(.create(let draft)): "document \(draft.tag)"
    case .document(.setStatus(let document, _)): "document \(document.id)"
    }
  }

  /// The bulk move it is part of: works of one are sent together.
  public var batch: String? {
    if case .moveStage(let move) = self { move.terms?.batch } else { nil }
  }

  /// The mark that finds what was made, where the work has one.
  public var tag: String? {
    switch self {
    case .createInvoice(let draft): draft.tag
    case .recordPayment(let payment): payment.tag
    case .step(let step): step.tag
    case .document(.create(let draft)): draft.tag
    default: nil
    }
  }

  /// The deal it changes, for a mark on its card.
  public var deal: Deal.ID? {
    switch self {
    case .moveStage(let move): move.deal.id
    case .editRecord(let edit): edit.module == RecordEdit.deals ? Deal.ID(edit.id) : nil
    case .createNote(let note): note.deal.id
    case .createInvoice(let draft), .updateInvoice(_, let draft): draft.deal?.id
    case .record(let write): write.deal
    default: nil
    }
  }
}

extension RecordEdit {
  /// A deal goes by the same word as in a move of it.
  var record: String { module == Self.deals ? "deal \(id)" : "\(module) \(id)" }
}

extension InvoiceTarget {
  var record: String {
    switch self {
    case .invoice(let id): "invoice \(id)"
    case .madeBy(let intent): "invoice of \(intent)"
    }
  }
}
