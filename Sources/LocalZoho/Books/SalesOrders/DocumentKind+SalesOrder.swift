import Foundation
import GRDB

extension DocumentKind {
  /// https://www.zoho.com/books/api/v3/sales-order/
  static let salesOrder: DocumentKind = DocumentKind(
    name: "salesorder", title: "Sales Order", path: "salesorders", one: "salesorder",
    many: "salesorders", idName: "salesorder_id", numberName: "salesorder_number",
    scope: "salesorders", numbering: .series(prefix: "SO-"), code: 36_000,
    secondDay: SecondDay(name: "shipment_date"), entity: .salesorder,
    calls: [
      .mail, .papers, .attachment, .comments, .commentChanges, .billingAddress, .shippingAddress,
      .templates, .templateChoice, .customFields, .updateByField,
    ],
    words: DocumentWords(
      created: "Sales Order Created Successfully.", updated: "Sales Order Updated Successfully.",
      deleted: "Sales Order Deleted Successfully.", mailed: "Your Sales Order has been sent.",
      billingAddress: "Billing address updated.", shippingAddress: "Shipping address updated.",
      attached: "Your file has been successfully attached to the sales order.",
      attachmentUpdated: "Sales Oder Updated Successfully.",
      attachmentDeleted: "Your file is no longer attached to the sales order.", mailedStatus: 201,
      attachedStatus: 201),
    statuses: DocumentStatuses(
      initial: "draft", mailed: "open",
      all: [
        "draft", "pending_approval", "approved", "open", "overdue", "partially_invoiced",
        "invoiced", "closed", "void",
      ], sql: SalesOrderStatus.sql,
      steps: [
        .init(
          path: "status/open", to: "open", from: ["draft", "approved", "void"],
          message: "Sales order status has been changed to Open.", status: 201),
        .init(
          path: "status/void", to: "void", from: ["draft", "approved", "open", "overdue"],
          message: "Sales order status has been changed to Void.", status: 201,
          effect: { document, fields, writing in
            let status = try document.status(.salesOrder, on: writing.call.today, writing.db)
            guard !["invoiced", "partially_invoiced"].contains(status) else {
              throw DocumentKind.salesOrder.refusal(
                19, "Sales orders that are invoiced cannot be marked as void.")
            }
            try document.set("void_reason", .string(try fields.text("reason") ?? ""))
          }),
        .init(
          path: "submit", to: "pending_approval", from: ["draft"],
          message: "The Sales Order has been successfully submitted for approval."),
        .init(
          path: "approve", to: "approved", from: ["pending_approval"],
          message: "You have approved the Sales Order."),
      ], filters: ["OverDue": ["overdue"], "PartiallyInvoiced": ["partially_invoiced"]],
      frozen: ["void", "invoiced"]),
    particulars: [
      Particular("delivery_method"), Particular("estimate_id", .id), Particular("sub_status"),
      Particular("void_reason"), Particular("pricebook_id", .id),
    ],
    row: [
      "salesorder_id", "zcrm_potential_id", "zcrm_potential_name", "customer_name", "customer_id",
      "status", "salesorder_number", "reference_number", "date", "shipment_date", "currency_id",
      "currency_code", "total", "sub_total", "bcy_total", "created_time", "last_modified_time",
      "is_emailed", "has_attachment", "delivery_method", "salesperson_name",
    ],
    release: { order, writing in
      guard try SalesOrderStatus.invoices(of: order.documentId, writing.db).isEmpty else {
        throw DocumentKind.salesOrder.refusal(
          17, "Sales orders which have invoices cannot be deleted.")
      }
    },
    more: { order, _, db in
      let invoices = try SalesOrderStatus.invoices(of: order.documentId, db)
      return [
        "sub_statuses": [],
        "invoices": .array(
          invoices.map { invoice in
            [
              "invoice_id": .string(String(invoice.invoiceId)),
              "invoice_number": .string(invoice.invoiceNumber), "date": .string(invoice.date),
              "total": .number(Decimal(millionths: invoice.total)),
              "balance": .number(Decimal(millionths: invoice.balance)),
            ]
          }),
      ]
    })
}

/// How far a sales order is invoiced.
enum SalesOrderStatus {
  /// SQL that adds up what invoices bill of line `l` of an order.
  static let invoicedSQL = """
    (SELECT coalesce(sum(il.quantity), 0) FROM books_invoice_lines il
    JOIN books_invoices i USING (invoice_id)
    WHERE il.salesorder_item_id = l.line_item_id AND i.state <> 'void')
    """

  @Sendable static func sql(_ today: String) -> String {
    """
    CASE WHEN d.state <> 'open' THEN d.state
    WHEN EXISTS (SELECT 1 FROM books_document_lines l WHERE l.document_id = d.document_id
      AND \(invoicedSQL) > 0)
    THEN CASE WHEN EXISTS (SELECT 1 FROM books_document_lines l
      WHERE l.document_id = d.document_id AND \(invoicedSQL) < l.quantity)
      THEN 'partially_invoiced' ELSE 'invoiced' END
    WHEN d.due_date <> '' AND d.due_date < \(today) THEN 'overdue'
    ELSE 'open' END
    """
  }

  static func invoices(of order: Int64, _ db: Database) throws -> [Invoice] {
    try Invoice.fetchAll(
      db,
      sql: """
        SELECT * FROM books_invoices i WHERE i.salesorder_id = ? OR EXISTS (
          SELECT 1 FROM books_invoice_lines il JOIN books_document_lines l
          ON l.line_item_id = il.salesorder_item_id
          WHERE il.invoice_id = i.invoice_id AND l.document_id = ?)
        ORDER BY i.invoice_id
        """, arguments: [order, order])
  }
}
