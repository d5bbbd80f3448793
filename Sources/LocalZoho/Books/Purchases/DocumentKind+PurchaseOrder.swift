extension DocumentKind {
  /// What is ordered from a vendor. https://www.zoho.com/books/api/v3/purchase-order/
  static let purchaseOrder: Self = Self(
    name: "purchaseorder", title: "Purchase Order", path: "purchaseorders", one: "purchaseorder",
    many: "purchaseorders", idName: "purchaseorder_id", numberName: "purchaseorder_number",
    scope: "purchaseorders", party: .vendor, numbering: .series(prefix: "PO-"), code: 36_100,
    secondDay: SecondDay(name: "delivery_date"), entity: .purchaseorder,
    calls: [
      .mail, .attachment, .comments, .commentChanges, .billingAddress, .templates,
      .templateChoice, .customFields, .updateByField,
    ],
    words: DocumentWords(
      created: "Purchase Order has been added.", updated: "Purchase Order has been updated.",
      deleted: "The purchase order has been deleted.",
      mailed: "Your purchase order has been sent.", billingAddress: "Billing address updated.",
      attached: "The document has been attached.",
      attachmentUpdated: "Purchase Order has been updated.",
      attachmentDeleted: "The attachment has been deleted.",
      templateChosen: "Purchase Order has been updated.",
      commentUpdated: "Comment has been updated.", mailedStatus: 201, attachedStatus: 201,
      commentAddedStatus: 201),
    statuses: DocumentStatuses(
      initial: "draft", mailed: "open",
      all: [
        "draft", "pending_approval", "approved", "rejected", "open", "billed", "cancelled",
      ],
      steps: [
        .init(
          path: "status/open", to: "open", from: ["draft", "approved", "cancelled", "billed"],
          message: "The purchase order has been marked as open.", status: 201),
        .init(
          path: "status/billed", to: "billed", from: ["open"],
          message: "The purchase order has been marked as billed.", status: 201),
        .init(
          path: "status/cancelled", to: "cancelled", from: ["draft", "open", "approved"],
          message: "The purchase order has been cancelled.", status: 201),
        .init(
          path: "submit", to: "pending_approval", from: ["draft", "rejected"],
          message: "The purchase order has been successfully submitted for approval."),
        .init(
          path: "approve", to: "approved", from: ["pending_approval"],
          message: "You have approved the Purchase Order."),
        .init(
          path: "reject", to: "rejected", from: ["pending_approval"],
          message: "You have rejected the Purchase order successfully.", status: 201,
          scope: "UPDATE"),
      ], frozen: ["billed", "cancelled"]),
    particulars: [
      Particular("ship_via"), Particular("attention"), Particular("delivery_org_address_id", .id),
      Particular("delivery_customer_id", .id), Particular("expected_delivery_date", .day),
      Particular("vat_treatment"), Particular("salesorder_id", .id),
    ],
    lineParticulars: PurchaseLines.particulars,
    row: [
      "purchaseorder_id", "vendor_id", "vendor_name", "status", "purchaseorder_number",
      "reference_number", "date", "delivery_date", "currency_id", "currency_code",
      "price_precision", "total", "has_attachment", "created_time", "last_modified_time",
    ],
    more: { document, _, db in
      [
        "line_items": try PurchaseLines.json(of: document, db),
        "can_mark_as_bill": JSONValue(document.state == "open"),
        "can_mark_as_unbill": JSONValue(document.state == "billed"),
      ]
    })
}
