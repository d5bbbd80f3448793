import GRDB

/// Time and expenses that lines of invoices bill to the customer: from `unbilled` to `invoiced`, and
/// back when the invoice lets them go.
enum BillableRecords {
  /// Binds what the lines of an invoice's body name by `time_entry_ids` and `expense_id`, in place of
  /// what was bound to the invoice before.
  /// - Throws: code 2 when one is not there, or another invoice bills it.
  static func bill(
    _ lines: [BooksFields], on invoice: Int64, number: String, _ db: Database
  ) throws {
    try release(from: invoice, db)
    for line in lines {
      try bill(
        line.ids("time_entry_ids") ?? [], "time_entry", on: invoice, number: number,
        member: "time_entry_ids", db)
      if let expense = try line.id("expense_id") {
        try bill([expense], "expense", on: invoice, number: number, member: "expense_id", db)
      }
    }
  }

  private static func bill(
    _ ids: [Int64], _ kind: String, on invoice: Int64, number: String, member: String,
    _ db: Database
  ) throws {
    for id in ids {
      guard var record = try BooksRecord.find(id, kind, db), record.status == "unbilled",
        record.isTrue("is_billable")
      else { throw Refusal.booksInvalid(member) }
      record.status = "invoiced"
      record.set("invoice_id", .string(String(invoice)))
      record.set("invoice_number", .string(number))
      try record.save(db)
    }
  }

  /// Makes what an invoice billed unbilled again: it is void or deleted, or its lines change.
  static func release(from invoice: Int64, _ db: Database) throws {
    for kind in ["time_entry", "expense"] {
      let billed = try BooksRecord.all(
        kind, where: "status = 'invoiced' AND \(BooksRecord.column("invoice_id")) = ?",
        [String(invoice)], db)
      for var record in billed {
        record.status = "unbilled"
        record.set("invoice_id", "")
        record.set("invoice_number", "")
        try record.save(db)
      }
    }
  }
}
