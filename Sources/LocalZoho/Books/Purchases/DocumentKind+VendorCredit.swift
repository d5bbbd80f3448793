import Foundation
import GRDB

extension DocumentKind {
  /// What a vendor owes back. https://www.zoho.com/books/api/v3/vendor-credits/
  static let vendorCredit: Self = Self(
    name: "vendor_credit", title: "Vendor Credit", path: "vendorcredits", one: "vendor_credit",
    many: "vendorcredits", idName: "vendor_credit_id", numberName: "vendor_credit_number",
    scope: "debitnotes", party: .vendor, numbering: .series(prefix: "VC-"), code: 37_000,
    entity: .vendorCredit, calls: [.comments],
    words: DocumentWords(
      created: "Vendor credit has been created.",
      updated: "Vendor credit information has been updated.",
      deleted: "The vendor credit has been deleted.", commentAddedStatus: 201),
    statuses: DocumentStatuses(
      initial: "open", all: ["draft", "pending_approval", "approved", "open", "closed", "void"],
      sql: { _ in
        """
        CASE WHEN d.state = 'open' AND d.balance <= 0 AND d.total > 0 THEN 'closed'
        ELSE d.state END
        """
      },
      steps: [
        .init(
          path: "status/open", to: "open", from: ["draft", "void", "approved"],
          message: "The status of the vendor credit has been changed to open.", status: 201,
          effect: { document, _, writing in
            document.state = "open"
            try PurchasePosting.post(document, side: .credited, writing.db)
          }),
        .init(
          path: "status/void", to: "void", from: ["draft", "open", "closed", "approved"],
          message: "The vendor credit has been voided.", status: 201,
          effect: { document, _, writing in
            guard document.settled == 0 else {
              throw DocumentKind.vendorCredit.refusal(
                19, "Vendor credits that are applied or refunded cannot be marked as void.")
            }
            document.state = "void"
            try PurchasePosting.post(document, side: .credited, writing.db)
          }),
        .init(
          path: "submit", to: "pending_approval", from: ["draft", "open"],
          message: "The vendor credit has been submitted for approval successfully."),
        .init(
          path: "approve", to: "open", from: ["pending_approval"],
          message: "You have approved the vendor credit."),
      ]),
    particulars: [Particular("vat_treatment")],
    lineParticulars: PurchaseLines.particulars,
    row: [
      "vendor_credit_id", "vendor_credit_number", "status", "reference_number", "date", "total",
      "balance", "vendor_id", "vendor_name", "currency_id", "currency_code", "exchange_rate",
      "created_time", "last_modified_time", "has_attachment",
    ], settled: VendorCredits.usedSQL,
    finish: { document, _, isNew, writing in
      try PurchasePosting.post(document, side: .credited, writing.db)
      guard isNew, let text = writing.call.query["bill_id"], !text.isEmpty else { return }
      guard let id = Int64(text) else { throw Refusal.booksInvalid("bill_id") }
      let bill = try Document.find(id, .bill, writing.db)
      try VendorCredits(writing).apply(
        min(bill.balance, document.total), of: document.documentId, to: id)
    },
    release: { document, writing in
      try writing.db.execute(
        sql: "DELETE FROM books_postings WHERE source_id = ?", arguments: [document.documentId])
    },
    more: { document, call, db in
      var more = try VendorCredits.json(of: document, db)
      more.append("line_items", try PurchaseLines.json(of: document, db))
      return more
    },
    filter: { list, _ in
      // The description calls the vendor a customer here.
      try list.filter("customer_name", .text("d.contact_name"))
      try list.filter("customer_id", .id("d.contact_id"))
    })
}
