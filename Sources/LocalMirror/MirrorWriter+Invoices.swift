import GRDB
import Sales

extension MirrorWriter {
  /// Saves invoices.
  ///
  /// List rows may not say that an invoice was mailed, or written off; once known, it stays.
  public func save(invoices: [Invoice]) throws {
    if invoices.isEmpty { return }
    for invoice in invoices { try save(invoice) }
    try sweepTotals()
  }

  private func save(_ invoice: Invoice) throws {
    var invoice = invoice
    let row = try Int64.fetchOne(
      db, sql: "SELECT row FROM invoices WHERE id = ?", arguments: [invoice.id.rawValue])
    if let row, let stored = try InvoiceColumns.invoices([row], db).first {
      if stored.modifiedTime > invoice.modifiedTime { return }
      invoice.isEmailed = invoice.isEmailed || stored.isEmailed
      invoice.writtenOff = invoice.writtenOff ?? stored.writtenOff
      try InvoiceShare(stored).count(-1, db)
    }
    let share = InvoiceShare(invoice)
    let marks = Array(repeating: "?", count: 20).joined(separator: ",")
    let put = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO invoices (\(InvoiceColumns.names)) VALUES (\(marks))")
    try put.execute(arguments: InvoiceColumns.values(invoice, row: row, share: share))
    let putWords = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO invoice_words VALUES (?, ?)")
    try putWords.execute(arguments: [
      row ?? db.lastInsertedRowID,
      SearchWords.folded(invoice.number, invoice.customer.name, invoice.reference),
    ])
    try share.count(1, db)
  }

  private func sweepTotals() throws {
    try ListCache.outdate(db)
    try db.execute(sql: "DELETE FROM invoice_totals WHERE count = 0")
  }

  /// Saves the whole of an invoice, its list row included.
  public func save(detail: InvoiceDetail) throws {
    try save(invoices: [detail.invoice])
    try db.execute(
      sql: "INSERT OR REPLACE INTO invoice_details VALUES (?, ?)",
      arguments: [detail.invoice.id.rawValue, try Stored.json(detail)])
  }

  /// Puts these events, newest first, in place of the invoice's.
  public func replace(events: [InvoiceEvent], of invoice: Invoice.ID) throws {
    try deleteRows([invoice.rawValue], from: "invoice_events", column: "invoice")
    for (place, event) in events.enumerated() {
      try db.execute(
        sql: "INSERT INTO invoice_events VALUES (?, ?, ?)",
        arguments: [invoice.rawValue, place, try Stored.json(event)])
    }
  }

  func deleteInvoices(_ ids: [String]) throws {
    for id in ids {
      for invoice in try InvoiceColumns.fetch(db, "WHERE id = ?", [id]) {
        try InvoiceShare(invoice).count(-1, db)
      }
      try db.execute(
        sql: """
          DELETE FROM invoice_words WHERE invoice = (SELECT row FROM invoices WHERE id = ?)
          """, arguments: [id])
    }
    try deleteRows(ids, from: "invoices")
    try deleteRows(ids, from: "invoice_details")
    try deleteRows(ids, from: "invoice_events", column: "invoice")
    try sweepTotals()
  }

  /// Saves payments.
  ///
  /// List rows may not say which invoices a payment went to; once known, it stays.
  public func save(payments: [Payment]) throws {
    for payment in payments {
      var payment = payment
      let stored = try String.fetchOne(
        db, sql: "SELECT content FROM payments WHERE id = ?", arguments: [payment.id.rawValue])
      if let stored {
        let known = try Stored.value(Payment.self, stored)
        if known.modifiedTime > payment.modifiedTime { continue }
        if payment.applications.isEmpty { payment.applications = known.applications }
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO payments VALUES (?, ?, ?, ?)",
        arguments: [
          payment.id.rawValue, payment.date.description, Stored.time(payment.modifiedTime),
          try Stored.json(payment),
        ])
      try keepAmount(of: payment)
      try deleteRows([payment.id.rawValue], from: "payment_applications", column: "payment")
      for application in payment.applications {
        try db.execute(
          sql: "INSERT OR REPLACE INTO payment_applications VALUES (?, ?)",
          arguments: [application.invoice.rawValue, payment.id.rawValue])
      }
    }
  }

  func deletePayments(_ ids: [String]) throws {
    try deleteRows(ids, from: "payments")
    try deleteRows(ids, from: "payment_amounts")
    try deleteRows(ids, from: "payment_applications", column: "payment")
  }
}
