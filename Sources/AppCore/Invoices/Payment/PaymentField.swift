import Sales

/// A field of the form of a payment.
public enum PaymentField: Hashable, Sendable {
  /// How much came in.
  case amount
  /// The day it came in.
  case date
  /// How it came.
  case mode
  /// The bank's reference.
  case reference
  /// What an invoice gets of it.
  case invoice(Invoice.ID)
}

extension PaymentMode {
  /// The mode as people say it.
  var words: String {
    switch self {
    case .check: "cheque"
    case .cash: "cash"
    case .creditCard: "credit card"
    case .bankTransfer: "bank transfer"
    case .bankRemittance: "bank remittance"
    case .autoTransaction: "automatic transaction"
    case .others: "other"
    }
  }
}
