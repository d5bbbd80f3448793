import Sales

/// A customer about to be made or changed.
public struct CustomerDraft: Hashable, Sendable, Codable {
  /// The name, unique in the organization.
  public var name: String
  /// The company's name.
  public var company: String?
  /// Days until an invoice is due.
  public var paymentTerms: Int?
  /// The id at Books of the currency it is billed in; nil for the home currency.
  public var currencyID: String?
  /// Words for ourselves.
  public var notes: String?
  /// The primary person; nil for none, and to leave people as they are.
  public var person: Person?

  /// A person about to be made.
  public struct Person: Hashable, Sendable, Codable {
    /// The first name.
    public var firstName: String
    /// The last name.
    public var lastName: String
    /// The address for mail.
    public var email: String
    /// The telephone number.
    public var phone: String?

    /// A person about to be made.
    public init(firstName: String, lastName: String, email: String, phone: String? = nil) {
      self.firstName = firstName
      self.lastName = lastName
      self.email = email
      self.phone = phone
    }
  }

  /// A customer about to be made or changed.
  public init(
    name: String, company: String? = nil, paymentTerms: Int? = nil, currencyID: String? = nil,
    notes: String? = nil, person: Person? = nil
  ) {
    self.name = name
    self.company = company
    self.paymentTerms = paymentTerms
    self.currencyID = currencyID
    self.notes = notes
    self.person = person
  }
}

/// A customer as Books takes it.
struct CustomerBody: Encodable, Sendable {
  let name: String
  let company: String?
  let type = "customer"
  let paymentTerms: Int?
  let currency: String?
  let notes: String?
  let persons: [PersonBody]?

  enum CodingKeys: String, CodingKey {
    case name = "contact_name"
    case company = "company_name"
    case type = "contact_type"
    case paymentTerms = "payment_terms"
    case currency = "currency_id"
    case notes
    case persons = "contact_persons"
  }

  struct PersonBody: Encodable, Sendable {
    let firstName: String
    let lastName: String
    let email: String
    let phone: String?
    let isPrimary = true

    enum CodingKeys: String, CodingKey {
      case firstName = "first_name"
      case lastName = "last_name"
      case email, phone
      case isPrimary = "is_primary_contact"
    }
  }

  init(_ draft: CustomerDraft) {
    name = draft.name
    company = draft.company
    paymentTerms = draft.paymentTerms
    currency = draft.currencyID
    notes = draft.notes
    persons = draft.person.map { person in
      [
        PersonBody(
          firstName: person.firstName, lastName: person.lastName, email: person.email,
          phone: person.phone)
      ]
    }
  }
}
