import Foundation
import GRDB

/// https://www.zoho.com/books/api/v3/invoices/
enum InvoiceCalls {
  static let routes = [
    BooksRoute("GET", "invoices", "invoices.READ", list),
    BooksRoute("POST", "invoices", "invoices.CREATE", create),
    BooksRoute("PUT", "invoices", "invoices.UPDATE", updateByCustomField),
    BooksRoute("GET", "invoices/templates", "invoices.READ", templates),
    BooksRoute(
      "PUT", "invoices/{invoice_id}/templates/{template_id}", "invoices.UPDATE", setTemplate),
    BooksRoute("GET", "invoices/{invoice_id}", "invoices.READ", get),
    BooksRoute("PUT", "invoices/{invoice_id}", "invoices.UPDATE", update),
    BooksRoute("DELETE", "invoices/{invoice_id}", "invoices.DELETE", delete),
    BooksRoute("GET", "invoices/{invoice_id}/payments", "invoices.READ", payments),
    BooksRoute("PUT", "invoices/{invoice_id}/address/billing", "invoices.UPDATE") { call in
      try setAddress(call, \.billingAddress, "Billing address updated")
    },
    BooksRoute("PUT", "invoices/{invoice_id}/address/shipping", "invoices.UPDATE") { call in
      try setAddress(call, \.shippingAddress, "Shipping address updated")
    },
    BooksRoute("PUT", "invoice/{invoice_id}/customfields", "invoices.UPDATE", setCustomFields),
  ]

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in
      let writing = InvoiceWriting(call: call, db: db)
      var invoice = try writing.create(fields)
      if try call.isTrue("send") || fields.truth("send") == true {
        invoice = try InvoiceMailing(invoice: invoice, call: call, db: db).send(BooksFields([:]))
      }
      return BooksCall.success(
        invoice.createdMessage, status: 201,
        ["invoice": .object(try invoice.json(call, db))])
    }
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    return try call.read { db in
      let invoice = try Invoice.find(id, db)
      let accepted = call.request.headers["Accept"]?.lowercased() ?? ""
      switch call.query["accept"] ?? "" {
      case "pdf": return try pdf(invoice, call, db)
      case "html": return try html(invoice, call, db)
      case "" where accepted.hasPrefix("application/pdf"): return try pdf(invoice, call, db)
      case "" where accepted.hasPrefix("text/html") && !accepted.contains("json"):
        return try html(invoice, call, db)
      default:
        return BooksCall.success(["invoice": .object(try invoice.json(call, db))])
      }
    }
  }

  private static func pdf(
    _ invoice: Invoice, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    ZohoReply.data(
      contentType: "application/pdf",
      try DocumentPDF.file(for: DocumentPage(invoice, today: call.today, db))
    ).adding(
      header: "Content-Disposition", "attachment; filename=\"\(invoice.fileName)\"")
  }

  private static func html(
    _ invoice: Invoice, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    let page = try DocumentPage(invoice, today: call.today, db)
    return ZohoReply.data(contentType: "text/html;charset=UTF-8", Data(page.html.utf8))
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let fields = try call.fields()
    return try call.write { db in
      let invoice = try InvoiceWriting(call: call, db: db).update(id, fields)
      return BooksCall.success(
        invoice.updatedMessage, ["invoice": .object(try invoice.json(call, db))])
    }
  }

  private static func updateByCustomField(_ call: BooksCall) throws -> ZohoReply {
    let identifier = try UniqueIdentifier(call.request)
    let fields = try call.fields()
    return try call.write { db in
      let writing = InvoiceWriting(call: call, db: db)
      if let id = try identifier.record(among: CustomValues(.invoice, db), db) {
        let invoice = try writing.update(id, fields)
        return BooksCall.success(
          "Invoice information has been updated.",
          ["invoice": .object(try invoice.json(call, db))])
      }
      guard identifier.isUpsert else { throw Refusal.booksMissing("Invoice") }
      let invoice = try writing.create(identifier.fieldsOfNew(fields))
      return BooksCall.success(
        invoice.createdMessage, status: 201,
        ["invoice": .object(try invoice.json(call, db))])
    }
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    try call.write { db in
      let invoice = try Invoice.find(id, db)
      let isPaid = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM books_payment_invoices WHERE invoice_id = ?)
            OR EXISTS (SELECT 1 FROM books_credit_applications WHERE target_id = ?)
          """, arguments: [id, id])
      guard isPaid == false else {
        throw Refusal.books(
          400, 4017, "Invoices which have payments or credits applied cannot be deleted.")
      }
      try CustomValues.remove(from: id, db)
      try db.execute(
        sql: "DELETE FROM books_comments WHERE transaction_id = ?", arguments: [id])
      try Attachment.removeAll(of: id, db)
      try invoice.delete(db)
      try InvoiceWriting(call: call, db: db).releaseEstimate(of: invoice)
      try call.comment(
        on: .contact(invoice.customerId), "Invoice \(invoice.invoiceNumber) deleted", "Deleted", db)
      try call.record(
        .deleted, "invoices", id, ["invoice_number": .string(invoice.invoiceNumber)], db)
    }
    return BooksCall.success("The invoice has been deleted.")
  }

  private static func payments(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    return try call.read { db in
      _ = try Invoice.find(id, db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT p.*, a.invoice_payment_id, a.amount_applied,
            (SELECT count(*) FROM books_payment_invoices o WHERE o.payment_id = p.payment_id) AS uses
          FROM books_payment_invoices a JOIN books_payments p USING (payment_id)
          WHERE a.invoice_id = ? ORDER BY a.invoice_payment_id
          """, arguments: [id])
      let payments = rows.map { row -> JSONValue in
        [
          "payment_id": .string(String(row["payment_id"] as Int64)),
          "payment_number": .string(String(row["payment_number"] as Int64)),
          "invoice_id": .string(String(id)),
          "invoice_payment_id": .string(String(row["invoice_payment_id"] as Int64)),
          "payment_mode": .string(row["payment_mode"]), "description": .string(row["description"]),
          "date": .string(row["date"]), "reference_number": .string(row["reference_number"]),
          "exchange_rate": .number(Decimal(millionths: row["exchange_rate"])),
          "amount": .number(Decimal(millionths: row["amount_applied"])),
          "tax_amount_withheld": 0, "online_transaction_id": "",
          "is_single_invoice_payment": JSONValue((row["uses"] as Int) == 1),
        ]
      }
      return BooksCall.success(["payments": .array(payments)])
    }
  }

  private static func setAddress(
    _ call: BooksCall, _ place: WritableKeyPath<Invoice, String>, _ message: String
  ) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let body = BooksFields(["address": .object(try call.fields().object)])
    let address = try body.address("address") ?? JSONObject()
    try call.write { db in
      var invoice = try Invoice.find(id, db)
      invoice[keyPath: place] = JSONValue.object(address).text
      invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try invoice.update(db)
      try call.record(.changed, "invoices", id, ["address": .object(address)], db)
    }
    return BooksCall.success(message)
  }

  private static func setCustomFields(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let entries = try customFieldEntries(call)
    try call.write { db in
      var invoice = try Invoice.find(id, db)
      let values = try CustomValues(.invoice, db)
      for entry in entries { try values.setEntry(entry, on: id, db) }
      invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try invoice.update(db)
      try call.record(.changed, "invoices", id, ["custom_fields": JSONValue(entries.count)], db)
    }
    return BooksCall.success("Custom Fields Updated Successfully")
  }

  /// The body is the list itself.
  static func customFieldEntries(_ call: BooksCall) throws -> [BooksFields] {
    guard let list = try call.json()?.arrayValue else { throw Refusal.booksMalformedJSON }
    return try BooksFields(["custom_fields": .array(list)]).objects("custom_fields") ?? []
  }

  private static func setTemplate(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let template = call.parameters["template_id"] ?? ""
    try DocumentTemplate.demand(template)
    try call.write { db in
      var invoice = try Invoice.find(id, db)
      invoice.templateId = template
      invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try invoice.update(db)
      try call.record(.changed, "invoices", id, ["template_id": .string(template)], db)
    }
    return BooksCall.success("Invoice information has been updated.")
  }

  private static func templates(_ call: BooksCall) -> ZohoReply {
    BooksCall.success(["templates": DocumentTemplate.json])
  }
}
