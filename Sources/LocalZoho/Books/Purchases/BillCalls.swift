import Foundation
import GRDB

/// Bills, beside what all documents can do. https://www.zoho.com/books/api/v3/bills/
enum BillCalls {
  static let routes: [BooksRoute] =
    DocumentCalls(.bill).routes
    + [
      BooksRoute("GET", "bills/{id}/payments", "bills.READ", payments),
      BooksRoute("DELETE", "bills/{id}/payments/{bill_payment_id}", "bills.DELETE", removePayment),
      BooksRoute("POST", "bills/{id}/credits", "bills.CREATE", applyCredits),
      BooksRoute("GET", "bills/editpage/frompurchaseorders", "bills.READ", fromOrders),
    ]

  private static func payments(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Bill")
    return try call.read { db in
      let rows = try BillSettlement.paymentRows(of: Document.find(id, .bill, db), db)
      return BooksCall.success(["payments": .array(rows.map(JSONValue.object))])
    }
  }

  private static func removePayment(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Bill")
    let part = String(try call.id("bill_payment_id", of: "Payment"))
    try call.write { db in
      let bill = try Document.find(id, .bill, db)
      let payment = try BillSettlement.payments(of: id, db).first { payment in
        payment.lines("bills").contains {
          $0["bill_payment_id"] == .string(part) && $0["bill_id"] == .string(String(id))
        }
      }
      guard var payment else { throw Refusal.booksMissing("Payment") }
      let left = payment.lines("bills").filter { $0["bill_payment_id"] != .string(part) }
      payment.set("bills", .array(left.map(JSONValue.object)))
      try payment.save(db)
      try BillSettlement(call, db).settle(vendor: bill.contactId)
      try call.record(.changed, "bills", id, ["payment_removed": .string(part)], db)
    }
    return BooksCall.success("The payment has been deleted.")
  }

  /// Applies what the vendor has too much: payments, and credits.
  private static func applyCredits(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Bill")
    let fields = try call.fields()
    let payments = try fields.objects("bill_payments") ?? []
    let credits = try fields.objects("apply_vendor_credits") ?? []
    guard !payments.isEmpty || !credits.isEmpty else {
      throw Refusal.booksInvalid("bill_payments")
    }
    try call.write { db in
      let bill = try Document.find(id, .bill, db)
      for entry in payments {
        guard let paymentID = try entry.id("payment_id"),
          var payment = try BooksRecord.find(paymentID, VendorPayments.kind, db),
          payment.id("vendor_id") == bill.contactId
        else { throw Refusal.booksInvalid("payment_id") }
        let amount = try applied(entry)
        var lines = payment.lines("bills")
        lines.append([
          "bill_payment_id": .string(String(try BooksStart.nextID(db))),
          "bill_id": .string(String(id)), "amount_applied": .number(amount),
          "tax_amount_withheld": 0,
        ])
        payment.set("bills", .array(lines.map(JSONValue.object)))
        guard try VendorPayments.balance(of: payment, db) >= 0 else {
          throw Refusal.booksInvalid("amount_applied")
        }
        try payment.save(db)
      }
      try BillSettlement(call, db).settle(vendor: bill.contactId)
      for entry in credits {
        guard let credit = try entry.id("vendor_credit_id"),
          let amount = try applied(entry).millionths
        else { throw Refusal.booksInvalid("vendor_credit_id") }
        try VendorCredits(call, db).apply(amount, of: credit, to: id)
      }
      try call.record(
        .changed, "bills", id, ["credits": JSONValue(payments.count + credits.count)], db)
    }
    return BooksCall.success("Credits have been applied to the bill(s).\"", status: 201)
  }

  static func applied(_ entry: BooksFields) throws -> Decimal {
    guard let amount = try entry.number("amount_applied"), amount > 0 else {
      throw Refusal.booksInvalid("amount_applied")
    }
    return amount
  }

  /// What a bill of some orders would say, for a form to begin with.
  private static func fromOrders(_ call: BooksCall) throws -> ZohoReply {
    let ids = try (call.query["purchaseorder_ids"] ?? "").split(separator: ",").map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid("purchaseorder_ids") }
      return id
    }
    guard !ids.isEmpty else { throw Refusal.booksInvalid("purchaseorder_ids") }
    return try call.read { db in
      let orders = try ids.map { try Document.find($0, .purchaseOrder, db) }
      guard let first = orders.first, orders.allSatisfy({ $0.contactId == first.contactId }) else {
        throw DocumentKind.bill.refusal(30, "The purchase orders are not of the same vendor.")
      }
      let named = JSONValue.array(ids.map { .string(String($0)) })
      let lines = try orders.flatMap { order -> [JSONValue] in
        try (PurchaseLines.json(of: order, db).arrayValue ?? []).compactMap(\.objectValue).map {
          line in
          var line = line
          line["purchaseorder_item_id"] = line["line_item_id"]
          line["line_item_id"] = nil
          return .object(line)
        }
      }
      let currency = try first.currency(db)
      return BooksCall.success([
        "purchaseorder_ids": named,
        "bill": [
          "purchaseorder_ids": named, "vendor_id": .string(String(first.contactId)),
          "vendor_name": .string(first.contactName), "date": .string(call.today.description),
          "payment_terms": JSONValue(first.paymentTerms),
          "payment_terms_label": .string(first.paymentTermsLabel),
          "currency_id": .string(String(currency.id)), "currency_code": .string(currency.code),
          "exchange_rate": .number(Decimal(millionths: first.exchangeRate)),
          "is_inclusive_tax": JSONValue(first.isInclusiveTax), "line_items": .array(lines),
          "sub_total": .number(orders.reduce(0) { $0 + Decimal(millionths: $1.subTotal) }),
          "total": .number(orders.reduce(0) { $0 + Decimal(millionths: $1.total) }),
        ],
      ])
    }
  }
}
