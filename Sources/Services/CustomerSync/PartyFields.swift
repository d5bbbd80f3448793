import Sales
import ZohoAPI

/// How the fields of a party are called in CRM and in Books.
extension PartyField {
  /// The API name in CRM; nil where the module has no such field.
  func crmName(in party: Party) -> String? {
    switch (self, party) {
    case (.name, .account): "Account_Name"
    case (.name, .contact): "Full_Name"
    // A company's own name is its company in Books, too.
    case (.company, _): "Account_Name"
    case (.website, .account): "Website"
    case (.website, .contact): nil
    case (.phone, _): "Phone"
    case (.billingStreet, .account): "Billing_Street"
    case (.billingCity, .account): "Billing_City"
    case (.billingState, .account): "Billing_State"
    case (.billingCode, .account): "Billing_Code"
    case (.billingCountry, .account): "Billing_Country"
    case (.shippingStreet, .account): "Shipping_Street"
    case (.shippingCity, .account): "Shipping_City"
    case (.shippingState, .account): "Shipping_State"
    case (.shippingCode, .account): "Shipping_Code"
    case (.shippingCountry, .account): "Shipping_Country"
    case (.billingStreet, .contact): "Mailing_Street"
    case (.billingCity, .contact): "Mailing_City"
    case (.billingState, .contact): "Mailing_State"
    case (.billingCode, .contact): "Mailing_Zip"
    case (.billingCountry, .contact): "Mailing_Country"
    case (.shippingStreet, .contact): "Other_Street"
    case (.shippingCity, .contact): "Other_City"
    case (.shippingState, .contact): "Other_State"
    case (.shippingCode, .contact): "Other_Zip"
    case (.shippingCountry, .contact): "Other_Country"
    }
  }

  /// The key in Books; one with a dot is a member of an address.
  var booksKey: String {
    switch self {
    case .name: "contact_name"
    case .company: "company_name"
    case .website: "website"
    case .phone: "billing_address.phone"
    case .billingStreet: "billing_address.address"
    case .billingCity: "billing_address.city"
    case .billingState: "billing_address.state"
    case .billingCode: "billing_address.zip"
    case .billingCountry: "billing_address.country"
    case .shippingStreet: "shipping_address.address"
    case .shippingCity: "shipping_address.city"
    case .shippingState: "shipping_address.state"
    case .shippingCode: "shipping_address.zip"
    case .shippingCountry: "shipping_address.country"
    }
  }
}

extension PersonField {
  /// The API name in CRM's module Contacts.
  var crmName: String {
    switch self {
    case .firstName: "First_Name"
    case .lastName: "Last_Name"
    case .phone: "Phone"
    case .mobile: "Mobile"
    }
  }

  /// The key in Books.
  var booksKey: String {
    switch self {
    case .firstName: "first_name"
    case .lastName: "last_name"
    case .phone: "phone"
    case .mobile: "mobile"
    }
  }
}

extension Party {
  /// The fields that are read of its record.
  var crmFields: [String] {
    let own = Set(PartyField.allCases.compactMap { $0.crmName(in: self) })
    return (own.sorted() + ["Modified_Time"]) + (module == "Contacts" ? Self.personFields : [])
  }

  /// The fields that are read of a person.
  static let personFields = ["Email"] + PersonField.allCases.map(\.crmName)
}

extension PartyDetails {
  /// What a record of CRM says, with the people of the company.
  init(_ fields: RecordFields, of party: Party, people: [RecordFields]) {
    var values: [PartyField: String] = [:]
    for field in PartyField.allCases {
      values[field] = field.crmName(in: party).flatMap { fields[$0]?.words }
    }
    self.init(
      values: values,
      people: people.compactMap { Person($0, id: "id", email: "Email", name: \.crmName) })
  }

  /// What a customer of Books says.
  init(customer fields: RecordFields) {
    var values: [PartyField: String] = [:]
    for field in PartyField.allCases {
      let path = field.booksKey.split(separator: ".").map(String.init)
      let owner = path.count == 2 ? fields[path[0]]?.fields ?? [:] : fields
      values[field] = path.last.flatMap { owner[$0]?.words }
    }
    var people: [Person] = []
    if case .list(let list)? = fields["contact_persons"] {
      people = list.compactMap { person in
        person.fields.flatMap {
          Person($0, id: "contact_person_id", email: "email", name: \.booksKey)
        }
      }
    }
    self.init(values: values, people: people)
  }
}

extension PartyDetails.Person {
  /// A person with a mail address; nil for one without.
  fileprivate init?(
    _ fields: RecordFields, id: String, email: String, name: (PersonField) -> String
  ) {
    guard let address = fields[email]?.words, let id = fields[id]?.text else { return nil }
    var values: [PersonField: String] = [:]
    for field in PersonField.allCases { values[field] = fields[name(field)]?.words }
    self.init(id: id, email: address, values: values)
  }
}

extension FieldValue {
  /// The text without blanks around it and with single ones inside; nil for none.
  fileprivate var words: String? {
    let words = text?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    return words.isEmpty ? nil : words
  }
}
