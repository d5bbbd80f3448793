import Foundation
import GRDB

extension DocumentKind {
  /// What a vendor asks to be paid. https://www.zoho.com/books/api/v3/bills/
  static let bill: Self = Self(
    name: "bill", title: "Bill", path: "bills", one: "bill", many: "bills", idName: "bill_id",
    numberName: "bill_number", scope: "bills", party: .vendor,
    numbering: .own(isUniqueInKind: false), code: 13_000,
    secondDay: SecondDay(name: "due_date", followsTerms: true), entity: .bill,
    calls: [.attachment, .comments, .billingAddress, .customFields, .updateByField],
    words: DocumentWords(
      created: "success", updated: "Bill information has been updated.",
      deleted: "The bill has been deleted.", billingAddress: "Billing address updated.",
      billingAddressName: "billing_address",
      attached: "The document has been attached.",
      attachmentDeleted: "The attachment has been deleted.", attachedStatus: 201,
      commentAddedStatus: 201),
    statuses: DocumentStatuses(
      initial: "open",
      all: [
        "draft", "pending_approval", "open", "overdue", "partially_paid", "paid", "void",
      ],
      sql: { today in
        """
        CASE WHEN d.state <> 'open' THEN d.state WHEN d.total > 0 AND d.balance <= 0 THEN 'paid'
        WHEN d.due_date < \(today) THEN 'overdue' WHEN d.settled > 0 THEN 'partially_paid'
        ELSE 'open' END
        """
      },
      steps: [
        .init(
          path: "status/void", to: "void", from: ["draft", "open", "pending_approval"],
          message: "The bill has been marked as void.", status: 201,
          effect: { document, _, writing in
            try BillSettlement(writing).release(document.documentId)
            document.settled = 0
            document.settleBalance()
            document.state = "void"
            try PurchasePosting.post(document, side: .owed, writing.db)
          }),
        .init(
          path: "status/open", to: "open", from: ["draft", "void"],
          message: "The status of the bill has been chaged to open.", status: 201,
          effect: { document, _, writing in
            document.state = "open"
            try PurchasePosting.post(document, side: .owed, writing.db)
          }),
        .init(
          path: "submit", to: "pending_approval", from: ["draft", "open"],
          message: "The bill has been submitted for approval successfully."),
        .init(path: "approve", to: "open", from: ["pending_approval"], message: "success"),
      ], filters: ["PartiallyPaid": ["partially_paid"], "OverDue": ["overdue"]]),
    particulars: [
      Particular("purchaseorder_ids", .any, initial: []), Particular("recurring_bill_id", .id),
      Particular("vat_treatment"), Particular("is_item_level_tax_calc", .truth, initial: false),
      Particular("payment_expected_date", .day),
    ],
    lineParticulars: PurchaseLines.particulars,
    row: [
      "bill_id", "vendor_id", "vendor_name", "status", "bill_number", "reference_number", "date",
      "due_date", "currency_id", "currency_code", "price_precision", "exchange_rate", "total",
      "balance", "created_time", "last_modified_time", "has_attachment",
    ], settled: BillSettlement.settledSQL,
    finish: { document, fields, isNew, writing in
      try PurchasePosting.post(document, side: .owed, writing.db)
      if isNew { try PurchaseOrders.markBilled(fields.ids("purchaseorder_ids") ?? [], writing) }
    },
    release: { document, writing in
      try writing.db.execute(
        sql: "DELETE FROM books_postings WHERE source_id = ?", arguments: [document.documentId])
    },
    more: { document, call, db in
      var more = try BillSettlement.json(of: document, db)
      more.append("line_items", try PurchaseLines.json(of: document, db))
      more.append("is_line_item_invoiced", false)
      more.append("purchaseorders", try PurchaseOrders.named(by: document, call, db))
      let left = (Day(document.dueDate)?.number ?? call.today.number) - call.today.number
      more.append("due_in_days", JSONValue(max(0, left)))
      more.append("due_by_days", .string(left < 0 ? String(-left) : ""))
      return more
    },
    filter: { list, _ in
      try list.filter("description", .text("d.notes"))
      try list.filter(
        "purchaseorder_id", .word("p.value"),
        within: "EXISTS (SELECT 1 FROM json_each(d.particulars, '$.purchaseorder_ids') p WHERE")
    })
}
