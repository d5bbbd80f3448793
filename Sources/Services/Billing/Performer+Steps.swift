import FoundationEssentials
import Outbox
import Sales
import ZohoAPI

extension Performer {
  /// Looks whether a step was taken whose answer was lost.
  func look(for step: InvoiceStep) async throws -> Finding {
    let id = step.invoice.id
    switch step.kind {
    case .remind(let mail): return try await look(for: mail, of: id)
    case .writeOff: return try await look(id) { ($0.writtenOff ?? 0) > 0 }
    case .cancelWriteOff: return try await look(id) { ($0.writtenOff ?? 0) == 0 }
    case .returnToDraft:
      return try await look(id, from: [.known(.void)]) { $0.status == .known(.draft) }
    case .submit:
      return try await look(id, from: [.known(.draft)]) {
        $0.status == .known(.pendingApproval) || $0.status == .known(.approved)
      }
    case .approve:
      return try await look(id, from: [.known(.pendingApproval)]) {
        $0.status == .known(.approved)
      }
    case .applyCredits(let credits): return try await look(for: credits, on: step.invoice)
    case .refund(let credit, let refund, let tag):
      return try await look(for: InvoiceStep.tagged(refund, tag), of: credit)
    case .comment(let text):
      let found = try await newEvents(of: id).contains { $0.text == text }
      return found ? .found(returnedID: nil, detail: text) : .absent
    }
  }

  private func look(
    _ id: Invoice.ID, from base: [Open<InvoiceStatus>]? = nil, isDone: (Invoice) -> Bool
  ) async throws -> Finding {
    let invoice = try await gateway.send(.invoice(id), .probe).invoice
    let words = "\(invoice.number) is \(invoice.status.text)"
    if isDone(invoice) { return .found(returnedID: nil, detail: words) }
    if let base, !base.contains(invoice.status) { return .changed(detail: words) }
    return .absent
  }

  /// Credits leave a line in the history, and the balance less by just as much.
  private func look(for credits: [CreditUse], on before: Invoice) async throws -> Finding {
    let new = try await newEvents(of: before.id).filter {
      $0.text.lowercased().contains("credit")
    }
    guard let event = new.first else { return .absent }
    let now = try await gateway.send(.invoice(before.id), .probe).invoice
    let amount = credits.reduce(Decimal(0)) { $0 + $1.amount }
    return before.balance - now.balance == amount
      ? .found(returnedID: nil, detail: event.text) : .likely(detail: event.text)
  }

  private func look(for refund: RefundDraft, of credit: OpenCredit) async throws -> Finding {
    let found = try await gateway.send(.refundReferences(of: credit.source), .probe).count {
      $0 == refund.reference
    }
    switch found {
    case 0: return .absent
    case 1: return .found(returnedID: nil, detail: "a refund carries \(refund.reference)")
    default: return .duplicates(detail: "\(found) refunds carry \(refund.reference)")
    }
  }

  private func newEvents(of id: Invoice.ID) async throws -> [InvoiceEvent] {
    let before = try mirror.read { try $0.invoiceFolder(id)?.events ?? [] }.map(\.id)
    return try await gateway.send(.history(of: id), .probe).filter { !before.contains($0.id) }
  }

  /// Brings what a step has changed into the local copy.
  func readBack(_ step: InvoiceStep, for intent: Intent.ID) async throws {
    try await readBack(step.invoice.id, for: intent)
    switch step.kind {
    case .applyCredits(let credits):
      for case .payment(let id) in credits.map(\.source) { try await readBack(id, step.invoice) }
      try await readBack(step.invoice.customer.id)
    case .refund: try await readBack(step.invoice.customer.id)
    default: break
    }
  }

  private func readBack(_ id: Payment.ID, _ invoice: Invoice) async throws {
    let payment = try await gateway.send(.payment(id, currency: invoice.currency), .write)
    try mirror.write { try $0.save(payments: [payment]) }
  }
}
