import FoundationEssentials

/// A paper about to be made at Books: a recurring profile, a credit note, a retainer.
public struct DocumentDraft: Hashable, Sendable, Codable {
  /// Its sort.
  public let kind: DocumentKind
  /// The mark put on the record, `FL-` and ten letters.
  public let tag: String
  /// Whose it is.
  public var customer: Reference<Customer>
  /// The currency of every amount in it.
  public var currency: Currency
  /// Its day; of a recurring profile the first.
  public var date: CalendarDate
  /// The user's own reference, put before the tag.
  public var reference: String
  /// Its lines, first to last.
  public var lines: [LineItem]
  /// Whether the rates already contain tax.
  public var isInclusiveTax: Bool
  /// What is taken off the whole.
  public var discount: Discount?
  /// Days until an invoice of a recurring profile is due.
  public var paymentTerms: Int
  /// Words to the customer.
  public var notes: String
  /// Terms and conditions.
  public var terms: String
  /// How often a recurring profile makes an invoice.
  public var recurrence: Recurrence?
  /// The invoice that a credit note is for: Books puts the credit on it.
  public var invoice: Reference<Invoice>?
  /// The deal that a retainer is for.
  public var deal: Reference<Deal>?

  /// A paper about to be made.
  public init(
    kind: DocumentKind, tag: String, customer: Reference<Customer>, currency: Currency,
    date: CalendarDate, lines: [LineItem] = []
  ) {
    self.kind = kind
    self.tag = tag
    self.customer = customer
    self.currency = currency
    self.date = date
    self.lines = lines
    reference = ""
    isInclusiveTax = false
    paymentTerms = 0
    notes = ""
    terms = ""
  }

  /// What Books gets as `reference_number`: the user's words first, then the tag.
  public var taggedReference: String {
    [reference, tag].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What it comes to.
  public var total: Money {
    let totals = InvoiceTotals(
      lines: lines, isInclusiveTax: isInclusiveTax, currency: currency, discount: discount)
    return Money(totals.total, currency)
  }
}

/// How often something comes again.
public struct Recurrence: Hashable, Sendable, Codable {
  /// A stretch of the calendar, in Books' spelling.
  public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    /// Days.
    case days
    /// Weeks.
    case weeks
    /// Months.
    case months
    /// Years.
    case years
  }

  /// The name of the profile, which no other has.
  public var name: String
  /// Every how many units.
  public var count: Int
  /// Of what.
  public var unit: Unit
  /// The last day; nil for no end.
  public var end: CalendarDate?

  /// How often something comes again.
  public init(name: String, count: Int, unit: Unit, end: CalendarDate? = nil) {
    self.name = name
    self.count = count
    self.unit = unit
    self.end = end
  }
}
