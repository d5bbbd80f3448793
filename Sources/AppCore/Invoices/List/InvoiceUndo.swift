import Sales
import Screen

extension AppState {
  /// Remembers how to take back what was just confirmed, where that is possible.
  mutating func noteUndo(of request: WriteRequest) {
    switch request {
    case .voidInvoice(let invoice, _):
      var void = invoice
      void.status = .known(.void)
      let back = WriteRequest.step(InvoiceStep(.returnToDraft, void))
      invoices.undo = InvoiceUndo(
        number: invoice.number,
        writes: invoice.isDraftOrVoid ? [back] : [back, .markSent(invoice)])
    case .step(let step, _) where step.kind == .writeOff:
      invoices.undo = InvoiceUndo(
        number: step.invoice.number,
        writes: [.step(InvoiceStep(.cancelWriteOff, step.invoice))])
    default: break
    }
  }

  /// Takes back a held mail, or else what was made void or written off last.
  mutating func undoInvoice() -> [Effect] {
    if !invoices.held.isEmpty { return takeBackHeld() }
    guard let undo = invoices.undo else { return [] }
    invoices.undo = nil
    return undo.writes.map { .enqueue($0) }
  }

  /// Why there is nothing to take back; nil when there is.
  var reasonNotToUndoInvoice: SafeText? {
    invoices.held.isEmpty && invoices.undo == nil
      ? "nothing is held, and nothing was made void or written off" : nil
  }
}

/// How to take back what was done with an invoice.
struct InvoiceUndo: Hashable, Sendable {
  /// The invoice's number.
  var number: String
  /// The writes that take it back, each after the one before.
  var writes: [WriteRequest]
}
