/// A person who signs in to the organization: the owner of deals.
public struct User: Hashable, Sendable {
  /// A user's id.
  public typealias ID = Identifier<User>

  /// The id at Zoho CRM.
  public let id: ID
  /// The full name.
  public let name: String
  /// The sign-in address.
  public let email: String
  /// Whether the user can sign in.
  public let isActive: Bool

  /// A user of the organization.
  public init(id: ID, name: String, email: String, isActive: Bool) {
    self.id = id
    self.name = name
    self.email = email
    self.isActive = isActive
  }
}
