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
    try applyCurrency(fields, isNew: isNew, isSettled: isSettled, db)
    try applyTerms(fields, isNew: isNew)
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
      guard !isSettled else {
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
    try applyPersons(fields, db)
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
}
