import Foundation
import GRDB

extension Contact {
  /// What a customer owes and what it has not used, in its currency.
  struct Balances {
    var outstanding: Decimal
    var unusedCredits: Decimal
    /// What was paid ahead on retainer invoices.
    var unusedRetainers: Decimal

    init(of contact: Int64, _ db: Database) throws {
      outstanding = Decimal(
        millionths: try Int64.fetchOne(
          db, sql: "SELECT " + Contact.outstandingSQL("?"), arguments: [contact]) ?? 0)
      unusedCredits = Decimal(
        millionths: try Int64.fetchOne(
          db, sql: "SELECT " + Contact.unusedSQL("?1"), arguments: [contact]) ?? 0)
      unusedRetainers = Decimal(
        millionths: try Int64.fetchOne(
          db,
          sql: """
            SELECT coalesce(sum(unused_amount), 0) FROM books_payments
            WHERE customer_id = ? AND retainer_id IS NOT NULL
            """, arguments: [contact]) ?? 0)
    }
  }

  /// The sum of open balances of the contact with that id.
  static func outstandingSQL(_ id: String) -> String {
    """
    (SELECT coalesce(sum(balance), 0) FROM books_invoices
    WHERE customer_id = \(id) AND state = 'sent')
    """
  }

  /// The sum of what open credit notes and payments beyond their invoices have left.
  static func unusedSQL(_ id: String) -> String {
    """
    ((SELECT coalesce(sum(unused_amount), 0) FROM books_payments
    WHERE customer_id = \(id) AND retainer_id IS NULL)
    + (SELECT coalesce(sum(balance), 0) FROM books_documents
    WHERE contact_id = \(id) AND kind = 'creditnote' AND state = 'open'))
    """
  }

  func hasTransactions(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM books_invoices WHERE customer_id = ?)
          OR EXISTS (SELECT 1 FROM books_payments WHERE customer_id = ?)
          OR EXISTS (SELECT 1 FROM books_documents WHERE contact_id = ?)
        """, arguments: [contactId, contactId, contactId]) ?? false
  }

  /// The contact in full.
  func json(today: Day, _ db: Database) throws -> JSONObject {
    let persons = try ContactPerson.all(of: contactId, db)
    let primary = persons.first
    let currency = try Currency.find(currencyId, db) ?? Currency.base(db)
    let balances = try Balances(of: contactId, db)
    let rate = try currency.exchangeRate(on: today, db)
    let places = try Currency.base(db).places
    let tax = try taxId.flatMap { try Tax.find($0, db) }
    var json: JSONObject = [
      "contact_id": .string(String(contactId)), "contact_name": .string(contactName),
      "company_name": .string(companyName), "has_transaction": JSONValue(try hasTransactions(db)),
      "contact_type": .string(contactType), "customer_sub_type": .string(customerSubType),
      "credit_limit": .number(Decimal(millionths: creditLimit)),
      "is_portal_enabled": JSONValue(isPortalEnabled),
      "language_code": .string(languageCode), "is_taxable": true,
      "tax_id": .string(taxId.map(String.init) ?? ""), "tax_name": .string(tax?.name ?? ""),
      "tax_percentage": tax.map { .number($0.percentage) } ?? "",
      "is_linked_with_zohocrm": JSONValue(!zcrmAccountId.isEmpty || !zcrmContactId.isEmpty),
      "zcrm_account_id": .string(zcrmAccountId), "zcrm_contact_id": .string(zcrmContactId),
      "website": .string(website), "owner_id": .string(ownerId),
      "primary_contact_id": .string(primary.map { String($0.contactPersonId) } ?? ""),
      "payment_terms": JSONValue(paymentTerms), "payment_terms_label": .string(paymentTermsLabel),
      "currency_id": .string(String(currencyId)), "currency_code": .string(currency.code),
      "currency_symbol": .string(currency.symbol), "price_precision": JSONValue(currency.places),
      "outstanding_receivable_amount": .number(balances.outstanding),
      "outstanding_receivable_amount_bcy": .number(
        (balances.outstanding * rate).rounded(places: places)),
      "unused_credits_receivable_amount": .number(balances.unusedCredits),
      "unused_credits_receivable_amount_bcy": .number(
        (balances.unusedCredits * rate).rounded(places: places)),
      "status": .string(status), "payment_reminder_enabled": JSONValue(isReminderEnabled),
      "track_1099": JSONValue(isTracked),
      "unused_retainer_payments": .number(balances.unusedRetainers),
    ]
    json.append("first_name", .string(primary?.firstName ?? ""))
    json.append("last_name", .string(primary?.lastName ?? ""))
    json.append("email", .string(primary?.email ?? ""))
    json.append("phone", .string(primary?.phone ?? ""))
    json.append("mobile", .string(primary?.mobile ?? ""))
    try CustomValues(.contact, db).append(CustomValues.values(of: contactId, db), to: &json)
    json.append("billing_address", try JSONValue(parsing: billingAddress))
    json.append("shipping_address", try JSONValue(parsing: shippingAddress))
    json.append("contact_persons", .array(persons.map { .object($0.json) }))
    json.append("notes", .string(notes))
    json.append("created_time", .string(Self.time(createdTime)))
    json.append("last_modified_time", .string(Self.time(lastModifiedTime)))
    return json
  }

  /// Seconds since 1970 as Books prints an instant.
  static func time(_ seconds: Int64) -> String {
    Timestamp.books(Date(timeIntervalSince1970: Double(seconds)))
  }
}
