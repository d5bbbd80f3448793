import LocalMirror
import Outbox
import Sales

extension Journal {
  /// Whether nobody knows yet if a mail of an invoice went out, or another step that only its history
  /// proves was taken. What its history held before the mail
  /// is the evidence then: only a line that came since proves it.
  func awaitsMail(of id: Invoice.ID, besides known: Intent.ID? = nil) throws -> Bool {
    try intents(in: [.dispatching, .uncertain, .probing, .needsYou]).contains { intent in
      switch intent.work {
      case .emailInvoice(.invoice(id), _): intent.id != known
      case .step(let step) where step.isProvenByHistory && step.invoice.id == id:
        intent.id != known
      default: false
      }
    }
  }
}

extension MirrorDatabase {
  /// Keeps an invoice that was read, and its history unless that would spoil evidence.
  func keep(
    _ detail: InvoiceDetail, _ events: [InvoiceEvent], unless awaitsMail: Bool
  ) throws {
    try write { writer in
      try writer.save(detail: detail)
      if !awaitsMail { try writer.replace(events: events, of: detail.invoice.id) }
    }
  }
}
