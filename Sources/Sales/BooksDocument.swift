import FoundationEssentials

/// A paper that Books keeps beside invoices, as it stands in a list.
public struct BooksDocument: Hashable, Sendable, Codable {
  /// Its sort.
  public let kind: DocumentKind
  /// The id at Books.
  public let id: String
  /// Its number; of a recurring invoice its name.
  public let number: String
  /// Whose it is.
  public let customer: Reference<Customer>
  /// How it stands, in Books' words.
  public let status: String
  /// Its day; of a recurring invoice the first.
  public let date: CalendarDate?
  /// What it comes to.
  public let total: Money
  /// What is left of it: credit not used, money not paid.
  public let balance: Money
  /// Our own or the customer's reference.
  public let reference: String
  /// When a recurring invoice makes the next one; nil for other papers, and when none comes.
  public let next: CalendarDate?

  /// A paper as it stands in a list.
  public init(
    kind: DocumentKind, id: String, number: String, customer: Reference<Customer>, status: String,
    date: CalendarDate?, total: Money, balance: Money, reference: String = "",
    next: CalendarDate? = nil
  ) {
    self.kind = kind
    self.id = id
    self.number = number
    self.customer = customer
    self.status = status
    self.date = date
    self.total = total
    self.balance = balance
    self.reference = reference
    self.next = next
  }
}

/// A paper with all that a list row leaves out.
public struct DocumentDetail: Hashable, Sendable, Codable {
  /// The paper as a list shows it.
  public var document: BooksDocument
  /// Its lines, first to last.
  public var lines: [LineItem]
  /// Whether the rates already contain tax.
  public var isInclusiveTax: Bool
  /// Words to the customer.
  public var notes: String
  /// Terms and conditions.
  public var terms: String
  /// What is taken off the whole.
  public var discount: Discount?
  /// What is charged for the way there.
  public var shipping: Decimal
  /// What is added or taken off at the end.
  public var adjustment: Decimal

  /// A paper in full.
  public init(
    document: BooksDocument, lines: [LineItem], isInclusiveTax: Bool, notes: String, terms: String,
    discount: Discount? = nil, shipping: Decimal = 0, adjustment: Decimal = 0
  ) {
    self.document = document
    self.lines = lines
    self.isInclusiveTax = isInclusiveTax
    self.notes = notes
    self.terms = terms
    self.discount = discount
    self.shipping = shipping
    self.adjustment = adjustment
  }
}
