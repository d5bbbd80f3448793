import Foundation
import GRDB

/// Money to vendors, for their bills or in advance.
/// https://www.zoho.com/books/api/v3/vendor-payments/
enum VendorPayments {
  static let kind = "vendor_payment"

  static let routes: [BooksRoute] =
    [
      payments.listRoute,
      BooksRoute("POST", payments.path, "vendorpayments.CREATE", create),
      BooksRoute("DELETE", payments.path, "vendorpayments.DELETE", deleteMany),
    ] + payments.recordRoutes + refunds.routes + VendorPaymentMail.routes

  static let payments = BooksResource(
    kind: kind, path: "vendorpayments", scope: "vendorpayments", title: "Payment",
    keys: BooksResource.Keys(
      id: "payment_id", one: "vendorpayment", many: "vendorpayments", listsOne: true),
    messages: BooksResource.Messages(
      created: "The payment made to the vendor has been recorded.",
      updated: "The details of the payment made to the vendor has been updated",
      deleted: "The payment has been deleted."),
    members: [
      .reference("vendor_id", .vendor, required: true), .number("amount", required: true),
      .day("date"), .text("payment_mode", limit: 100, initial: "cash"),
      .reference("paid_through_account_id", .account), .text("description", limit: 500),
      .text("reference_number", limit: 100), .reference("currency_id", .currency),
      .number("exchange_rate", 0...1_000_000), .truth("is_paid_via_print_check"),
      .reference("location_id", .record("location", named: "location_name")),
      .lines(
        "bills", id: "bill_payment_id",
        [
          .text("bill_id", limit: 30, required: true), .number("amount_applied", required: true),
          .number("tax_amount_withheld"),
        ]),
    ],
    report: "Payments Made",
    filters: [
      "vendor_name", "reference_number", "payment_number", "date", "amount", "payment_mode",
      "notes", "vendor_id", "description",
    ],
    aliases: ["notes": "description"],
    sorts: ["vendor_name", "date", "reference_number", "amount"],
    searched: ["reference_number", "vendor_name", "description"], isDescending: true,
    showsStatus: false, prepare: complete, settle: settle,
    refuseDeletion: { record, call, db in
      guard try refunded(record, db) == 0 else { throw Refusal.booksInUse("payment") }
      // Its bills are settled as they will be without it.
      record.set("bills", [])
      try record.save(db)
      try settle(&record, call, db)
    },
    show: show)

  /// What of a payment is applied to no bill and was not given back.
  static func balance(of record: BooksRecord, _ db: Database) throws -> Decimal {
    let applied = record.lines("bills").reduce(Decimal(0)) {
      $0 + ($1["amount_applied"]?.numberValue ?? 0)
    }
    return record.number("amount") - applied - (try refunded(record, db))
  }

  private static func refunded(_ record: BooksRecord, _ db: Database) throws -> Decimal {
    try BooksRecord.all(refunds.kind, where: "parent_id = ?", [record.id], db)
      .reduce(0) { $0 + $1.number("amount") }
  }

  private static let complete: BooksResource.Step = { record, call, db in
    guard record.number("amount") > 0 else { throw Refusal.booksInvalid("amount") }
    if record.text("date").isEmpty { record.set("date", .string(call.today.description)) }
    guard let vendor = try record.id("vendor_id").flatMap({ try Contact.fetchOne(db, key: $0) })
    else { throw Refusal.booksInvalid("vendor_id") }
    record.set("currency_id", .string(String(vendor.currencyId)))
    try record.completeCurrency(of: Currency.base(db), on: "date", db)
    if record.text("paid_through_account_id").isEmpty {
      record.set("paid_through_account_id", .string(String(StandardAccounts.pettyCash)))
    }
    for line in record.lines("bills") {
      guard let id = line["bill_id"]?.stringValue.flatMap({ Int64($0) }),
        let bill = try Document.fetchOne(db, key: id), bill.kind == DocumentKind.bill.name,
        bill.contactId == vendor.contactId, bill.state == "open"
      else { throw Refusal.booksInvalid("bill_id") }
    }
    guard try balance(of: record, db) >= 0 else {
      throw Refusal.booksInvalid("amount_applied")
    }
    if record.members["payment_number"] == nil {
      let number = try BooksSettings.takeNumber("next_vendor_payment_number", db)
      record.set("payment_number", JSONValue(number))
    }
  }

  private static let settle: BooksResource.Step = { record, call, db in
    try record.save(db)
    if let vendor = record.id("vendor_id") {
      try BillSettlement(call, db).settle(vendor: vendor)
    }
    guard let account = record.id("paid_through_account_id") else { return }
    try post(record.number("amount"), from: account, record, record.id, kind, db)
  }

  /// Debits what is owed to vendors, credits what it was paid from.
  private static func post(
    _ amount: Decimal, from account: Int64, _ record: BooksRecord, _ source: Int64,
    _ kind: String, _ db: Database
  ) throws {
    let base = try Currency.base(db)
    let rate = record.number("exchange_rate")
    try Posting.replace(
      of: source, kind, on: record.text("date"),
      with: [
        Posting(StandardAccounts.payable, debit: amount, rate: rate, places: base.places),
        Posting(account, debit: -amount, rate: rate, places: base.places),
      ], db)
  }

