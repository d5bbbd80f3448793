import Foundation
import GRDB

/// The invoices that recurring ones bring forth when their day has come.
struct RecurringInvoices {
  let call: BooksCall
  let db: Database

  /// Makes the invoices that are due by today, of all recurring invoices.
  static func generateDue(_ call: BooksCall) throws {
    let condition = """
      FROM books_documents d WHERE d.kind = 'recurring_invoice' AND d.state = 'active'
      AND json_extract(d.particulars, '$.next_invoice_date') <= ?
      AND (json_extract(d.particulars, '$.end_date') = ''
        OR json_extract(d.particulars, '$.next_invoice_date')
          <= json_extract(d.particulars, '$.end_date'))
      """
    let isAnyDue = try call.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 \(condition))", arguments: [call.today.description])
    }
    guard isAnyDue == true else { return }
    try call.write { db in
      let due = try Document.fetchAll(
        db, sql: "SELECT d.* \(condition) ORDER BY d.document_id",
        arguments: [call.today.description])
      for document in due { try RecurringInvoices(call: call, db: db).generate(document) }
    }
  }

  /// Makes the invoices of one that are due by today: at most a hundred at once.
  func generate(_ recurring: Document) throws {
    var recurring = recurring
    let end = try recurring[particular: "end_date"]?.stringValue.flatMap { Day($0) }
    var remaining = 100
    while remaining > 0,
      let next = try recurring[particular: "next_invoice_date"]?.stringValue.flatMap({ Day($0) }),
      next <= call.today, end.map({ next <= $0 }) ?? true
    {
      remaining -= 1
      var body = try recurring.invoiceBody(DocumentLine.all(of: recurring.documentId, db)) { _ in
        JSONObject()
      }
      body["date"] = .string(next.description)
      body["reference_number"] = .string(recurring.referenceNumber)
      body["recurring_invoice_id"] = .string(String(recurring.documentId))
      _ = try InvoiceWriting(call: call, db: db).create(BooksFields(body))
      try recurring.set("last_sent_date", .string(next.description))
      try Self.schedule(&recurring, from: next + 1)
      recurring.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try recurring.update(db)
    }
  }

  /// Sets the next day on or after one. A new one that begins in the past begins there.
  static func schedule(_ document: inout Document, from day: Day, isNew: Bool = false) throws {
    guard
      let unit = try document[particular: "recurrence_frequency"]?.stringValue
        .flatMap(Recurrence.Unit.init(rawValue:))
    else { throw Refusal.booksInvalid("recurrence_frequency") }
    guard let count = try document[particular: "repeat_every"]?.intValue, (1...1000).contains(count)
    else { throw Refusal.booksInvalid("repeat_every") }
    guard let start = try document[particular: "start_date"]?.stringValue.flatMap({ Day($0) })
    else {
      throw Refusal.booksInvalid("start_date")
    }
    if let end = try document[particular: "end_date"]?.stringValue.flatMap({ Day($0) }), end < start
    {
      throw Refusal.booksInvalid("end_date")
    }
    let next = Recurrence(unit: unit, count: count).first(
      onOrAfter: isNew ? start : day, from: start)
    try document.set("next_invoice_date", .string(next.description))
  }

  /// What its invoices have brought, and owe.
  static func sums(of document: Document, _ db: Database) throws -> JSONObject {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) AS count,
          coalesce(sum(CASE WHEN state = 'sent' AND balance <= 0 THEN total END), 0) AS paid,
          coalesce(sum(CASE WHEN state = 'sent' THEN balance END), 0) AS unpaid
        FROM books_invoices WHERE recurring_invoice_id = ?
        """, arguments: [document.documentId])
    let contact = try Contact.find(document.contactId, db)
    let person = try ContactPerson.all(of: document.contactId, db).first
    return [
      "company_name": .string(contact.companyName), "customer_email": .string(person?.email ?? ""),
      "customer_mobile_phone": .string(person?.mobile ?? ""),
      "customer_phone": .string(person?.phone ?? ""), "photo_url": "",
      "paid_invoices_total": .number(Decimal(millionths: row?["paid"] ?? 0)),
      "unpaid_invoices_balance": .number(Decimal(millionths: row?["unpaid"] ?? 0)),
      "actual_child_invoices_count": JSONValue(row?["count"] ?? 0),
    ]
  }
}
