import Foundation
import GRDB

/// Credit notes put to invoices, and taken off them, with the sums that follow.
struct Credits {
  let call: BooksCall
  let db: Database

  /// SQL that adds up what was applied and refunded of credit `d`.
  static let usedSQL = """
    (SELECT coalesce(sum(amount), 0) FROM books_credit_applications a
    WHERE a.credit_id = d.document_id) + (SELECT coalesce(sum(amount), 0) FROM books_refunds r
    WHERE r.source_id = d.document_id)
    """

  private var now: Int64 { Int64(call.now.timeIntervalSince1970) }
  private var notes: DocumentWriting { DocumentWriting(kind: .creditNote, call: call, db: db) }

  /// Applies part of a credit note to an invoice.
  /// - Throws: Books' refusals when they are not of one customer, not open, or have not that much.
  func apply(_ amount: Int64, of credit: Int64, to invoiceID: Int64) throws {
    let note = try Document.find(credit, .creditNote, db)
    let invoice = try Invoice.find(invoiceID, db)
    guard note.contactId == invoice.customerId, note.currencyId == invoice.currencyId else {
      throw DocumentKind.creditNote.refusal(
        20, "The credit note and the invoice are not of the same customer and currency.")
    }
    guard amount > 0, note.state == "open", amount <= note.balance, invoice.state == .sent,
      amount <= invoice.balance
    else {
      throw DocumentKind.creditNote.refusal(
        21, "The credits applied exceed what is available or due.")
    }
    try db.execute(
      sql: "INSERT INTO books_credit_applications VALUES (?, ?, ?, ?, ?)",
      arguments: [
        try BooksStart.nextID(db), credit, invoiceID, amount, call.today.description,
      ])
    try settle(credit, invoiceID)
    let text = try notes.text(amount, note)
    try call.comment(
      on: invoice.subject, "Credits of \(text) applied from \(note.number)", "Credits Applied", db)
    try call.comment(
      on: note.subject, "Credits of \(text) applied to \(invoice.invoiceNumber)",
      "Credits Applied", db)
    try call.record(
      .changed, "creditnotes", credit,
      [
        "invoice_id": .string(String(invoiceID)),
        "amount_applied": .number(Decimal(millionths: amount)),
      ], db)
  }

  /// Takes one application back.
  /// - Parameters: `credit` and `invoice` are what the path names of it.
  func remove(_ application: Int64, credit: Int64? = nil, invoice: Int64? = nil) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM books_credit_applications WHERE application_id = ?",
      arguments: [application])
    guard let row, credit == nil || row["credit_id"] == credit,
      invoice == nil || row["target_id"] == invoice
    else { throw Refusal.booksMissing("Credit") }
    try db.execute(
      sql: "DELETE FROM books_credit_applications WHERE application_id = ?",
      arguments: [application])
    try settle(row["credit_id"], row["target_id"])
    try call.record(
      .changed, "creditnotes", row["credit_id"],
      ["credit_removed_from": .string(String(row["target_id"] as Int64))], db)
  }

  /// Takes all credits off an invoice, whose own sums the caller settles.
  func release(invoice: Int64) throws {
    let credits = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT credit_id FROM books_credit_applications WHERE target_id = ?",
      arguments: [invoice])
    try db.execute(
      sql: "DELETE FROM books_credit_applications WHERE target_id = ?", arguments: [invoice])
    for credit in credits { try notes.settle(credit) }
  }

  private func settle(_ credit: Int64, _ invoice: Int64) throws {
    try notes.settle(credit)
    try PaymentApplications(db).settle(invoice: invoice, modified: now)
  }

  static func applied(of credit: Int64, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT coalesce(sum(amount), 0) FROM books_credit_applications WHERE credit_id = ?
        """, arguments: [credit]) ?? 0
  }

  /// Where a credit note was applied, with the numbers of the invoices.
  static func applications(of credit: Int64, _ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.*, i.invoice_number FROM books_credit_applications a
        JOIN books_invoices i ON i.invoice_id = a.target_id
        WHERE a.credit_id = ? ORDER BY a.application_id
        """, arguments: [credit])
  }
}
