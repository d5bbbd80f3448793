import Foundation
import GRDB

/// A vendor's credits put to bills, and taken off them.
/// https://www.zoho.com/books/api/v3/vendor-credits/
struct VendorCredits {
  let call: BooksCall
  let db: Database

  init(_ call: BooksCall, _ db: Database) {
    self.call = call
    self.db = db
  }

  init(_ writing: DocumentWriting) { self.init(writing.call, writing.db) }

  static let routes: [BooksRoute] =
    DocumentCalls(.vendorCredit).routes
    + [
      BooksRoute("GET", "vendorcredits/{id}/bills", "debitnotes.READ", bills),
      BooksRoute("POST", "vendorcredits/{id}/bills", "debitnotes.CREATE", applyToBills),
      BooksRoute(
        "DELETE", "vendorcredits/{id}/bills/{vendor_credit_bill_id}", "debitnotes.DELETE",
        remove),
    ]

  /// SQL that adds up what was applied and refunded of credit `d`.
  static let usedSQL = """
    (SELECT coalesce(sum(amount), 0) FROM books_credit_applications a
      WHERE a.credit_id = d.document_id)
    + (SELECT coalesce(sum(amount), 0) FROM books_refunds r WHERE r.source_id = d.document_id)
    """

  /// Applies part of a credit to a bill.
  /// - Throws: Books' refusals when they are not of one vendor, not open, or have not that much.
  func apply(_ amount: Int64, of credit: Int64, to billID: Int64) throws {
    let note = try Document.find(credit, .vendorCredit, db)
    let bill = try Document.find(billID, .bill, db)
    guard note.contactId == bill.contactId, note.currencyId == bill.currencyId else {
      throw DocumentKind.vendorCredit.refusal(
        20, "The vendor credit and the bill are not of the same vendor and currency.")
    }
    guard amount > 0, note.state == "open", amount <= note.balance, bill.state == "open",
      amount <= bill.balance
    else {
      throw DocumentKind.vendorCredit.refusal(
        21, "The credits applied exceed what is available or due.")
    }
    try db.execute(
      sql: "INSERT INTO books_credit_applications VALUES (?, ?, ?, ?, ?)",
      arguments: [try BooksStart.nextID(db), credit, billID, amount, call.today.description])
    try settle(credit, billID)
    try call.record(
      .changed, "vendorcredits", credit,
      [
        "bill_id": .string(String(billID)),
        "amount_applied": .number(Decimal(millionths: amount)),
      ], db)
  }

  private func settle(_ credit: Int64, _ bill: Int64) throws {
    try DocumentWriting(kind: .vendorCredit, call: call, db: db).settle(credit)
    try DocumentWriting(kind: .bill, call: call, db: db).settle(bill)
  }

  // MARK: The calls

  private static func applications(of credit: Int64, _ db: Database) throws -> [JSONObject] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.*, b.number FROM books_credit_applications a
        JOIN books_documents b ON b.document_id = a.target_id
        WHERE a.credit_id = ? ORDER BY a.application_id
        """, arguments: [credit]
    ).map { row in
      [
        "vendor_credit_id": .string(String(credit)),
        "bill_id": .string(String(row["target_id"] as Int64)),
        "vendor_credit_bill_id": .string(String(row["application_id"] as Int64)),
        "date": .string(row["date"]), "bill_number": .string(row["number"]),
        "amount": .number(Decimal(millionths: row["amount"])),
      ]
    }
  }

  /// What the reply of a credit says of its use.
  static func json(of credit: Document, _ db: Database) throws -> JSONObject {
    let applied = try applications(of: credit.documentId, db)
    let used = applied.reduce(0) { $0 + ($1["amount"]?.numberValue ?? 0) }
    return [
      "total_credits_used": .number(used),
      "total_refunded_amount": .number(Decimal(millionths: credit.settled) - used),
      "bills_credited": .array(applied.map(JSONValue.object)),
    ]
  }

  private static func bills(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Vendor Credit")
    return try call.read { db in
      _ = try Document.find(id, .vendorCredit, db)
      return BooksCall.success([
        "bills_credited": .array(try applications(of: id, db).map(JSONValue.object))
      ])
    }
  }

  private static func applyToBills(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Vendor Credit")
    guard let entries = try call.fields().objects("bills"), !entries.isEmpty else {
      throw Refusal.booksInvalid("bills")
    }
    return try call.write { db in
      for entry in entries {
        guard let bill = try entry.id("bill_id") else { throw Refusal.booksInvalid("bill_id") }
        guard let amount = try BillCalls.applied(entry).millionths else {
          throw Refusal.booksInvalid("amount_applied")
        }
        try VendorCredits(call, db).apply(amount, of: id, to: bill)
      }
      return BooksCall.success(
        "Credits have been applied to the bill(s).", status: 201,
        ["bills": .array(entries.map { .object($0.object) })])
    }
  }

  private static func remove(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Vendor Credit")
    let application = try call.id("vendor_credit_bill_id", of: "Credit")
    try call.write { db in
      let bill = try Int64.fetchOne(
        db,
        sql: """
          SELECT target_id FROM books_credit_applications
          WHERE application_id = ? AND credit_id = ?
          """, arguments: [application, id])
      guard let bill else { throw Refusal.booksMissing("Credit") }
      try db.execute(
        sql: "DELETE FROM books_credit_applications WHERE application_id = ?",
        arguments: [application])
      try VendorCredits(call, db).settle(id, bill)
      try call.record(
        .changed, "vendorcredits", id, ["credit_removed_from": .string(String(bill))], db)
    }
    return BooksCall.success("Credits applied to the bill have been deleted.")
  }
}
