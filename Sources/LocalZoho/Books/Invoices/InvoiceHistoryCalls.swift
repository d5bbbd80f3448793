import GRDB

/// Comments and history of an invoice. https://www.zoho.com/books/api/v3/invoices/
enum InvoiceHistoryCalls {
  static let routes = [
    BooksRoute("GET", "invoices/{invoice_id}/comments", "invoices.READ", list),
    BooksRoute("POST", "invoices/{invoice_id}/comments", "invoices.CREATE", add),
    BooksRoute("PUT", "invoices/{invoice_id}/comments/{comment_id}", "invoices.UPDATE", update),
    BooksRoute("DELETE", "invoices/{invoice_id}/comments/{comment_id}", "invoices.DELETE", delete),
  ]

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let comments = try call.read { db in
      _ = try Invoice.find(id, db)
      return try Row.fetchAll(
        db,
        sql: "SELECT * FROM books_comments WHERE transaction_id = ? ORDER BY comment_id DESC",
        arguments: [id])
    }
    return BooksCall.success([
      "comments": .array(comments.map { .object(json($0, invoice: id, call)) })
    ])
  }

  private static func add(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let fields = try call.fields()
    guard let text = try fields.text("description"), !text.isEmpty else {
      throw Refusal.booksInvalid("description")
    }
    let expected = try fields.day("payment_expected_date")
    return try call.write { db in
      var invoice = try Invoice.find(id, db)
      if let expected {
        invoice.paymentExpectedDate = expected.description
        invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
        try invoice.update(db)
      }
      let comment = try call.comment(on: invoice.subject, text, "added", type: "internal", db)
      try call.record(
        .created, "comments", comment, ["invoice_id": .string(String(id))], db)
      return BooksCall.success(
        "Comments added.", ["comment": try found(comment, of: id, call, db)])
    }
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let comment = try call.id("comment_id", of: "Comment")
    guard let text = try call.fields().text("description"), !text.isEmpty else {
      throw Refusal.booksInvalid("description")
    }
    return try call.write { db in
      try demandOwn(comment, of: id, call, db)
      try db.execute(
        sql: "UPDATE books_comments SET description = ? WHERE comment_id = ?",
        arguments: [text, comment])
      try call.record(.changed, "comments", comment, ["invoice_id": .string(String(id))], db)
      return BooksCall.success(["comment": try found(comment, of: id, call, db)])
    }
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let comment = try call.id("comment_id", of: "Comment")
    try call.write { db in
      try demandOwn(comment, of: id, call, db)
      try db.execute(
        sql: "DELETE FROM books_comments WHERE comment_id = ?", arguments: [comment])
      try call.record(.deleted, "comments", comment, ["invoice_id": .string(String(id))], db)
    }
    return BooksCall.success("The comment has been deleted.")
  }

  /// What the server wrote stays.
  private static func demandOwn(
    _ comment: Int64, of invoice: Int64, _ call: BooksCall, _ db: Database
  ) throws {
    guard try found(comment, of: invoice, call, db)["comment_type"] != "system" else {
      throw Refusal.books(400, 1003, "System comments cannot be changed.")
    }
  }

  private static func found(
    _ comment: Int64, of invoice: Int64, _ call: BooksCall, _ db: Database
  ) throws -> JSONValue {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM books_comments WHERE comment_id = ? AND transaction_id = ?",
      arguments: [comment, invoice])
    guard let row else { throw Refusal.booksMissing("Comment") }
    return .object(json(row, invoice: invoice, call))
  }

  private static func json(_ row: Row, invoice: Int64, _ call: BooksCall) -> JSONObject {
    var json = HistoryEntry(row: row).json(today: call.today)
    json.append("invoice_id", .string(String(invoice)))
    return json
  }
}
