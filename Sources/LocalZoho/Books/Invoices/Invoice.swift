import Foundation
import GRDB

/// An invoice without its lines, as the row holds it.
struct Invoice: BilledDocument, Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_invoices"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  /// What people decide; the rest of the statuses follows from payments and the calendar.
  enum State: String, Codable {
    case draft, sent, void
  }

  var invoiceId: Int64
  var invoiceNumber: String
  var state = State.draft
  var customerId: Int64
  var customerName: String
  var currencyId: Int64
  var exchangeRate: Int64 = 1_000_000
  var date: String
  var dueDate: String
  var paymentTerms = 0
  var paymentTermsLabel = ""
  var paymentExpectedDate = ""
  var lastPaymentDate = ""
  var referenceNumber = ""
  /// `10%` or an amount; the lines' own discounts are with the lines.
  var discount = "0"
  var discountType = "item_level"
  var isDiscountBeforeTax = true
  var isInclusiveTax = false
  var shippingCharge: Int64 = 0
  var adjustment: Int64 = 0
  var adjustmentDescription = "Adjustment"
  var subTotal: Int64 = 0
  var subTotalInclusiveOfTax: Int64 = 0
  var discountTotal: Int64 = 0
  var taxTotal: Int64 = 0
  /// A JSON array.
  var taxes = "[]"
  var total: Int64 = 0
  /// The total in the base currency.
  var bcyTotal: Int64 = 0
  var paymentMade: Int64 = 0
  /// What credit notes took off it.
  var creditsApplied: Int64 = 0
  var writeOffAmount: Int64 = 0
  var balance: Int64 = 0
  var notes = ""
  var terms = ""
  var salespersonName = ""
  /// JSON objects.
  var billingAddress = "{}"
  var shippingAddress = "{}"
  /// A JSON array of ids.
  var contactPersons = "[]"
  var zcrmPotentialId = ""
  var zcrmPotentialName = ""
  var isEmailed = false
  var clientViewedTime: Int64?
  var remindersSent = 0
  var lastReminderSentDate = ""
  var customSubject = ""
  var customBody = ""
  /// What the customer's link carries.
  var viewKey: String
  /// `pending_approval` or `approved` when a draft was submitted.
  var approval = ""
  /// `invoice` or `debit_note`.
  var type = "invoice"
  var referenceInvoiceId: Int64?
  /// What it was made from.
  var estimateId: Int64?
  var salesorderId: Int64?
  var recurringInvoiceId: Int64?
  var isReminderEnabled = true
  var templateId = DocumentTemplate.standard
  var createdById: String
  var createdTime: Int64
  var lastModifiedTime: Int64

  static func find(_ id: Int64, _ db: Database) throws -> Invoice {
    guard let invoice = try Invoice.fetchOne(db, key: id) else {
      throw Refusal.booksMissing("Invoice")
    }
    return invoice
  }

  func aroundSave(_ db: Database, save: () throws -> PersistenceSuccess) throws {
    _ = try save()
    try SalesPosting.post(self, db)
  }

  func aroundDelete(_ db: Database, delete: () throws -> Bool) throws {
    _ = try delete()
    try Posting.remove(of: invoiceId, db)
  }

  /// Whom its history lines belong to.
  var subject: HistoryEntry.Subject { .invoice(invoiceId, contact: customerId) }

  var contactId: Int64 { customerId }

  /// Whether something has been paid or credited.
  var isSettled: Bool { paymentMade != 0 || creditsApplied != 0 }

  mutating func settleBalance() {
    balance = total - paymentMade - creditsApplied - writeOffAmount
  }

  /// Where it stands on a day.
  func status(on today: Day) -> String {
    Self.status(
      state: state == .draft && !approval.isEmpty ? approval : state.rawValue, balance: balance,
      total: total, dueDate: dueDate,
      isViewed: clientViewedTime != nil, today: today.description)
  }

  /// The rule for statuses: draft and void are decided; paid, overdue, partially paid and viewed
  /// are what payments, the calendar and the customer make of a sent one.
  static func status(
    state: String, balance: Int64, total: Int64, dueDate: String, isViewed: Bool, today: String
  ) -> String {
    guard state == State.sent.rawValue else { return state }
    if balance <= 0 { return "paid" }
    if dueDate < today { return "overdue" }
    if balance < total { return "partially_paid" }
    return isViewed ? "viewed" : "sent"
  }
}

/// A line of an invoice, as the row holds it.
struct InvoiceLine: BilledLine, Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_invoice_lines"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var lineItemId: Int64
  var invoiceId: Int64
  var itemOrder: Int
  var itemId: Int64?
  var name = ""
  var description = ""
  var headerName = ""
  var productType = "goods"
  var unit = ""
  var rate: Int64 = 0
  var quantity: Int64 = 1_000_000
  /// `10%` or an amount.
  var discount = "0"
  var discountAmount: Int64 = 0
  var taxId: Int64?
  var taxName = ""
  var taxType = ""
  var taxPercentage: Int64 = 0
  /// A JSON array.
  var lineItemTaxes = "[]"
  var itemTotal: Int64 = 0
  var itemTotalInclusiveOfTax: Int64 = 0
  /// The line of a sales order it bills.
  var salesorderItemId: Int64?

  static func all(of invoice: Int64, _ db: Database) throws -> [InvoiceLine] {
    try InvoiceLine.fetchAll(
      db,
      sql:
        "SELECT * FROM books_invoice_lines WHERE invoice_id = ? ORDER BY item_order, line_item_id",
      arguments: [invoice])
  }
}

extension DocumentTotals.Discount {
  /// As a row holds it: `10%` or an amount.
  init(stored: String) {
    if stored.hasSuffix("%") {
      self = .percent(Decimal(string: String(stored.dropLast())) ?? 0)
    } else {
      self = .amount(Decimal(string: stored) ?? 0)
    }
  }

  var stored: String {
    switch self {
    case .percent(let percent): "\(percent)%"
    case .amount(let amount): "\(amount)"
    }
  }

  /// As Books shows it: `"10.00%"`, or a number.
  var json: JSONValue {
    switch self {
    case .percent(let percent): .string(percent.text(places: 2) + "%")
    case .amount(let amount): .number(amount)
    }
  }
}
