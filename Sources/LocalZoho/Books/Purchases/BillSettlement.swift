import Foundation
import GRDB

/// What is paid of bills: parts of payments to the vendor, and of the vendor's credits.
struct BillSettlement {
  let writing: DocumentWriting
  private var db: Database { writing.db }

  init(_ writing: DocumentWriting) {
    self.writing = DocumentWriting(kind: .bill, call: writing.call, db: writing.db)
  }

  init(_ call: BooksCall, _ db: Database) {
    writing = DocumentWriting(kind: .bill, call: call, db: db)
  }

  /// SQL of what was paid or credited of bill `d`.
  static let settledSQL = """
    (SELECT coalesce(sum(CAST(round(json_extract(b.value, '$.amount_applied') * 1000000)
        AS INTEGER)), 0)
      FROM books_records r, json_each(r.members, '$.bills') b WHERE r.kind = 'vendor_payment'
        AND json_extract(b.value, '$.bill_id') = CAST(d.document_id AS TEXT))
    + (SELECT coalesce(sum(amount), 0) FROM books_credit_applications a
      WHERE a.target_id = d.document_id)
    """

  /// Works out the balances of a vendor's bills again.
  /// - Throws: 24016 when more is applied to one than it comes to.
  func settle(vendor: Int64) throws {
    let bills = try Int64.fetchAll(
      db, sql: "SELECT document_id FROM books_documents WHERE contact_id = ? AND kind = 'bill'",
      arguments: [vendor])
    for bill in bills {
      try writing.settle(bill)
      guard try Document.find(bill, .bill, db).balance >= 0 else {
        throw Refusal.books(
          400, 24_016, "The amount entered is more than the balance due for the selected bills.")
      }
    }
  }

  /// Takes all payments and credits off a bill; they are the vendor's credit again.
  func release(_ bill: Int64) throws {
    for var payment in try Self.payments(of: bill, db) {
      let left = payment.lines("bills").filter { $0["bill_id"] != .string(String(bill)) }
      payment.set("bills", .array(left.map(JSONValue.object)))
      try payment.save(db)
    }
    let credits = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT credit_id FROM books_credit_applications WHERE target_id = ?",
      arguments: [bill])
    try db.execute(
      sql: "DELETE FROM books_credit_applications WHERE target_id = ?", arguments: [bill])
    let creditWriting = DocumentWriting(kind: .vendorCredit, call: writing.call, db: db)
    for credit in credits { try creditWriting.settle(credit) }
    try writing.settle(bill)
  }

  static func payments(of bill: Int64, _ db: Database) throws -> [BooksRecord] {
    try BooksRecord.all(
      VendorPayments.kind,
      where: """
        EXISTS (SELECT 1 FROM json_each(members, '$.bills') b
          WHERE json_extract(b.value, '$.bill_id') = ?)
        """, [String(bill)], db)
  }

  /// What a bill's reply says of it.
  static func json(of bill: Document, _ db: Database) throws -> JSONObject {
    let payments = try paymentRows(of: bill, db)
    let credits = try Row.fetchAll(
      db,
      sql: """
        SELECT a.*, c.number FROM books_credit_applications a
        JOIN books_documents c ON c.document_id = a.credit_id
        WHERE a.target_id = ? ORDER BY a.application_id
        """, arguments: [bill.documentId])
    return [
      "payment_made": .number(
        payments.reduce(0) { $0 + ($1["amount"]?.numberValue ?? 0) }),
      "vendor_credits_applied": .number(
        credits.reduce(0) { $0 + Decimal(millionths: $1["amount"]) }),
      "payments": .array(payments.map(JSONValue.object)),
      "vendor_credits": .array(
        credits.map { row in
          [
            "vendor_credit_id": .string(String(row["credit_id"] as Int64)),
            "vendor_credit_bill_id": .string(String(row["application_id"] as Int64)),
            "vendor_credit_number": .string(row["number"]), "date": .string(row["date"]),
            "amount": .number(Decimal(millionths: row["amount"])),
          ]
        }),
    ]
  }

  /// The parts of payments that a bill got.
  static func paymentRows(of bill: Document, _ db: Database) throws -> [JSONObject] {
    let id = String(bill.documentId)
    return try payments(of: bill.documentId, db).flatMap { payment -> [JSONObject] in
      let account = payment.text("paid_through_account_id")
      let accountName = try BooksReference.account.name(of: account, db) ?? ""
      let lines = payment.lines("bills")
      return lines.filter { $0["bill_id"] == .string(id) }.map { line in
        [
          "payment_id": .string(String(payment.id)), "bill_id": .string(id),
          "bill_payment_id": line["bill_payment_id"] ?? "",
          "vendor_id": .string(String(bill.contactId)), "vendor_name": .string(bill.contactName),
          "payment_mode": .string(payment.text("payment_mode")),
          "payment_number": .string("\(payment.number("payment_number"))"),
          "description": .string(payment.text("description")),
          "date": .string(payment.text("date")),
          "reference_number": .string(payment.text("reference_number")),
          "exchange_rate": .number(payment.number("exchange_rate")),
          "amount": line["amount_applied"] ?? 0, "paid_through_account_id": .string(account),
          "paid_through_account_name": .string(accountName),
          "paid_through": .string(accountName),
          "is_single_bill_payment": JSONValue(lines.count == 1),
          "is_paid_via_print_check": false, "is_ach_payment": false,
        ]
      }
    }
  }
}
