import Sales

/// A customer in Books taken for an account in CRM, and why.
public struct CustomerMatch: Hashable, Sendable {
  /// What tells that they are the same.
  public enum Way: String, Hashable, Sendable {
    /// Books links the customer to the account.
    case linked
    /// Somebody at the customer has the address of somebody at the account.
    case email
    /// They have the same name, whatever its case.
    case name
  }

  /// The customer.
  public let customer: Customer
  /// What tells that it is the right one.
  public let way: Way
}
