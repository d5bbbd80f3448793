import Sales
import Screen

extension InvoiceList {
  /// What can be done with one invoice beside mailing, paying and printing it.
  static let steps: [Command] = [
    invoice(
      "invoice.undo", "take back a held mail, a void or a write-off", label: "undo", keys: ["u"],
      writes: true, off: { state, _ in state.reasonNotToUndoInvoice }
    ) { state, _ in state.undoInvoice() },
    invoice(
      "invoice.write-off", "write off what is unpaid", keys: ["W"], writes: true,
      off: { $0.reasonNotToWriteOff($1) }
    ) { state, invoice in
      let title: SafeText = "Why is \(invoice.number) written off? It goes into its history"
      state.overlays.append(.prompt(Prompt(title: title, purpose: .billing(.writeOff(invoice)))))
      return []
    },
    step(
      "invoice.cancel-write-off", "cancel the write-off", key: "<c-x>",
      off: { $0.reasonNotToCancelWriteOff($1) }
    ) { state, invoice in
      state.confirmation(
        .cancelWriteOff, invoice, title: "Cancel the write-off of \(invoice.number)?",
        note: "What was given up is owed again.", key: "w", label: "cancel the write-off")
    },
    step(
      "invoice.return-to-draft", "make a void invoice a draft again", key: "<c-r>",
      off: { $0.reasonNotToReturn($1) }
    ) { state, invoice in
      state.confirmation(
        .returnToDraft, invoice, title: "Make \(invoice.number) a draft again?",
        note: "It can be changed and sent then.", key: "d", label: "make it a draft")
    },
    step(
      "invoice.approve", "submit a draft for approval, or approve it", key: "A",
      off: { $0.reasonNotToApprove($1) }
    ) { state, invoice in
      invoice.status == .known(.draft)
        ? state.confirmation(
          .submit, invoice, title: "Submit \(invoice.number) for approval?",
          note: "It cannot be sent before it is approved.", key: "s", label: "submit it")
        : state.confirmation(
          .approve, invoice, title: "Approve \(invoice.number)?",
          note: "It may be sent then. Books rejects invoices on its own pages only.", key: "a",
          label: "approve it")
    },
    invoice(
      "invoice.credits", "put credits of the customer on it", label: "credits", keys: ["C"],
      writes: true, off: { $0.reasonNotToPay($1) }
    ) { state, invoice in
      state.tell("Asking Books what \(invoice.customer.name) has left…", kind: .note)
      return [.billing(.loadCredits(.apply, invoice))]
    },
    invoice(
      "invoice.refund", "give the customer money back", keys: ["<c-b>"], writes: true,
      off: { state, invoice in state.pending(invoice.id) }
    ) { state, invoice in
      state.tell("Asking Books what \(invoice.customer.name) has left…", kind: .note)
      return [.billing(.loadCredits(.refund, invoice))]
    },
  ]

  private static func step(
    _ id: String, _ title: SafeText, key: String,
    off: @escaping @Sendable (AppState, Invoice) -> SafeText?,
    ask: @escaping @Sendable (AppState, Invoice) -> Confirmation
  ) -> Command {
    invoice(id, title, keys: [key], writes: true, off: off) { state, invoice in
      state.overlays.append(.confirmation(ask(state, invoice)))
      return []
    }
  }
}
