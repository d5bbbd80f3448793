import GRDB

/// Which payment pays which invoice, and the sums that follow from it.
struct PaymentApplications {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Applies part of a payment to an invoice; sums are settled by the caller.
  func add(_ amount: Int64, of payment: Int64, to invoice: Int64) throws {
    try db.execute(
      sql: "INSERT INTO books_payment_invoices VALUES (?, ?, ?, ?)",
      arguments: [try BooksStart.nextID(db), payment, invoice, amount])
  }

  /// Takes all payments off an invoice; they become unused credit.
  func release(invoice: Int64) throws {
    let payments = try Int64.fetchAll(
      db, sql: "SELECT payment_id FROM books_payment_invoices WHERE invoice_id = ?",
      arguments: [invoice])
    try db.execute(
      sql: "DELETE FROM books_payment_invoices WHERE invoice_id = ?", arguments: [invoice])
    for payment in payments { try settle(payment: payment) }
  }

  /// Takes a payment off all its invoices; returns those.
  func release(payment: Int64) throws -> [Int64] {
    let invoices = try Int64.fetchAll(
      db, sql: "SELECT invoice_id FROM books_payment_invoices WHERE payment_id = ?",
      arguments: [payment])
    try db.execute(
      sql: "DELETE FROM books_payment_invoices WHERE payment_id = ?", arguments: [payment])
    return invoices
  }

  /// Works out what a payment has left.
  func settle(payment: Int64) throws {
    try db.execute(
      sql: """
        UPDATE books_payments SET amount_refunded = (
          SELECT coalesce(sum(amount), 0) FROM books_refunds r
          WHERE r.source_id = books_payments.payment_id)
        WHERE payment_id = ?
        """, arguments: [payment])
    try db.execute(
      sql: """
        UPDATE books_payments SET unused_amount = amount - amount_refunded - (
          SELECT coalesce(sum(amount_applied), 0) FROM books_payment_invoices a
          WHERE a.payment_id = books_payments.payment_id)
        WHERE payment_id = ?
        """, arguments: [payment])
    if let payment = try Payment.fetchOne(db, key: payment) { try SalesPosting.post(payment, db) }
  }

  /// Works out what is paid and credited of an invoice, and when last.
  func settle(invoice: Int64, modified: Int64) throws {
    try db.execute(
      sql: """
        UPDATE books_invoices SET
          payment_made = (SELECT coalesce(sum(amount_applied), 0) FROM books_payment_invoices a
            WHERE a.invoice_id = books_invoices.invoice_id),
          last_payment_date = (SELECT coalesce(max(p.date), '') FROM books_payment_invoices a
            JOIN books_payments p USING (payment_id)
            WHERE a.invoice_id = books_invoices.invoice_id),
          credits_applied = (SELECT coalesce(sum(amount), 0) FROM books_credit_applications a
            WHERE a.target_id = books_invoices.invoice_id),
          last_modified_time = ?
        WHERE invoice_id = ?
        """, arguments: [modified, invoice])
    try db.execute(
      sql: """
        UPDATE books_invoices
        SET balance = total - payment_made - credits_applied - write_off_amount
        WHERE invoice_id = ?
        """, arguments: [invoice])
  }
}
