import FoundationEssentials

/// An invoice being written, before and after Books knows of it.
///
/// It lives on disk from the first key. Its tag is put on the record at Books, so that a create whose
/// answer was lost can be found again instead of being repeated.
public struct InvoiceDraft: Hashable, Sendable, Codable {
  /// A draft's id, made here.
  public typealias ID = Identifier<InvoiceDraft>

  /// The id, made here.
  public let id: ID
  /// Counts the edits: an older copy never replaces a newer one.
  public var revision: Int
  /// The deal it was started from.
  public var deal: Reference<Deal>?
  /// The deal's value when the draft was started.
  public var dealValue: Decimal?
  /// Who it bills, once chosen.
  public var customer: Reference<Customer>?
  /// The currency of every amount in it: the customer's.
  public var currency: Currency
  /// The date on it.
  public var date: CalendarDate
  /// Days until it is due.
  public var paymentTerms: Int
  /// The day it is due.
  public var dueDate: CalendarDate
  /// The mark put on the record at Books, `FL-` and ten letters.
  public let tag: String
  /// The user's own reference, put before the tag.
  public var reference: String
  /// Its lines, first to last. Blank ones are not sent.
  public var lines: [LineItem]
  /// Whether the rates already contain tax.
  public var isInclusiveTax: Bool
  /// Words to the customer.
  public var notes: String
  /// Terms and conditions.
  public var terms: String
  /// The invoice at Books, once it was saved there.
  public var invoice: Invoice.ID?
  /// The number Books gave it.
  public var number: String?
  /// What is taken off the whole; Books takes it there or on lines, never both.
  public var discount: Discount?
  /// What is charged for the way there.
  public var shipping: Decimal?
  /// What is added or taken off at the end, such as for rounding.
  public var adjustment: Decimal?
  /// How its PDF looks; nil for Books' own choice.
  public var template: Reference<InvoiceTemplate>?
  /// The estimate it is made from: Books marks that as invoiced, once.
  public var estimate: Reference<BooksDocument>?

  /// A draft with one blank line.
  public init(
    id: ID, tag: String, deal: Reference<Deal>? = nil, dealValue: Decimal? = nil,
    customer: Reference<Customer>? = nil, currency: Currency, date: CalendarDate,
    paymentTerms: Int = 30
  ) {
    self.id = id
    self.revision = 0
    self.tag = tag
    self.deal = deal
    self.dealValue = dealValue
    self.customer = customer
    self.currency = currency
    self.date = date
    self.paymentTerms = paymentTerms
    self.dueDate = date.adding(days: paymentTerms)
    self.reference = ""
    self.lines = [LineItem()]
    self.isInclusiveTax = false
    self.notes = ""
    self.terms = ""
  }

  /// The lines that will be sent: those with something in them.
  public var filledLines: [LineItem] { lines.filter { !$0.isBlank } }

  /// What Books gets as `reference_number`: the user's words first, then the tag. An invoice that was
  /// not made here has no tag.
  public var taggedReference: String {
    [reference, tag].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The sums as they stand now.
  public var totals: InvoiceTotals {
    InvoiceTotals(
      lines: filledLines, isInclusiveTax: isInclusiveTax, currency: currency, discount: discount,
      shipping: shipping ?? 0, adjustment: adjustment ?? 0)
  }
}
