import FoundationEssentials

/// Money a customer paid us, spread over invoices.
///
/// <https://www.zoho.com/books/api/v3/customer-payments/>
public struct Payment: Hashable, Sendable, Codable {
  /// A payment's id.
  public typealias ID = Identifier<Payment>

  /// How much of a payment goes to one invoice.
  public struct Application: Hashable, Sendable, Codable {
    /// The invoice.
    public let invoice: Invoice.ID
    /// The sum, in the invoice's currency.
    public var amount: Decimal

    /// A part of a payment that goes to one invoice.
    public init(invoice: Invoice.ID, amount: Decimal) {
      self.invoice = invoice
      self.amount = amount
    }
  }

  /// The id at Books.
  public let id: ID
  /// Books' number for it.
  public var number: String
  /// Who paid.
  public var customer: Reference<Customer>
  /// The day it came in.
  public var date: CalendarDate
  /// How it came: `banktransfer`, `cash`, `check`, or an organization's own word.
  public var mode: String
  /// The whole sum, in the customer's currency.
  public var amount: Money
  /// The bank's reference, with our tag when we recorded it.
  public var reference: String
  /// What each invoice got. List rows may leave it out.
  public var applications: [Application]
  /// When it was last changed, by the server's clock.
  public var modifiedTime: Date

  /// Money a customer paid.
  public init(
    id: ID, number: String, customer: Reference<Customer>, date: CalendarDate, mode: String,
    amount: Money, reference: String = "", applications: [Application] = [], modifiedTime: Date
  ) {
    self.id = id
    self.number = number
    self.customer = customer
    self.date = date
    self.mode = mode
    self.amount = amount
    self.reference = reference
    self.applications = applications
    self.modifiedTime = modifiedTime
  }
}

/// A payment about to be recorded.
public struct PaymentDraft: Hashable, Sendable, Codable {
  /// The mark put in its reference, `FL-` and ten letters.
  public let tag: String
  /// Who paid.
  public var customer: Reference<Customer>
  /// The day it came in.
  public var date: CalendarDate
  /// How it came, in Books' spelling.
  public var mode: String
  /// The whole sum, in the customer's currency.
  public var amount: Money
  /// The user's own reference, put before the tag.
  public var reference: String
  /// What each invoice gets. What is left over becomes the customer's credit.
  public var applications: [Payment.Application]

  /// A payment about to be recorded.
  public init(
    tag: String, customer: Reference<Customer>, date: CalendarDate, mode: String, amount: Money,
    reference: String = "", applications: [Payment.Application]
  ) {
    self.tag = tag
    self.customer = customer
    self.date = date
    self.mode = mode
    self.amount = amount
    self.reference = reference
    self.applications = applications
  }

  /// What Books gets as `reference_number`: the user's words first, then the tag.
  public var taggedReference: String {
    reference.isEmpty ? tag : reference + " " + tag
  }

  /// What is not applied to any invoice.
  public var remainder: Decimal {
    applications.reduce(amount.amount) { $0 - $1.amount }
  }
}

/// The ways money comes in, in Books' spelling.
public enum PaymentMode: String, Hashable, Sendable, CaseIterable {
  /// By cheque.
  case check
  /// In cash.
  case cash
  /// By card.
  case creditCard = "creditcard"
  /// By bank transfer.
  case bankTransfer = "banktransfer"
  /// By bank remittance.
  case bankRemittance = "bankremittance"
  /// By an automatic transaction.
  case autoTransaction = "autotransaction"
  /// In another way.
  case others
}
