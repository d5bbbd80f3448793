import Sales
import Screen

/// A payment being recorded, spread over the customer's invoices.
public struct PaymentForm: Hashable, Sendable {
  /// The payment as it stands.
  public var draft: PaymentDraft

  /// The form of a payment.
  public init(_ draft: PaymentDraft) { self.draft = draft }

  /// What can be done in the form.
  static let commands: [Command] = []
}
