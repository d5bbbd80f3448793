import FoundationEssentials

/// A company or person we bill, as Books keeps it (module contacts). In CRM it is an `Account`.
public struct Customer: Hashable, Sendable, Codable {
  /// A customer's id.
  public typealias ID = Identifier<Customer>

  /// Somebody at the customer who gets mail.
  public struct Person: Hashable, Sendable, Codable {
    /// The contact person's id at Books.
    public let id: Identifier<Person>
    /// The full name.
    public var name: String
    /// The address for mail, empty when there is none.
    public var email: String
    /// Whether mail goes here first.
    public var isPrimary: Bool

    /// Somebody at the customer.
    public init(id: Identifier<Person>, name: String, email: String, isPrimary: Bool) {
      self.id = id
      self.name = name
      self.email = email
      self.isPrimary = isPrimary
    }
  }

  /// The id at Books (`contact_id`).
  public let id: ID
  /// The name, unique in the organization.
  public var name: String
  /// The company's name, which may differ from the name.
  public var company: String?
  /// The address of the primary person.
  public var email: String?
  /// The currency it is billed in.
  public var currency: Currency
  /// Days until an invoice is due.
  public var paymentTerms: Int
  /// The words for those days, such as `Net 30`.
  public var paymentTermsLabel: String?
  /// The CRM account it is linked to.
  public var account: Account.ID?
  /// The CRM contact it is linked to.
  public var contact: Contact.ID?
  /// What it owes us now.
  public var outstanding: Decimal
  /// Credit it has not used.
  public var unusedCredits: Decimal
  /// Whether new documents can be made for it.
  public var isActive: Bool
  /// When it was last changed, by the server's clock.
  public var modifiedTime: Date

  /// A customer in Books.
  public init(
    id: ID, name: String, company: String? = nil, email: String? = nil, currency: Currency,
    paymentTerms: Int = 0, paymentTermsLabel: String? = nil, account: Account.ID? = nil,
    contact: Contact.ID? = nil, outstanding: Decimal = 0, unusedCredits: Decimal = 0,
    isActive: Bool = true, modifiedTime: Date
  ) {
    self.id = id
    self.name = name
    self.company = company
    self.email = email
    self.currency = currency
    self.paymentTerms = paymentTerms
    self.paymentTermsLabel = paymentTermsLabel
    self.account = account
    self.contact = contact
    self.outstanding = outstanding
    self.unusedCredits = unusedCredits
    self.isActive = isActive
    self.modifiedTime = modifiedTime
  }
}
