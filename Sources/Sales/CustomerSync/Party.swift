/// A record of CRM that may be a customer in Books: a company, or a person without one.
public enum Party: Hashable, Sendable, Codable {
  /// A company.
  case account(Account.ID)
  /// A person who is billed without a company.
  case contact(Contact.ID)

  /// The CRM module it is kept in.
  public var module: String {
    switch self {
    case .account: "Accounts"
    case .contact: "Contacts"
    }
  }

  /// Its id at CRM.
  public var id: String {
    switch self {
    case .account(let id): id.rawValue
    case .contact(let id): id.rawValue
    }
  }
}

/// Which customer of Books a party of CRM is, and what both said when they last agreed.
public struct PartyLink: Hashable, Sendable, Codable {
  /// The record of CRM.
  public var party: Party
  /// The customer of Books.
  public var customer: Customer.ID
  /// What both products had when they were last brought in step.
  public var agreed: PartyDetails

  /// Which customer a party is.
  public init(party: Party, customer: Customer.ID, agreed: PartyDetails) {
    self.party = party
    self.customer = customer
    self.agreed = agreed
  }
}
