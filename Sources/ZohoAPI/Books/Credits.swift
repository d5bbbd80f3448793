import FoundationEssentials
import Sales

/// Credit or money of a customer that goes onto an invoice.
public struct CreditUse: Hashable, Sendable, Codable {
  /// Where it comes from.
  public enum Source: Hashable, Sendable, Codable {
    /// A credit note.
    case creditNote(String)
    /// A payment of which something is left.
    case payment(Payment.ID)
  }

  /// Where it comes from.
  public var source: Source
  /// How much, in the invoice's currency.
  public var amount: Decimal

  /// Credit or money of a customer that goes onto an invoice.
  public init(_ source: Source, amount: Decimal) {
    self.source = source
    self.amount = amount
  }
}

/// Money given back.
public struct RefundDraft: Hashable, Sendable, Codable {
  /// The day.
  public var date: CalendarDate
  /// How much, in the currency of what is refunded.
  public var amount: Decimal
  /// How: `banktransfer`, `cash`.
  public var mode: String
  /// The account at Books it is paid from, by id.
  public var account: String
  /// Words for ourselves.
  public var reference: String

  /// Money given back.
  public init(
    date: CalendarDate, amount: Decimal, mode: String, account: String, reference: String = ""
  ) {
    self.date = date
    self.amount = amount
    self.mode = mode
    self.account = account
    self.reference = reference
  }
}

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
