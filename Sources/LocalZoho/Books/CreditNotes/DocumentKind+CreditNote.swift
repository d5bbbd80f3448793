import Foundation
import GRDB

extension DocumentKind {
  /// https://www.zoho.com/books/api/v3/credit-notes/
  static let creditNote: DocumentKind = DocumentKind(
    name: "creditnote", title: "Credit Note", path: "creditnotes", one: "creditnote",
    many: "creditnotes", idName: "creditnote_id", numberName: "creditnote_number",
    scope: "creditnotes", numbering: .series(prefix: "CN-"), code: 12_000, entity: .creditnote,
    calls: [
      .mail, .mailHistory, .comments, .billingAddress, .shippingAddress, .templates,
      .templateChoice, .customFields, .updateByField,
    ],
    words: DocumentWords(
      created: "The credit note has been created.", updated: "The credit note has been updated.",
      deleted: "The credit note has been deleted.", mailed: "Your creditnote has been sent.",
      comments: "Comments of the credit note are displayed successfully."),
    statuses: DocumentStatuses(
      initial: "open", mailed: "open",
      all: ["draft", "pending_approval", "approved", "open", "closed", "void"],
      sql: { _ in
        "CASE WHEN d.state = 'open' AND d.balance <= 0 AND d.total > 0 THEN 'closed' ELSE d.state END"
      },
      steps: [
        .init(
          path: "status/void", to: "void", from: ["draft", "open", "closed", "approved"],
          message: "The credit note has been marked as void.",
          effect: { document, _, _ in
            guard document.settled == 0 else {
              throw DocumentKind.creditNote.refusal(
                19, "Credit notes that are applied or refunded cannot be marked as void.")
            }
          }),
        .init(
          path: "status/draft", to: "draft", from: ["void"],
          message: "The credit note has been marked as Draft."),
        .init(
          path: "status/open", to: "open", from: ["draft", "void", "approved"],
          message: "Status of the credit note has been changed to open."),
        .init(
          path: "submit", to: "pending_approval", from: ["draft"],
          message: "The Credit Note has been successfully submitted for approval."),
        .init(
          path: "approve", to: "approved", from: ["pending_approval"],
          message: "You have approved the Credit Note."),
      ]),
    particulars: [Particular("reference_invoice_id", .id)],
    row: [
      "creditnote_id", "creditnote_number", "status", "reference_number", "date", "total",
      "balance",
      "customer_id", "customer_name", "currency_id", "currency_code", "created_time",
      "last_modified_time", "is_emailed", "has_attachment",
    ], settled: Credits.usedSQL,
    prepare: { document, fields, isNew, _ in
      if isNew, try fields.truth("is_draft") == true { document.state = "draft" }
    },
    finish: { document, _, isNew, writing in
      guard isNew, let text = writing.call.query["invoice_id"], !text.isEmpty else { return }
      guard let invoice = Int64(text) else { throw Refusal.booksInvalid("invoice_id") }
      let due = try Invoice.find(invoice, writing.db).balance
      try Credits(call: writing.call, db: writing.db).apply(
        min(due, document.total), of: document.documentId, to: invoice)
    },
    more: { document, _, db in
      [
        "email": .string(try ContactPerson.all(of: document.contactId, db).first?.email ?? ""),
        "updated_time": .string(Contact.time(document.lastModifiedTime)),
        "total_credits_used": .number(
          Decimal(millionths: try Credits.applied(of: document.documentId, db))),
        "total_refunded_amount": .number(
          Decimal(millionths: try Refund.total(of: document.documentId, db))),
        "invoices": .array(
          try Credits.applications(of: document.documentId, db).map { row in
            [
              "invoice_id": .string(String(row["target_id"] as Int64)),
              "invoice_number": .string(row["invoice_number"]),
              "creditnote_invoice_id": .string(String(row["application_id"] as Int64)),
              "amount": .number(Decimal(millionths: row["amount"])),
            ]
          }),
      ]
    })
}
