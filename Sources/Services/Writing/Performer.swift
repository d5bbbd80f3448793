import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

/// Sends one claimed write, once, and looks at Zoho for one whose answer was lost.
struct Performer: Sendable {
  let mirror: MirrorDatabase
  let journal: Journal
  let gateway: Gateway
  let clock: TimeSource

  /// Sends a write that the journal has claimed.
  func perform(_ intent: Intent) async -> Performed {
    do {
      let work = try intent.work.resolved(in: journal)
      let body = Data(intent.body)
      guard WriteCall.hash(body) == intent.bodyHash else {
        return .conflict("the journal holds other bytes than were put into it")
      }
      let performed: Performed
      switch try await prepare(work, undoes: intent.undoes) {
      case .over(let known): performed = known
      case .ready(let version):
        let call = try WriteCall(work, version: version, frozen: body)
        performed = try await settled(await send(call), work)
      }
      if case .confirmed(let id) = performed.outcome { await readBack(work, id, for: intent.id) }
      return performed
    } catch {
      return .stopped(error)
    }
  }

  /// A refusal of an invoice may mean that its tag is taken: by an earlier try of ours that arrived late.
  private func settled(_ performed: Performed, _ work: Work) async throws -> Performed {
    guard case .rejected = performed.outcome, case .createInvoice(let draft) = work,
      case .found(let id, _) = try await look(for: draft)
    else { return performed }
    return .confirmed(id)
  }

  private func send(_ call: WriteCall) async -> Performed {
    do throws(ZohoError) {
      return .confirmed(try await call.send(gateway))
    } catch {
      return Performed(error, at: clock.now())
    }
  }

  /// What a look at Zoho says about a write whose answer was lost. A look that fails says nothing.
  func look(for intent: Intent) async -> Finding {
    do {
      switch try intent.work.resolved(in: journal) {
      case .moveStage(let move): return try await look(for: move)
      case .editRecord(let edit): return try await look(for: edit)
      case .createNote(let note): return try await look(for: note)
      case .record(let write): return try await look(for: write, since: intent.created)
      case .createInvoice(let draft): return try await look(for: draft)
      case .updateInvoice(let id, let draft): return try await look(for: draft, at: id)
      case .markSent(.invoice(let id)): return try await lookWhetherSent(id)
      case .voidInvoice(let id): return try await lookWhetherVoid(id)
      case .emailInvoice(.invoice(let id), let mail):
        return try await look(for: mail, of: id)
      case .recordPayment(let payment): return try await look(for: payment)
      case .createCustomer(let customer): return try await look(for: customer)
      case .importCustomer(let account): return try await look(forCustomerOf: account.id)
      case .importPerson(let contact): return try await look(forCustomerOf: contact.id)
      case .editCustomer(let edit): return try await look(for: edit)
      case .addPerson(let person): return try await look(for: person)
      case .editPerson(let edit): return try await look(for: edit)
      case .step(let step): return try await look(for: step)
      case .document(let write): return try await look(for: write)
      case .markSent, .emailInvoice: return .absent
      }
    } catch {
      return .noInformation(reason: Failure(error).message.string)
    }
  }

  /// What a look just before a write says about it.
  enum Readiness {
    /// It may be sent, if the record still has that version.
    case ready(version: String?)
    /// Sending it would be needless or wrong.
    case over(Performed)
  }

  /// What must be seen before a write may be sent. A failure here only says that nothing was sent.
  private func prepare(_ work: Work, undoes: Intent.ID?) async throws -> Readiness {
    switch work {
    case .moveStage(let move): return try await prepare(move, isUndo: undoes != nil)
    case .editRecord(let edit): return try await prepare(edit)
    case .record(let write): return try await prepare(write)
    case .emailInvoice(.invoice(let id), _): return try await prepareEvidence(of: id)
    case .step(let step) where step.isProvenByHistory:
      return try await prepareEvidence(of: step.invoice.id)
    default: return .ready(version: nil)
    }
  }

  /// Brings what a write has changed into the local copy, when a look has shown that it happened.
  func readBack(_ intent: Intent) async {
    await readBack(intent.work, intent.returnedID, for: intent.id)
  }

  /// Brings what the write has changed into the local copy. A failure here does not undo the write; the
  /// next sync brings it.
  private func readBack(_ work: Work, _ id: String?, for intent: Intent.ID) async {
    do {
      switch work {
      case .moveStage(let move):
        try keep(move)
        try await readBack(move.deal.id)
      case .editRecord(let edit): try await readBack(edit)
      case .createNote(let note): try await readBackNotes(of: note.deal.id)
      case .record(let write): try await readBack(write, id)
      case .createInvoice: if let id { try await readBack(Invoice.ID(id), for: intent) }
      case .updateInvoice(let id, _), .markSent(.invoice(let id)),
        .emailInvoice(.invoice(let id), _), .voidInvoice(let id):
        try await readBack(id, for: intent)
      case .recordPayment(let draft): try await readBack(draft, id, for: intent)
      case .createCustomer, .importCustomer, .importPerson:
        if let id { try await readBack(Customer.ID(id)) }
      case .editCustomer(let edit): try await readBack(edit.customer.id)
      case .addPerson(let person): try await readBack(person.customer.id)
      case .editPerson(let edit): try await readBack(edit.customer.id)
      case .step(let step): try await readBack(step, for: intent)
      case .document(let write): try await readBack(write, for: intent)
      case .markSent, .emailInvoice: break
      }
    } catch {
      return
    }
  }
}

extension Work {
  /// The work with what an earlier link of its chain has made put in.
  fileprivate func resolved(in journal: Journal) throws -> Work {
    switch self {
    case .markSent(.madeBy(let id)): .markSent(.invoice(try Self.made(id, journal)))
    case .emailInvoice(.madeBy(let id), let mail):
      .emailInvoice(.invoice(try Self.made(id, journal)), mail)
    default: self
    }
  }

  private static func made(_ id: Intent.ID, _ journal: Journal) throws -> Invoice.ID {
    guard let made = try journal.intent(id)?.returnedID else { throw OutboxError.noEvidence(id) }
    return Invoice.ID(made)
  }
}
