import Foundation
import GRDB

/// A customer or vendor, as its row holds it.
struct Contact: Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_contacts"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var contactId: Int64
  var contactName: String
  var companyName = ""
  var contactType = "customer"
  var customerSubType = "business"
  var status = "active"
  var currencyId: Int64
  var paymentTerms = 0
  var paymentTermsLabel = "Due on Receipt"
  var creditLimit: Int64 = 0
  var website = ""
  var notes = ""
  var languageCode = "en"
  /// JSON objects.
  var billingAddress = "{}"
  var shippingAddress = "{}"
  var ownerId = ""
  var taxId: Int64?
  /// Empty unless it came from the CRM.
  var zcrmAccountId = ""
  var zcrmContactId = ""
  var isReminderEnabled = true
  var isPortalEnabled = false
  /// Whether payments are reported on form 1099.
  var isTracked = false
  var createdTime: Int64
  var lastModifiedTime: Int64

  static func find(_ id: Int64, _ db: Database) throws -> Contact {
    guard let contact = try Contact.fetchOne(db, key: id) else {
      throw Refusal.booksMissing("Contact")
    }
    return contact
  }

  /// Takes over what the body says.
  /// - Throws: Books' refusals of bad values, and 3062 when another contact has the name.
  mutating func apply(_ fields: BooksFields, _ db: Database) throws {
    if let name = try fields.text("contact_name", limit: 200) { contactName = name }
    guard !contactName.allSatisfy(\.isWhitespace) else {
      throw Refusal.booksInvalid("contact_name")
    }
    companyName = try fields.text("company_name", limit: 200) ?? companyName
    contactType = try fields.text("contact_type") ?? contactType
    guard ["customer", "vendor"].contains(contactType) else {
      throw Refusal.booksInvalid("contact_type")
    }
    customerSubType = try fields.text("customer_sub_type") ?? customerSubType
    guard ["business", "individual"].contains(customerSubType) else {
      throw Refusal.booksInvalid("customer_sub_type")
    }
    if let currency = try fields.id("currency_id") { currencyId = currency }
    guard try Currency.find(currencyId, db) != nil else {
      throw Refusal.booksInvalid("currency_id")
    }
    try applyTerms(fields)
    if let limit = try fields.number("credit_limit")?.millionths { creditLimit = limit }
    website = try fields.text("website") ?? website
    notes = try fields.text("notes") ?? notes
    languageCode = try fields.text("language_code") ?? languageCode
    ownerId = try fields.text("owner_id") ?? ownerId
    if let address = try fields.address("billing_address") {
      billingAddress = JSONValue.object(address).text
    }
    if let address = try fields.address("shipping_address") {
      shippingAddress = JSONValue.object(address).text
    }
    if let tax = try fields.id("tax_id") {
      guard try Tax.find(tax, db) != nil else { throw Refusal.booksInvalid("tax_id") }
      taxId = tax
    }
    let known = try Int64.fetchOne(
      db, sql: "SELECT contact_id FROM books_contacts WHERE contact_name = ?",
      arguments: [contactName])
    guard known == nil || known == contactId else {
      throw Refusal.books(
        400, 3062,
        "The customer \"\(contactName)\" already exists. Please specify a different name.")
    }
  }

  private mutating func applyTerms(_ fields: BooksFields) throws {
    if let days = try fields.integer("payment_terms") {
      guard (-3...1000).contains(days) else { throw Refusal.booksInvalid("payment_terms") }
      if days != paymentTerms { paymentTermsLabel = PaymentTerms.label(days) }
      paymentTerms = days
    }
    if let label = try fields.text("payment_terms_label", limit: 100), !label.isEmpty {
      paymentTermsLabel = label
    }
  }
}

/// Days until a document is due, and their usual words.
enum PaymentTerms {
  static func label(_ days: Int) -> String {
    days == 0 ? "Due on Receipt" : "Net \(days)"
  }
}
