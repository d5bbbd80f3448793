import FoundationEssentials
import Sales

extension List where Row == Contact {
  /// The people of the organization's records, least recently changed first.
  public static func contacts(modifiedSince: Date? = nil) -> List<Contact> {
    module(
      "Contacts", fields: ContactRecord.CodingKeys.fieldNames, modifiedSince: modifiedSince
    ) { (record: ContactRecord, _) in record.contact }
  }
}

extension List where Row == Account {
  /// The companies of the organization's records, least recently changed first.
  public static func accounts(modifiedSince: Date? = nil) -> List<Account> {
    module(
      "Accounts", fields: AccountRecord.CodingKeys.fieldNames, modifiedSince: modifiedSince
    ) { (record: AccountRecord, _) in record.account }
  }
}

/// A record of module Contacts.
struct ContactRecord: Decodable, Sendable {
  let contact: Contact

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case fullName = "Full_Name"
    case firstName = "First_Name"
    case lastName = "Last_Name"
    case title = "Title"
    case email = "Email"
    case phone = "Phone"
    case mobile = "Mobile"
    case account = "Account_Name"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let parts = [try container.text(.firstName), try container.text(.lastName)]
    contact = Contact(
      id: Contact.ID(try container.decode(String.self, forKey: .id)),
      name: try container.text(.fullName)
        ?? parts.compactMap { $0 }.joined(separator: " "),
      title: try container.text(.title), email: try container.text(.email),
      phone: try container.text(.phone), mobile: try container.text(.mobile),
      account: try container.decodeIfPresent(Lookup.self, forKey: .account)?.reference(),
      modifiedTime: try container.time(.modifiedTime) ?? Date(timeIntervalSince1970: 0))
  }
}

/// A record of module Accounts.
struct AccountRecord: Decodable, Sendable {
  let account: Account

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case name = "Account_Name"
    case phone = "Phone"
    case website = "Website"
    case industry = "Industry"
    case street = "Billing_Street"
    case city = "Billing_City"
    case state = "Billing_State"
    case postcode = "Billing_Code"
    case country = "Billing_Country"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let address = try [.street, .city, .state, .postcode, .country].compactMap {
      try container.text($0)
    }
    account = Account(
      id: Account.ID(try container.decode(String.self, forKey: .id)),
      name: try container.text(.name) ?? "", phone: try container.text(.phone),
      website: try container.text(.website), industry: try container.text(.industry),
      billingAddress: address.isEmpty ? nil : address.joined(separator: ", "),
      modifiedTime: try container.time(.modifiedTime) ?? Date(timeIntervalSince1970: 0))
  }
}
