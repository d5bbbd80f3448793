extension PartyField {
  /// What people call it.
  public var label: String {
    switch self {
    case .name: "name"
    case .company: "company"
    case .website: "web address"
    case .phone: "telephone"
    case .billingStreet: "bill street"
    case .billingCity: "bill city"
    case .billingState: "bill state"
    case .billingCode: "bill postcode"
    case .billingCountry: "bill country"
    case .shippingStreet: "ship street"
    case .shippingCity: "ship city"
    case .shippingState: "ship state"
    case .shippingCode: "ship postcode"
    case .shippingCountry: "ship country"
    }
  }
}

extension PersonField {
  /// What people call it.
  public var label: String {
    switch self {
    case .firstName: "first name"
    case .lastName: "last name"
    case .phone: "telephone"
    case .mobile: "mobile"
    }
  }
}
