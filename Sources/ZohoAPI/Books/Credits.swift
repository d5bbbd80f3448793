import FoundationEssentials
import Sales

extension Request where Response == Void {
  /// Puts credits or payments on an invoice. Send it once.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#apply-credits>
  public static func apply(_ credits: [CreditUse], to invoice: Invoice.ID) -> Self {
    var payments: [FieldValue] = []
    var notes: [FieldValue] = []
    for credit in credits {
      let amount = FieldValue.number(credit.amount)
      switch credit.source {
      case .payment(let id):
        payments.append(.object(["payment_id": .text(id.rawValue), "amount_applied": amount]))
      case .creditNote(let id):
        notes.append(.object(["creditnote_id": .text(id), "amount_applied": amount]))
      }
    }
    let body = ["invoice_payments": FieldValue.list(payments), "apply_creditnotes": .list(notes)]
    var request = Request(.books, .post, invoice.path + "/credits", json: body) {
      try BooksReply.done($0)
    }
    if credits.isEmpty || credits.contains(where: { $0.amount <= 0 }) {
      request.problem = "there is no credit to put on the invoice"
    }
    return request
  }

  /// Records that credit was paid out. Send it once.
  ///
  /// <https://www.zoho.com/books/api/v3/credit-notes/#refund-credit-note>
  public static func refund(creditNote id: String, _ refund: RefundDraft) -> Self {
    self.refund("/creditnotes/" + PathSegment.of(id), refund)
  }

  /// Records that a payment was paid back. Send it once.
  ///
  /// <https://www.zoho.com/books/api/v3/customer-payments/#refund-an-excess-customer-payment>
  public static func refund(payment id: Payment.ID, _ refund: RefundDraft) -> Self {
    self.refund("/customerpayments/" + PathSegment.of(id.rawValue), refund)
  }

  private static func refund(_ path: String, _ refund: RefundDraft) -> Self {
    let body: RecordFields = [
      "date": .text(refund.date.description), "amount": .number(refund.amount),
      "refund_mode": .text(refund.mode), "from_account_id": .text(refund.account),
      "reference_number": .text(refund.reference),
    ]
    var request = Request(.books, .post, path + "/refunds", json: body) {
      try BooksReply.done($0)
    }
    if refund.amount <= 0 { request.problem = "a refund of nothing" }
    return request
  }
}
