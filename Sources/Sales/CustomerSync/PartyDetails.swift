/// A field that CRM and Books both keep of a company or person we bill.
public enum PartyField: String, Hashable, Sendable, Codable, CaseIterable {
  /// The name: of the account or person in CRM, the unique display name in Books.
  case name
  /// The company: a look-up to an account in CRM, a text in Books.
  case company
  /// The web address.
  case website
  /// The telephone number.
  case phone
  /// Street and house number of the address for bills.
  case billingStreet
  /// City of the address for bills.
  case billingCity
  /// State or region of the address for bills.
  case billingState
  /// Postcode of the address for bills.
  case billingCode
  /// Country of the address for bills.
  case billingCountry
  /// Street and house number of the address for goods.
  case shippingStreet
  /// City of the address for goods.
  case shippingCity
  /// State or region of the address for goods.
  case shippingState
  /// Postcode of the address for goods.
  case shippingCode
  /// Country of the address for goods.
  case shippingCountry
}

/// A field of a person at a company that both products keep. The mail address tells who it is.
public enum PersonField: String, Hashable, Sendable, Codable, CaseIterable {
  /// The first name.
  case firstName
  /// The last name.
  case lastName
  /// The telephone number.
  case phone
  /// The mobile number.
  case mobile
}

/// A company or person we bill, as one of the two products has it: what can be compared.
public struct PartyDetails: Hashable, Sendable, Codable {
  /// Somebody at the company, told by their mail address.
  public struct Person: Hashable, Sendable, Codable {
    /// The id of the record: a contact in CRM, a contact person in Books.
    public var id: String
    /// The address for mail.
    public var email: String
    /// What is known of them; what is empty is absent.
    public var values: [PersonField: String]

    /// Somebody at the company.
    public init(id: String, email: String, values: [PersonField: String]) {
      self.id = id
      self.email = email
      self.values = values
    }
  }

  /// What is known; what is empty is absent.
  public var values: [PartyField: String]
  /// The people with a mail address.
  public var people: [Person]

  /// A company or person we bill.
  public init(values: [PartyField: String], people: [Person] = []) {
    self.values = values
    self.people = people
  }

  /// The person of that mail address; upper and lower case are the same to mail.
  public func person(_ email: String) -> Person? {
    people.first { $0.email.lowercased() == email.lowercased() }
  }
}
