import FoundationEssentials

/// Somebody who may become a customer, as CRM keeps them before they are a contact.
public struct Lead: Hashable, Sendable {
  /// A lead's id.
  public typealias ID = Identifier<Lead>

  /// The id at Zoho CRM.
  public let id: ID
  /// The full name.
  public var name: String
  /// The company, as typed.
  public var company: String?
  /// Their address for mail.
  public var email: String?
  /// Their telephone number, as typed.
  public var phone: String?
  /// How far it has come, in the organization's words.
  public var status: String?
  /// When the record was last changed, by the server's clock.
  public var modifiedTime: Date

  /// A lead in CRM.
  public init(
    id: ID, name: String, company: String? = nil, email: String? = nil, phone: String? = nil,
    status: String? = nil, modifiedTime: Date
  ) {
    self.id = id
    self.name = name
    self.company = company
    self.email = email
    self.phone = phone
    self.status = status
    self.modifiedTime = modifiedTime
  }
}
