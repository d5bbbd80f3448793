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

extension AppState {
  /// Lets the field being typed into have a key; nil when the key is not text there.
  mutating func typeInPayment(_ key: Key) -> [Effect]? { nil }
}

/// Draws the form of a payment.
func drawPayment(_ form: PaymentForm, _ state: AppState, in area: Rect, on canvas: inout Canvas) {}
