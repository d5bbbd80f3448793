import FoundationEssentials

/// A step in the life of an invoice at Books, beside being mailed, marked as sent, paid and voided.
///
/// <https://www.zoho.com/books/api/v3/invoices/>
public struct InvoiceStep: Hashable, Sendable, Codable {
  /// What is done.
  public enum Kind: Hashable, Sendable, Codable {
    /// The customer is reminded of it by mail.
    case remind(InvoiceMail)
    /// What is unpaid is given up as lost.
    case writeOff
    /// What was given up is owed again.
    case cancelWriteOff
    /// A void one becomes a draft again.
    case returnToDraft
    /// A draft is given to whoever approves invoices.
    case submit
    /// A draft that was submitted may be sent.
    case approve
    /// Credits and payments with something left go onto it.
    case applyCredits([CreditUse])
    /// Money is given back of a payment or a credit note of its customer; the tag is in its reference.
    case refund(OpenCredit, RefundDraft, tag: String)
    /// A remark for ourselves goes into its history.
    case comment(String)
  }

  /// The invoice as the user saw it.
  public var invoice: Invoice
  /// What is done.
  public var kind: Kind

  /// A step in the life of an invoice.
  public init(_ kind: Kind, _ invoice: Invoice) {
    self.kind = kind
    self.invoice = invoice
  }

  /// The refund as Books gets it: the user's own reference, then the tag by which it is found.
  public static func tagged(_ refund: RefundDraft, _ tag: String) -> RefundDraft {
    var refund = refund
    refund.reference = refund.reference.isEmpty ? tag : refund.reference + " " + tag
    return refund
  }
}