  private static let show: BooksResource.Showing = { record, json, _, db in
    let currency = try record.id("currency_id").flatMap { try Currency.find($0, db) }
    let balance = try balance(of: record, db)
    let rate = record.number("exchange_rate")
    let bills = try record.lines("bills").map { line -> JSONValue in
      var line = line
      let id = line["bill_id"]?.stringValue.flatMap { Int64($0) }
      if let bill = try id.flatMap({ try Document.fetchOne(db, key: $0) }) {
        line["bill_number"] = .string(bill.number)
        line["date"] = .string(bill.date)
        line["due_date"] = .string(bill.dueDate)
        line["total"] = .number(Decimal(millionths: bill.total))
        line["balance"] = .number(Decimal(millionths: bill.balance))
      }
      return .object(line)
    }
    let numbers = bills.compactMap { $0["bill_number"]?.stringValue }
    let account = try record.id("paid_through_account_id").flatMap {
      try BooksRecord.find($0, "account", db)
    }
    json["payment_number"] = record.members["payment_number"] ?? 0
    json["bill_numbers"] = .string(numbers.joined(separator: ", "))
    json["balance"] = .number(balance)
    json["bcy_amount"] = .number((record.number("amount") * rate).rounded(places: 2))
    json["bcy_balance"] = .number((balance * rate).rounded(places: 2))
    json["currency_symbol"] = .string(currency?.symbol ?? "")
    json["paid_through_account_type"] = .string(account?.text("account_type") ?? "")
    json["is_ach_payment"] = false
    json["ach_payment_status"] = ""
    json["has_attachment"] = false
    guard json["bills"] != nil else { return }
    json["bills"] = .array(bills)
    json["vendorpayment_refunds"] = .array(
      try BooksRecord.all(refunds.kind, where: "parent_id = ?", [record.id], db).map { refund in
        [
          "vendorpayment_refund_id": .string(String(refund.id)),
          "date": .string(refund.text("date")),
          "refund_mode": .string(refund.text("refund_mode")),
          "reference_number": .string(refund.text("reference_number")),
          "description": .string(refund.text("description")),
          "amount_bcy": .number((refund.number("amount") * rate).rounded(places: 2)),
          "amount_fcy": .number(refund.number("amount")),
        ]
      })
    json["billing_address"] = []
    json["comments"] = ""
    json["documents"] = []
    json["custom_fields"] = []
  }

  /// The reply to a new payment has its members beside `code`, as Zoho describes it.
  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let body = try call.fields()
    return try call.write { db in
      let record = try payments.insert(body, call, db)
      return BooksCall.success(
        payments.messages.created, status: 201,
        try payments.json(record, inRow: false, call, db))
    }
  }

  private static func deleteMany(_ call: BooksCall) throws -> ZohoReply {
    let ids = try (call.query["vendorpayment_id"] ?? "").split(separator: ",").map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid("vendorpayment_id") }
      return id
    }
    guard !ids.isEmpty else { throw Refusal.booksInvalid("vendorpayment_id") }
    try call.write { db in
      for id in ids {
        var record = try payments.find(id, db)
        try payments.refuseDeletion(&record, call, db)
        try record.delete(db)
        try call.record(.deleted, "vendorpayments", id, JSONObject(), db)
      }
    }
    return BooksCall.success("The selected vendor payments have been deleted.")
  }

  /// What a vendor gave back.
  static let refunds = BooksResource(
    kind: "vendor_payment_refund", path: "vendorpayments/{payment_id}/refunds",
    scope: "vendorpayments", title: "Refund",
    keys: BooksResource.Keys(
      id: "vendorpayment_refund_id", one: "vendorpayment_refund", many: "vendorpayment_refunds",
      listsOne: true),
    messages: BooksResource.Messages(
      created: "Vendor Payment Refunded successfully",
      updated: "The refund information has been saved.", deleted: "The refund has been deleted."),
    members: [
      .day("date", required: true), .text("refund_mode", limit: 100),
      .text("reference_number", limit: 100), .number("amount", required: true),
      .number("exchange_rate", 0...1_000_000, initial: 1),
      .reference("to_account_id", .account, required: true), .text("description", limit: 500),
    ],
    parent: BooksResource.Parent(parameter: "payment_id", kind: kind, title: "Payment"),
    report: "Refunds", showsStatus: false,
    settle: { record, call, db in
      try record.save(db)
      guard let payment = try record.parent.flatMap({ try BooksRecord.find($0, kind, db) }),
        let account = record.id("to_account_id"), record.number("amount") > 0
      else { throw Refusal.booksInvalid("amount") }
      guard try balance(of: payment, db) >= 0 else {
        throw Refusal.books(
          400, 12_008, "The refund amount is more than the amount that is available.")
      }
      try post(-record.number("amount"), from: account, record, record.id, record.kind, db)
    },
    show: { record, json, _, _ in
      json["vendorpayment_id"] = .string(record.parent.map(String.init) ?? "")
    })
}
