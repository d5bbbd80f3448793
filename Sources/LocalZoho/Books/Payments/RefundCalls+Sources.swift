extension RefundCalls {
  static let creditNotes = RefundCalls(
    path: "creditnotes", scope: "creditnotes", title: "Credit Note", one: "creditnote_refund",
    many: "creditnote_refunds", sourceID: "creditnote_id", sourceNumber: "creditnote_number",
    words: Words(
      created: "The credit note amount is refunded successfully.",
      updated: "The credit note refund is updated successfully.",
      listed: "The refunds of the existing credit note are displayed successfully.",
      listedAll: "The list of credit note refunds are displayed successfully.",
      shown: "The refund of the credit note is displayed successfully.",
      deleted: "The refund has been successfully deleted."),
    table: ("books_documents", "document_id", "number"),
    find: { id, _, db in
      let note = try Document.find(id, .creditNote, db)
      return Source(
        contact: note.contactId, number: note.number,
        available: note.state == "open" ? note.balance : 0, subject: note.subject)
    },
    settle: { id, call, db in
      try DocumentWriting(kind: .creditNote, call: call, db: db).settle(id)
    })

  static let payments = RefundCalls(
    path: "customerpayments", scope: "customerpayments", title: "Payment", one: "payment_refund",
    many: "payment_refunds", isAlwaysMany: true, sourceID: "payment_id",
    sourceNumber: "payment_number",
    needsAccount: true,
    words: Words(
      created: "The refund information for this payment has been saved.",
      updated: "The refund information has been saved.",
      listed: "The list of refunds of the customer is displayed successfully.",
      shown: "The details of the refund are displayed successfully.",
      deleted: "The refund has been deleted."),
    table: ("books_payments", "payment_id", "payment_number"),
    find: { id, _, db in
      let payment = try Payment.find(id, db)
      return Source(
        contact: payment.customerId, number: String(payment.paymentNumber),
        available: payment.unusedAmount, subject: payment.subject)
    },
    settle: { id, _, db in try PaymentApplications(db).settle(payment: id) })
}
