/// A sort of paper that Books keeps beside invoices.
public enum DocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// An offer.
  case estimate
  /// An order by a customer.
  case salesOrder
  /// An invoice made again and again.
  case recurringInvoice
  /// An invoice before the work.
  case retainerInvoice
  /// Credit given to a customer.
  case creditNote
}
