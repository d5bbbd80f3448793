import Foundation
import GRDB

extension Invoice {
  /// Takes over what the body says, but for lines, number and custom fields. The link to a CRM deal is
  /// no part of Books' descriptions of a body: only the CRM itself sets it.
  /// - Throws: Books' refusals of bad values.
  mutating func apply(
    _ fields: BooksFields, isNew: Bool, today: Day, _ db: Database
  ) throws {
    try applyCustomer(fields, isNew: isNew, db)
    try applyDates(fields, isNew: isNew, today: today)
    try applyCurrency(fields, isNew: isNew, db)
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

  private mutating func applyCustomer(
    _ fields: BooksFields, isNew: Bool, _ db: Database
  ) throws {
    let named = try fields.id("customer_id")
    if isNew || named.map({ $0 != customerId }) == true {
      guard let id = named, let contact = try Contact.fetchOne(db, key: id) else {
        throw Refusal.booksInvalid("customer_id")
      }
      guard contact.contactType == "customer" else { throw Refusal.booksInvalid("customer_id") }
      guard contact.status == "active" else {
        throw Refusal.books(
          400, 4013, "The customer \"\(contact.contactName)\" is inactive.")
      }
      guard paymentMade == 0 else {
        throw Refusal.books(
          400, 4014, "The customer of an invoice with payments cannot be changed.")
      }
      customerId = id
      customerName = contact.contactName
      currencyId = contact.currencyId
      paymentTerms = contact.paymentTerms
      paymentTermsLabel = contact.paymentTermsLabel
      billingAddress = contact.billingAddress
      shippingAddress = contact.shippingAddress
      let primary = try ContactPerson.all(of: id, db).first
      contactPersons =
        JSONValue.array(
          primary.map { [.string(String($0.contactPersonId))] } ?? []
        ).text
    }
    let persons =
      try fields.objects("contact_persons_associated")?.map {
        guard let id = try $0.id("contact_person_id") else {
          throw Refusal.booksInvalid("contact_person_id")
        }
        return id
      } ?? fields.ids("contact_persons")
    if let persons {
      for person in persons
      where try ContactPerson.fetchOne(db, key: person)?.contactId != customerId {
        throw Refusal.booksInvalid("contact_persons")
      }
      contactPersons = JSONValue.array(persons.map { .string(String($0)) }).text
    }
  }

  private mutating func applyDates(_ fields: BooksFields, isNew: Bool, today: Day) throws {
    let newDate = try fields.day("date")
    let day = newDate ?? (isNew ? today : Day(date) ?? today)
    date = day.description
    var hasNewTerms = false
    if let days = try fields.integer("payment_terms") {
      guard (-3...1000).contains(days) else { throw Refusal.booksInvalid("payment_terms") }
      if days != paymentTerms {
        paymentTerms = days
        paymentTermsLabel = PaymentTerms.label(days)
        hasNewTerms = true
      }
    }
    if let label = try fields.text("payment_terms_label", limit: 100), !label.isEmpty {
      paymentTermsLabel = label
    }
    if let due = try fields.day("due_date") {
      guard due >= day else {
        throw Refusal.books(
          400, 4001, "Due date of the invoice must not be earlier than the invoice date.")
      }
      dueDate = due.description
    } else if isNew || hasNewTerms || newDate != nil {
      dueDate = (day + max(0, paymentTerms)).description
    }
    if let expected = try fields.day("payment_expected_date") {
      paymentExpectedDate = expected.description
    }
  }

  private mutating func applyCurrency(_ fields: BooksFields, isNew: Bool, _ db: Database) throws {
    if let id = try fields.id("currency_id"), id != currencyId {
      guard try Currency.find(id, db) != nil else { throw Refusal.booksInvalid("currency_id") }
      guard paymentMade == 0 else { throw Refusal.booksInvalid("currency_id") }
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
}
