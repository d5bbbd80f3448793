import Foundation
import GRDB

/// What invoices and all other documents of sales and purchases have in common: a contact, a
/// currency, lines and what they come to.
protocol BilledDocument {
  /// The customer or vendor.
  var contactId: Int64 { get }
  var currencyId: Int64 { get set }
  var exchangeRate: Int64 { get set }
  var date: String { get set }
  var referenceNumber: String { get set }
  /// `10%` or an amount; the lines' own discounts are with the lines.
  var discount: String { get set }
  var discountType: String { get set }
  var isDiscountBeforeTax: Bool { get set }
  var isInclusiveTax: Bool { get set }
  var shippingCharge: Int64 { get set }
  var adjustment: Int64 { get set }
  var adjustmentDescription: String { get set }
  var subTotal: Int64 { get set }
  var subTotalInclusiveOfTax: Int64 { get set }
  var discountTotal: Int64 { get set }
  var taxTotal: Int64 { get set }
  /// A JSON array.
  var taxes: String { get set }
  var total: Int64 { get set }
  /// The total in the base currency.
  var bcyTotal: Int64 { get set }
  var notes: String { get set }
  var terms: String { get set }
  var salespersonName: String { get set }
  var customSubject: String { get set }
  var customBody: String { get set }
  /// A JSON array of ids.
  var contactPersons: String { get set }
  /// JSON objects.
  var billingAddress: String { get set }
  var shippingAddress: String { get set }

  /// What remains to be paid follows from the rest.
  mutating func settleBalance()
}

extension BilledDocument {
  /// Takes over what a body says of discounts, charges and words.
  /// - Throws: Books' refusals of bad values.
  mutating func applyTerms(_ fields: BooksFields, isNew: Bool) throws {
    referenceNumber = try fields.text("reference_number", limit: 100) ?? referenceNumber
    if let value = try fields.discount("discount") {
      discount = value.stored
      if isNew, value != .none { discountType = "entity_level" }
    }
    discountType = try fields.text("discount_type") ?? discountType
    guard ["item_level", "entity_level"].contains(discountType) else {
      throw Refusal.booksInvalid("discount_type")
    }
    isDiscountBeforeTax = try fields.truth("is_discount_before_tax") ?? isDiscountBeforeTax
    isInclusiveTax = try fields.truth("is_inclusive_tax") ?? isInclusiveTax
    if let charge = try fields.number("shipping_charge") {
      guard charge >= 0, let stored = charge.millionths else {
        throw Refusal.booksInvalid("shipping_charge")
      }
      shippingCharge = stored
    }
    if let value = try fields.number("adjustment")?.millionths { adjustment = value }
    adjustmentDescription = try fields.text("adjustment_description") ?? adjustmentDescription
    notes = try fields.text("notes", limit: 5000) ?? notes
    terms = try fields.text("terms", limit: 10_000) ?? terms
    salespersonName = try fields.text("salesperson_name", limit: 200) ?? salespersonName
    customSubject = try fields.text("custom_subject", limit: 1000) ?? customSubject
    customBody = try fields.text("custom_body", limit: 50_000) ?? customBody
  }

  /// Takes over the persons a body names, who must be the contact's.
  mutating func applyPersons(_ fields: BooksFields, _ db: Database) throws {
    let persons =
      try fields.objects("contact_persons_associated")?.map {
        guard let id = try $0.id("contact_person_id") else {
          throw Refusal.booksInvalid("contact_person_id")
        }
        return id
      } ?? fields.ids("contact_persons")
    guard let persons else { return }
    for person in persons
    where try ContactPerson.fetchOne(db, key: person)?.contactId != contactId {
      throw Refusal.booksInvalid("contact_persons")
    }
    contactPersons = JSONValue.array(persons.map { .string(String($0)) }).text
  }

  /// The currency a body names, and what it was worth on the day of the document.
  mutating func applyCurrency(
    _ fields: BooksFields, isNew: Bool, isSettled: Bool, _ db: Database
  ) throws {
    if let id = try fields.id("currency_id"), id != currencyId {
      guard try Currency.find(id, db) != nil else { throw Refusal.booksInvalid("currency_id") }
      guard !isSettled else { throw Refusal.booksInvalid("currency_id") }
      currencyId = id
    }
    guard let currency = try Currency.find(currencyId, db) else {
      throw Refusal.booksInvalid("currency_id")
    }
    let rate = try fields.exchangeRate()
    if currency.isBase {
      exchangeRate = 1_000_000
    } else if let rate {
      exchangeRate = rate
    } else if isNew {
      let day = Day(date) ?? Day(number: 0)
      exchangeRate = try currency.exchangeRate(on: day, db).millionths ?? 1_000_000
    }
  }

  func currency(_ db: Database) throws -> Currency {
    guard let currency = try Currency.find(currencyId, db) else {
      throw Refusal.booksInvalid("currency_id")
    }
    return currency
  }

  /// The persons it goes to.
  func persons(_ db: Database) throws -> [ContactPerson] {
    let ids = try JSONValue(parsing: contactPersons).arrayValue ?? []
    return try ids.compactMap { id in
      try id.stringValue.flatMap { Int64($0) }.flatMap { try ContactPerson.fetchOne(db, key: $0) }
    }
  }
}
