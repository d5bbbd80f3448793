import FoundationEssentials

/// A company we sell to, as CRM keeps it. On an invoice the same company is a `Customer`.
public struct Account: Hashable, Sendable {
  /// An account's id.
  public typealias ID = Identifier<Account>

  /// The id at Zoho CRM.
  public let id: ID
  /// The company's name.
  public var name: String
  /// Its telephone number, as typed.
  public var phone: String?
  /// Its web address, as typed.
  public var website: String?
  /// Its trade.
  public var industry: String?
  /// Where bills go, one line.
  public var billingAddress: String?
  /// When it was last changed, by the server's clock.
  public var modifiedTime: Date

  /// A company in CRM.
  public init(
    id: ID, name: String, phone: String? = nil, website: String? = nil, industry: String? = nil,
    billingAddress: String? = nil, modifiedTime: Date
  ) {
    self.id = id
    self.name = name
    self.phone = phone
    self.website = website
    self.industry = industry
    self.billingAddress = billingAddress
    self.modifiedTime = modifiedTime
  }
}

/// A person at a company, as CRM keeps them.
public struct Contact: Hashable, Sendable {
  /// A contact's id.
  public typealias ID = Identifier<Contact>

  /// The id at Zoho CRM.
  public let id: ID
  /// The full name.
  public var name: String
  /// What they do there.
  public var title: String?
  /// Their address for mail.
  public var email: String?
  /// Their telephone number, as typed.
  public var phone: String?
  /// Their mobile number, as typed.
  public var mobile: String?
  /// The company.
  public var account: Reference<Account>?
  /// When the record was last changed, by the server's clock.
  public var modifiedTime: Date

  /// A person in CRM.
  public init(
    id: ID, name: String, title: String? = nil, email: String? = nil, phone: String? = nil,
    mobile: String? = nil, account: Reference<Account>? = nil, modifiedTime: Date
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.email = email
    self.phone = phone
    self.mobile = mobile
    self.account = account
    self.modifiedTime = modifiedTime
  }
}
