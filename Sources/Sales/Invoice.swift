import FoundationEssentials

/// A bill to a customer, as Zoho Books keeps it.
///
/// <https://www.zoho.com/books/api/v3/invoices/>
public struct Invoice: Hashable, Sendable, Codable {
  /// An invoice's id.
  public typealias ID = Identifier<Invoice>

  /// The id at Books.
  public let id: ID
  /// The number customers quote, such as `INV-000031`.
  public var number: String
  /// Where it stands. Overdue, viewed, partially paid and paid are derived by the server.
  public var status: Open<InvoiceStatus>
  /// Who it bills.
  public var customer: Reference<Customer>
  /// The date on it.
  public var date: CalendarDate
  /// The day it should be paid by.
  public var dueDate: CalendarDate?
  /// Our own or the customer's reference.
  public var reference: String
  /// The currency of every amount in it.
  public var currency: Currency
  /// What the customer has to pay in all.
  public var total: Decimal
  /// What is still unpaid.
  public var balance: Decimal
  /// The CRM deal it belongs to, by Books' own link or our custom field.
  public var deal: Deal.ID?
  /// Whether it has been mailed. On a list row this may be missing.
  public var isEmailed: Bool
  /// When it was last changed, by the server's clock.
  public var modifiedTime: Date
  /// What was given up of it as lost. On a list row this may be missing.
  public var writtenOff: Decimal?

  /// A bill to a customer.
  public init(
    id: ID, number: String, status: Open<InvoiceStatus>, customer: Reference<Customer>,
    date: CalendarDate, dueDate: CalendarDate?, reference: String = "", currency: Currency,
    total: Decimal, balance: Decimal, deal: Deal.ID? = nil, isEmailed: Bool = false,
    modifiedTime: Date, writtenOff: Decimal? = nil
  ) {
    self.id = id
    self.number = number
    self.status = status
    self.customer = customer
    self.date = date
    self.dueDate = dueDate
    self.reference = reference
    self.currency = currency
    self.total = total
    self.balance = balance
    self.deal = deal
    self.isEmailed = isEmailed
    self.modifiedTime = modifiedTime
    self.writtenOff = writtenOff
  }

  /// What has been paid or credited. What was given up as lost came from nobody.
  public var paid: Decimal { total - balance - (writtenOff ?? 0) }
}

/// Where an invoice stands, in Books' spelling.
public enum InvoiceStatus: String, Hashable, Sendable, CaseIterable {
  /// Not yet given to the customer.
  case draft
  /// A draft that waits for somebody's approval.
  case pendingApproval = "pending_approval"
  /// A draft that was approved and may be sent.
  case approved
  /// Given to the customer, not yet due.
  case sent
  /// The customer has looked at it.
  case viewed
  /// Past its due date.
  case overdue
  /// Open, with nothing paid.
  case unpaid
  /// Paid in part.
  case partiallyPaid = "partially_paid"
  /// Paid in full.
  case paid
  /// Cancelled.
  case void
}

/// An invoice with all that a list row leaves out.
public struct InvoiceDetail: Hashable, Sendable, Codable {
  /// The invoice as a list shows it.
  public var invoice: Invoice
  /// Its lines, first to last.
  public var lines: [LineItem]
  /// The sum of the lines.
  public var subtotal: Decimal
  /// What each tax comes to.
  public var taxes: [TaxAmount]
  /// Whether the rates already contain tax.
  public var isInclusiveTax: Bool
  /// Days until it is due.
  public var paymentTerms: Int
  /// Words to the customer.
  public var notes: String
  /// Terms and conditions.
  public var terms: String
  /// What is taken off the whole; nil when nothing is, or only on lines.
  public var discount: Discount?
  /// What is charged for the way there.
  public var shipping: Decimal?
  /// What is added or taken off at the end.
  public var adjustment: Decimal?
  /// How its PDF looks.
  public var template: Reference<InvoiceTemplate>?
  /// The files that hang on it; nil when they are not known.
  public var files: [AttachedFile]?

  /// An invoice in full.
  public init(
    invoice: Invoice, lines: [LineItem], subtotal: Decimal, taxes: [TaxAmount],
    isInclusiveTax: Bool, paymentTerms: Int, notes: String, terms: String
  ) {
    self.invoice = invoice
    self.lines = lines
    self.subtotal = subtotal
    self.taxes = taxes
    self.isInclusiveTax = isInclusiveTax
    self.paymentTerms = paymentTerms
    self.notes = notes
    self.terms = terms
  }
}

/// A row of an invoice.
public struct LineItem: Hashable, Sendable, Codable {
  /// A line's id at Books.
  public typealias ID = Identifier<LineItem>

  /// The id at Books; nil while the line exists only here.
  public var id: ID?
  /// The item it was taken from.
  public var item: Item.ID?
  /// What is sold.
  public var name: String
  /// What is said about it.
  public var description: String
  /// How many.
  public var quantity: Decimal
  /// The price of one.
  public var rate: Decimal
  /// What is taken off.
  public var discount: Discount?
  /// The tax on it.
  public var tax: Tax?

  /// A row of an invoice.
  public init(
    id: ID? = nil, item: Item.ID? = nil, name: String = "", description: String = "",
    quantity: Decimal = 1, rate: Decimal = 0, discount: Discount? = nil, tax: Tax? = nil
  ) {
    self.id = id
    self.item = item
    self.name = name
    self.description = description
    self.quantity = quantity
    self.rate = rate
    self.discount = discount
    self.tax = tax
  }

  /// Whether nothing has been entered: such a line is left out, never sent.
  public var isBlank: Bool {
    item == nil && name.isEmpty && description.isEmpty && rate == 0
  }
}

/// What is taken off a line.
public enum Discount: Hashable, Sendable, Codable {
  /// A share of the line, in percent.
  case percent(Decimal)
  /// A sum, in the invoice's currency.
  case amount(Decimal)
}

/// What one tax comes to on an invoice.
public struct TaxAmount: Hashable, Sendable, Codable {
  /// The tax's name with its rate, such as `VAT (20%)`.
  public var name: String
  /// The sum, in the invoice's currency.
  public var amount: Decimal

  /// What one tax comes to.
  public init(name: String, amount: Decimal) {
    self.name = name
    self.amount = amount
  }
}

/// What happened to an invoice: a line of its history.
public struct InvoiceEvent: Hashable, Sendable, Codable {
  /// The id of the comment at Books.
  public let id: String
  /// What happened, in Books' words.
  public var text: String
  /// When, as Books prints it (`2026-11-23 14:02`).
  public var time: String
  /// Who did it.
  public var by: String

  /// A line of an invoice's history.
  public init(id: String, text: String, time: String, by: String) {
    self.id = id
    self.text = text
    self.time = time
    self.by = by
  }
}
