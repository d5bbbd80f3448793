import Foundation
import GRDB

extension DocumentKind {
  /// Paid by payments that name it, which are then drawn by invoices.
  /// https://www.zoho.com/books/api/v3/retainer-invoices/
  static let retainerInvoice: DocumentKind = DocumentKind(
    name: "retainerinvoice", title: "Retainer Invoice", path: "retainerinvoices",
    one: "retainerinvoice", many: "retainerinvoices", idName: "retainerinvoice_id",
    numberName: "retainerinvoice_number", scope: "invoices", numbering: .series(prefix: "RET-"),
    code: 37_000, entity: .retainerInvoice,
    calls: [
      .mail, .attachment, .comments, .commentChanges, .billingAddress, .templates, .templateChoice,
    ],
    words: DocumentWords(
      created: "The retainer invoice has been created.",
      updated: "Retainer Invoice information has been updated.",
      deleted: "The retainer invoice has been deleted.",
      mailed: "Your retainer invoice has been sent.", attached: "Your file has been attached.",
      attachmentUpdated: "Retainer Invoice information has been updated.",
      attachmentDeleted: "Your file is no longer attached to the invoice.",
      documentDeleted: "Your file is no longer attached to the invoice.",
      commentUpdated: "The comment has been updated."),
    statuses: DocumentStatuses(
      initial: "draft", mailed: "sent",
      all: [
        "draft", "pending_approval", "approved", "sent", "viewed", "partially_paid", "paid",
        "drawn", "void",
      ],
      sql: { _ in
        """
        CASE WHEN d.state <> 'sent' THEN d.state
        WHEN d.balance <= 0 AND \(drawnSQL) >= d.total THEN 'drawn'
        WHEN d.balance <= 0 THEN 'paid'
        WHEN d.balance < d.total THEN 'partially_paid'
        WHEN d.client_viewed_time IS NOT NULL THEN 'viewed' ELSE 'sent' END
        """
      },
      steps: [
        .init(
          path: "status/sent", to: "sent", from: ["draft", "approved"],
          message: "Retainer Invoice status has been changed to Sent."),
        .init(
          path: "status/void", to: "void", from: ["draft", "approved", "sent", "viewed"],
          message: "Retainer Invoice status has been changed to 'Void'.",
          effect: { document, _, _ in
            guard document.settled == 0 else {
              throw DocumentKind.retainerInvoice.refusal(
                19, "Retainer invoices with payments cannot be marked as void.")
            }
          }),
        .init(
          path: "status/draft", to: "draft", from: ["void"],
          message: "Status of retainer invoice changed from void to draft."),
        .init(
          path: "submit", to: "pending_approval", from: ["draft"],
          message: "The Retainer Invoice has been successfully submitted for approval."),
        .init(
          path: "approve", to: "approved", from: ["pending_approval"],
          message: "You have approved the Retainer Invoice."),
      ],
      filters: [
        "Unpaid": ["sent", "viewed", "partially_paid"], "PartiallyPaid": ["partially_paid"],
      ]),
    particulars: [
      Particular("project_id", .id), Particular("project_or_estimate_name"),
      Particular("estimate_id", .id), Particular("payment_options", .any, initial: [:]),
    ],
    row: [
      "retainerinvoice_id", "customer_name", "retainerinvoice_number", "customer_id", "status",
      "reference_number", "project_or_estimate_name", "date", "currency_id", "currency_code",
      "is_viewed_by_client", "client_viewed_time", "total", "balance", "created_time",
      "last_modified_time", "is_emailed", "has_attachment",
    ],
    settled: """
      SELECT coalesce(sum(p.amount), 0) FROM books_payments p WHERE p.retainer_id = d.document_id
      """, mailMember: nil,
    more: { document, call, db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT \(drawnSQL) AS drawn, (SELECT coalesce(max(p.date), '') FROM books_payments p
            WHERE p.retainer_id = d.document_id) AS last_date
          FROM books_documents d WHERE d.document_id = ?
          """, arguments: [document.documentId])
      return [
        "payment_made": .number(Decimal(millionths: document.settled)),
        "payment_drawn": .number(Decimal(millionths: row?["drawn"] ?? 0)),
        "last_payment_date": .string(row?["last_date"] ?? ""), "allow_partial_payments": true,
        "invoice_url": .string(
          "\(call.request.baseURL)/SecurePayment?CInvoiceID=\(document.viewKey)"),
      ]
    })

  /// SQL that adds up what invoices took of the payments of retainer invoice `d`.
  private static let drawnSQL = """
    (SELECT coalesce(sum(a.amount_applied), 0) FROM books_payments p
    JOIN books_payment_invoices a USING (payment_id) WHERE p.retainer_id = d.document_id)
    """
}
