/// Somebody with an address for mail.
public struct PersonMatch: Hashable, Sendable {
  /// The full name.
  public let name: String
  /// The address.
  public let email: String
  /// The company or the customer they belong to.
  public let company: String?
}
