import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import Screen
import ZohoAPI

extension Services {
  /// Saves a draft at Books, at most once, reads it back, and tells how Books has it.
  func store(_ draft: InvoiceDraft) async {
    post(
      .draftStored(
        draft.id, revision: draft.revision, await result { try await storedAtBooks(draft) }))
    post(.outbox(of: journal, at: clock.now()))
  }

  private func storedAtBooks(_ draft: InvoiceDraft) async throws -> StoredInvoice {
    try saveFirst(draft)
    try refuseWhileUncertain(draft)
    // An earlier try may have ended well after we stopped listening.
    let id = try draft.invoice ?? madeEarlier(from: draft)
    let work = id.map { Work.updateInvoice($0, draft) } ?? .createInvoice(draft)
    let intent = try await dispatcher.carryOut(work, draft: draft.id)
    switch intent.state {
    case .confirmed:
      let made = id ?? intent.returnedID.map { Invoice.ID($0) }
      guard let made else { throw OutboxError.noEvidence(intent.id) }
      return try await stored(made)
    case .rejected, .conflict, .cancelled:
      throw Failure.refused(code: "Books", message: SafeText(intent.reason ?? "no reason given"))
    case .queued:
      // It must not be sent behind the user's back later: the draft is still being edited.
      try journal.cancel(intent.id, reason: "not sent", at: clock.now())
      throw Failure.offline(SafeText(intent.reason ?? "Books cannot be reached"))
    case .dispatching, .uncertain, .probing, .needsYou:
      throw Failure.uncertain(SafeText(intent.reason ?? "Books did not answer"))
    }
  }

  /// What goes to Books is on disk before. A newer edit may be there already.
  private func saveFirst(_ draft: InvoiceDraft) throws {
    do {
      try journal.save(draft, at: clock.now())
    } catch OutboxError.olderDraft {
      return
    }
  }

  /// A second save while the fate of the first is unknown could make a second invoice.
  private func refuseWhileUncertain(_ draft: InvoiceDraft) throws {
    let open = try journal.intents(of: draft.id).filter { !$0.state.isFinal }
    guard let first = open.first else { return }
    throw Failure.uncertain("\(first.summary) is not settled yet")
  }

  private func madeEarlier(from draft: InvoiceDraft) throws -> Invoice.ID? {
    try journal.intents(of: draft.id).last { intent in
      guard case .createInvoice = intent.work else { return false }
      return intent.state == .confirmed
    }?.returnedID.map { Invoice.ID($0) }
  }

  /// An invoice as Books has it now, with the mail that Books would send for it.
  func stored(_ id: Invoice.ID) async throws -> StoredInvoice {
    let detail = try await gateway.send(.invoice(id), .interactive)
    let mail = try await gateway.send(.mail(for: id), .interactive)
    return try await stored(detail, mail)
  }

  /// An invoice that was just read, with a mail of it and with what was mailed before.
  func stored(_ detail: InvoiceDetail, _ mail: InvoiceMail) async throws -> StoredInvoice {
    let id = detail.invoice.id
    let events = try await gateway.send(.history(of: id), .interactive)
    try mirror.keep(detail, events, unless: journal.awaitsMail(of: id))
    var stored = StoredInvoice(detail: detail, mail: mail)
    stored.events = events
    stored.correspondence = try mirror.read { reader in
      let customer = detail.invoice.customer.id
      return Correspondence(
        people: try reader.persons(of: customer).map(\.email)
          + [try reader.customer(customer)?.email].compactMap { $0 },
        events: (try reader.invoiceEvents(of: customer) + events).map(\.text))
    }
    return stored
  }
}
