import Sales
import Screen

/// An invoice and its mail as the server has them now, before it goes out.
public struct InvoiceReview: Hashable, Sendable {
  /// The invoice, read back from Books, with the mail as it will be sent.
  public var stored: StoredInvoice
  /// The draft it was saved from; nil when it was at Books already.
  public let draft: InvoiceDraft?
  /// The recipient under the cursor.
  public internal(set) var selected = 0
  /// The first line of the mail's text that is shown.
  public internal(set) var top = 0
  /// The subject while it is being typed.
  public internal(set) var subject: TextField?

  /// The review of an invoice.
  public init(_ stored: StoredInvoice, draft: InvoiceDraft? = nil) {
    self.stored = stored
    self.draft = draft
  }

  /// What can be done in the review.
  static let commands: [Command] = []
}

extension AppState {
  /// Lets the subject being typed have a key; nil when the key is not text there.
  mutating func typeInReview(_ key: Key) -> [Effect]? { nil }
}

/// Draws the review over the whole screen.
func drawReview(
  _ review: InvoiceReview, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {}
