import Foundation
import GRDB

/// What happened on a customer's account between two days: invoices, payments, credits, refunds.
struct ContactStatement {
  let contact: Contact
  let start: Day
  let end: Day

  /// The days are the query's `start_date` and `end_date`, else the month until today.
  /// - Throws: code 2 for a day that is none, or an end before the start.
  init(_ contact: Contact, _ call: BooksCall, _ db: Database) throws {
    self.contact = contact
    func day(_ name: String) throws -> Day? {
      guard let text = call.query[name], !text.isEmpty else { return nil }
      guard let day = Day(text) else { throw Refusal.booksInvalid(name) }
      return day
    }
    end = try day("end_date") ?? call.today
    start = try day("start_date") ?? end - (end.parts.day - 1)
    guard start <= end else { throw Refusal.booksInvalid("end_date") }
  }

  var fileName: String { "statement_\(contact.contactName).pdf" }

  func words(_ call: BooksCall, _ db: Database) throws -> Letter.Words {
    let organization = try Organization.current(db).name
    let period = "\(PaperDate.text(start.description)) to \(PaperDate.text(end.description))"
    return Letter.Words(
      subject: "Account Statement from \(period)",
      body: """
        Dear \(HTMLText.escaped(contact.contactName)),<br><br>It's been a great experience working \
        with you.<br><br>Attached with this email is a list of all transactions for the period \
        \(period).<br><br>Regards,<br>\(HTMLText.escaped(try call.user(db).fullName))<br>\
        \(HTMLText.escaped(organization))
        """)
  }

  func attachment(_ db: Database) throws -> MailMessage.Attachment {
    MailMessage.Attachment(
      name: fileName, contentType: "application/pdf",
      data: try DocumentPDF.file(for: page(db)))
  }

  /// Debits and credits until a day, in the customer's currency.
  private func entries(_ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT date, 'Invoice' AS what, invoice_number AS number, total AS amount
        FROM books_invoices WHERE customer_id = ?1 AND state = 'sent' AND date <= ?2
        UNION ALL SELECT date, 'Payment Received', CAST(payment_number AS TEXT), -amount
        FROM books_payments WHERE customer_id = ?1 AND date <= ?2
        UNION ALL SELECT date, 'Credit Note', number, -total
        FROM books_documents WHERE contact_id = ?1 AND kind = 'creditnote' AND state = 'open'
          AND date <= ?2
        UNION ALL SELECT date, 'Refund', reference_number, amount
        FROM books_refunds WHERE contact_id = ?1 AND date <= ?2
        UNION ALL SELECT date, 'Write off', invoice_number, -write_off_amount
        FROM books_invoices WHERE customer_id = ?1 AND state = 'sent' AND write_off_amount <> 0
          AND date <= ?2
        ORDER BY 1
        """, arguments: [contact.contactId, end.description])
  }

  func page(_ db: Database) throws -> DocumentPage {
    let organization = try Organization.current(db)
    let currency = try Currency.find(contact.currencyId, db) ?? Currency.base(db)
    func text(_ amount: Int64) -> String { currency.text(Decimal(millionths: amount)) }
    let entries = try entries(db)
    let first = start.description
    let opening = entries.reduce(Int64(0)) { sum, row in
      (row["date"] as String) < first ? sum + (row["amount"] as Int64) : sum
    }
    let closing = entries.reduce(opening) { sum, row in
      (row["date"] as String) < first ? sum : sum + (row["amount"] as Int64)
    }
    return DocumentPage(
      title: "STATEMENT", organization: organization.name,
      organizationAddress: OrganizationAddress.lines + [organization.primaryEmail],
      number: contact.contactName, stamp: "",
      facts: [
        ("From", PaperDate.text(first)), ("To", PaperDate.text(end.description)),
        ("Opening Balance", text(opening)),
      ],
      partyLabel: "To", customer: contact.contactName,
      customerAddress: try DocumentPage.address(contact.billingAddress),
      lines: entries.filter { ($0["date"] as String) >= first }.map { row in
        DocumentPage.Line(
          name: "\(row["what"] as String) \(row["number"] as String)",
          description: PaperDate.text(row["date"]), quantity: "", rate: "", discount: "", tax: "",
          amount: text(row["amount"]))
      }, totals: [(label: "Opening Balance", amount: text(opening))],
      balance: ("Balance Due", text(closing)), notes: "", conditions: "")
  }
}
