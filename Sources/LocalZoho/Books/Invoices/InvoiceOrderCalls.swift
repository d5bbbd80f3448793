import Foundation
import GRDB

/// Invoices made from sales orders, or put to them afterwards.
/// https://www.zoho.com/books/api/v3/invoices/
enum InvoiceOrderCalls {
  static let routes = [
    BooksRoute("POST", "invoices/fromsalesorder", "invoices.CREATE", create),
    BooksRoute("POST", "invoices/mapwithorder", "invoices.UPDATE", map),
    BooksRoute(
      "POST", "salesorders/{id}/substatus/{status_code}", "salesorders.CREATE", setSubstatus),
  ]

  /// An invoice over what is not invoiced of an order yet.
  private static func create(_ call: BooksCall) throws -> ZohoReply {
    guard let id = (call.query["salesorder_id"]).flatMap({ Int64($0) }) else {
      throw Refusal.booksInvalid("salesorder_id")
    }
    return try call.write { db in
      let kind = DocumentKind.salesOrder
      let order = try Document.find(id, kind, db)
      let status = try order.status(kind, on: call.today, db)
      guard ["open", "overdue", "partially_invoiced"].contains(status) else {
        throw kind.refusal(
          31, "Sales orders in the status \(status) cannot be converted to invoices.")
      }
      let left = try Row.fetchAll(
        db,
        sql: """
          SELECT l.line_item_id, l.quantity - \(SalesOrderStatus.invoicedSQL) AS rest
          FROM books_document_lines l WHERE l.document_id = ?
          """, arguments: [id])
      let rest = Dictionary(
        left.map { ($0["line_item_id"] as Int64, $0["rest"] as Int64) },
        uniquingKeysWith: { first, _ in first })
      var body = try order.invoiceBody(DocumentLine.all(of: id, db)) { line in
        guard let quantity = rest[line.lineItemId], quantity > 0 else { return nil }
        return [
          "quantity": .number(Decimal(millionths: quantity)),
          "salesorder_item_id": .string(String(line.lineItemId)),
        ]
      }
      body["salesorder_id"] = .string(String(id))
      body["reference_number"] = .string(order.number)
      let invoice = try InvoiceWriting(call: call, db: db).create(BooksFields(body))
      return BooksCall.success(
        "The invoice has been created.", status: 201,
        ["invoice": .object(try invoice.json(call, db))])
    }
  }

  /// Puts invoices to the orders that their reference numbers name: lines of one item belong together.
  private static func map(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    guard let ids = try fields.ids("invoice_ids"), !ids.isEmpty else {
      throw Refusal.booksInvalid("invoice_ids")
    }
    let errors = try call.write { db in
      var strangers: [JSONValue] = []
      var orderless: [JSONValue] = []
      for id in ids {
        var invoice = try Invoice.find(id, db)
        let order = try Document.fetchOne(
          db,
          sql: """
            SELECT * FROM books_documents WHERE kind = 'salesorder'
            AND (document_id = ? OR number = ?)
            """, arguments: [invoice.salesorderId, invoice.referenceNumber])
        guard let order else {
          orderless.append(.string(String(id)))
          continue
        }
        guard order.contactId == invoice.customerId else {
          strangers.append(.string(String(id)))
          continue
        }
        invoice.salesorderId = order.documentId
        invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
        try invoice.update(db)
        try match(invoice, order, db)
        try call.record(
          .changed, "invoices", id, ["salesorder_id": .string(String(order.documentId))], db)
      }
      return [
        error(4001, "Customer mismatch between invoice and sales order", strangers),
        error(4002, "No sales order matches the invoice", orderless),
      ].compactMap(\.self)
    }
    return BooksCall.success(
      "The invoices selected have been associated with their sales orders.",
      ["errors": .array(errors)])
  }

  private static func error(_ code: Int, _ message: String, _ ids: [JSONValue]) -> JSONValue? {
    guard !ids.isEmpty else { return nil }
    return ["code": JSONValue(code), "message": .string(message), "ids": .array(ids)]
  }

  private static func match(_ invoice: Invoice, _ order: Document, _ db: Database) throws {
    let ordered = try DocumentLine.all(of: order.documentId, db)
    for var line in try InvoiceLine.all(of: invoice.invoiceId, db)
    where line.salesorderItemId == nil {
      let partner = ordered.first {
        $0.itemId == line.itemId && ($0.itemId != nil || $0.name == line.name)
      }
      line.salesorderItemId = partner?.lineItemId
      try line.update(db)
    }
  }

  private static func setSubstatus(_ call: BooksCall) throws -> ZohoReply {
    let code = call.parameters["status_code"] ?? ""
    try DocumentCalls(.salesOrder).change(call, ["sub_status": .string(code)]) { order, db in
      guard try order.status(.salesOrder, on: call.today, db) != "void" else {
        throw DocumentKind.salesOrder.refusal(32, "Void sales orders have no sub status.")
      }
      try order.set("sub_status", .string(code))
    }
    return BooksCall.success("Sales Order status updated successfully.")
  }
}
