import Foundation
import GRDB

/// https://www.zoho.com/books/api/v3/customer-payments/
enum PaymentCalls {
  static let routes =
    [
      BooksRoute("GET", "customerpayments", "customerpayments.READ", list),
      BooksRoute("POST", "customerpayments", "customerpayments.CREATE", create),
      BooksRoute("PUT", "customerpayments", "customerpayments.UPDATE", updateByCustomField),
      BooksRoute("DELETE", "customerpayments", "customerpayments.DELETE", deleteMany),
      BooksRoute("GET", "customerpayments/{payment_id}", "customerpayments.READ", get),
      BooksRoute("PUT", "customerpayments/{payment_id}", "customerpayments.UPDATE", update),
      BooksRoute("DELETE", "customerpayments/{payment_id}", "customerpayments.DELETE", delete),
      BooksRoute(
        "PUT", "customerpayment/{payment_id}/customfields", "customerpayments.UPDATE",
        setCustomFields),
    ] + RefundCalls.payments.routes

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in
      let payment = try PaymentWriting(call: call, db: db).create(fields)
      return BooksCall.success(
        "The payment has been created.", status: 201, ["payment": .object(try payment.json(db))])
    }
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("payment_id", of: "Payment")
    return try call.read { db in
      let payment = try Payment.find(id, db)
      guard call.query["accept"] != "pdf" else {
        return DocumentPapers.reply(
          try DocumentPDF.file(for: DocumentPage(payment, db)),
          name: "Payment-\(payment.paymentNumber).pdf")
      }
      return BooksCall.success(["payment": .object(try payment.json(db))])
    }
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("payment_id", of: "Payment")
    let fields = try call.fields()
    return try call.write { db in
      let payment = try PaymentWriting(call: call, db: db).update(id, fields)
      return BooksCall.success(
        "The payment details have been updated.", ["payment": .object(try payment.json(db))])
    }
  }

  private static func updateByCustomField(_ call: BooksCall) throws -> ZohoReply {
    let identifier = try UniqueIdentifier(call.request)
    let fields = try call.fields()
    return try call.write { db in
      let writing = PaymentWriting(call: call, db: db)
      if let id = try identifier.record(among: CustomValues(.payment, db), db) {
        return BooksCall.success(
          "The payment details have been updated.",
          ["payment": .object(try writing.update(id, fields).json(db))])
      }
      guard identifier.isUpsert else { throw Refusal.booksMissing("Payment") }
      return BooksCall.success(
        "The payment has been created.", status: 201,
        ["payment": .object(try writing.create(identifier.fieldsOfNew(fields)).json(db))])
    }
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("payment_id", of: "Payment")
    try call.write { try PaymentWriting(call: call, db: $0).delete(id) }
    return BooksCall.success("The payment has been deleted.")
  }

  private static func deleteMany(_ call: BooksCall) throws -> ZohoReply {
    let ids = try call.ids("payment_id", atMost: 200)
    try call.write { db in
      for id in ids { try PaymentWriting(call: call, db: db).delete(id) }
    }
    return BooksCall.success("The selected customer payments have been deleted.")
  }

  private static func setCustomFields(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("payment_id", of: "Payment")
    let entries = try InvoiceCalls.customFieldEntries(call)
    try call.write { db in
      var payment = try Payment.find(id, db)
      let values = try CustomValues(.payment, db)
      for entry in entries { try values.setEntry(entry, on: id, db) }
      payment.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try payment.update(db)
      try call.record(
        .changed, "customerpayments", id, ["custom_fields": JSONValue(entries.count)], db)
    }
    return BooksCall.success("Custom Fields Updated Successfully")
  }

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query,
      sorts: [
        "created_time": "created_time", "date": "date", "amount": "amount",
        "customer_name": "customer_name", "payment_number": "payment_number",
        "reference_number": "reference_number", "payment_mode": "payment_mode",
        "last_modified_time": "last_modified_time",
      ], defaultSort: "created_time", descending: true, tiebreak: "payment_id")
    try addFilters(to: &list, call)
    return try call.read { db in
      let page = try list.rows(select: "SELECT * FROM books_payments", db)
      let rows = try PaymentRows(page.rows, db)
      return BooksCall.success([
        "customerpayments": .array(rows.json),
        "page_context": list.context(
          hasMore: page.hasMore, report: "Payments Received",
          appliedFilter: call.query["filter_by"] ?? "PaymentMode.All"),
      ])
    }
  }

  private static func addFilters(to list: inout BooksList, _ call: BooksCall) throws {
    try list.filter("customer_name", .text("customer_name"))
    try list.filter("customer_id", .id("customer_id"))
    try list.filter("reference_number", .text("reference_number"))
    try list.filter("date", .day("date"))
    try list.filter("amount", .amount("amount"))
    try list.filter("notes", .text("description"))
    try list.filter("payment_mode", .text("payment_mode"))
    try list.filter(
      "search_text", .anywhere(["reference_number", "customer_name", "description"]))
    if let mode = call.query["filter_by"], mode.hasPrefix("PaymentMode."), mode != "PaymentMode.All"
    {
      list.require(
        "payment_mode = ? COLLATE NOCASE", [String(mode.dropFirst("PaymentMode.".count))])
    }
    let values = "payment_id IN (SELECT v.record_id FROM books_custom_values v WHERE"
    for field in try call.read({ try CustomField.all(of: .payment, $0) }) {
      try list.filter(
        field.apiName, .text("v.value"), within: "\(values) v.customfield_id = \(field.id) AND")
    }
  }
}
