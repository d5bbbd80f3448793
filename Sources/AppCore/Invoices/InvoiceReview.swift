import Sales
import Screen

/// An invoice and its mail as the server has them now, before it goes out.
public struct InvoiceReview: Hashable, Sendable {
  /// The invoice, read back from Books.
  public var stored: StoredInvoice

  /// The review of an invoice.
  public init(_ stored: StoredInvoice) { self.stored = stored }

  /// What can be done in the review.
  static let commands: [Command] = []
}
