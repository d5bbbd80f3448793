import Foundation
import GRDB

extension DocumentKind {
  /// https://www.zoho.com/books/api/v3/recurring-invoices/
  static let recurringInvoice: DocumentKind = DocumentKind(
    name: "recurring_invoice", title: "Recurring Invoice", path: "recurringinvoices",
    one: "recurring_invoice", many: "recurring_invoices", idName: "recurring_invoice_id",
    numberName: "recurrence_name", scope: "invoices", numbering: .own(isUniqueInKind: true),
    code: 38_000, entity: .recurringInvoice,
    calls: [.comments, .templateChoice, .updateByField, .customFields],
    words: DocumentWords(
      created: "The recurring invoice has been created.", updated: "success",
      deleted: "The recurring invoice is deleted successfully.",
      shown: "Details of a recurring invoice is displayed successfully.",
      listed: "Details of a recurring invoice is displayed successfully.",
      templateChosen: "The template of the recurring invoice has been updated.",
      comments:
        "The complete history and comments of a recurring invoice are displayed successfully."),
    statuses: DocumentStatuses(
      initial: "active", all: ["active", "stopped", "expired"],
      sql: { _ in
        """
        CASE WHEN d.state = 'active' AND json_extract(d.particulars, '$.end_date') <> ''
          AND json_extract(d.particulars, '$.next_invoice_date')
            > json_extract(d.particulars, '$.end_date')
        THEN 'expired' ELSE d.state END
        """
      },
      steps: [
        .init(
          path: "status/stop", to: "stopped", from: ["active"],
          message: "The recurring invoice has been stopped.", status: 201),
        .init(
          path: "status/resume", to: "active", from: ["stopped"],
          message: "The recurring invoice has been resumed.", status: 201,
          effect: { document, _, writing in
            try RecurringInvoices.schedule(&document, from: writing.call.today)
          }),
      ]),
    particulars: [
      Particular("recurrence_frequency", .word(Recurrence.Unit.allCases.map(\.rawValue))),
      Particular("repeat_every", .number, initial: 1), Particular("start_date", .day),
      Particular("end_date", .day), Particular("last_sent_date", .day),
      Particular("next_invoice_date", .day),
      Particular("payment_options", .any, initial: [:]),
      Particular("allow_partial_payments", .truth, initial: true),
    ],
    row: [
      "recurring_invoice_id", "recurrence_name", "customer_name", "customer_id", "status", "total",
      "currency_id", "currency_code", "start_date", "end_date", "last_sent_date",
      "next_invoice_date", "recurrence_frequency", "repeat_every", "created_time",
      "last_modified_time", "reference_number",
    ],
    prepare: { document, fields, isNew, writing in
      if isNew {
        if try document[particular: "start_date"]?.stringValue?.isEmpty != false {
          try document.set("start_date", .string(writing.call.today.description))
        }
        try document.set("last_sent_date", "")
      }
      let changes = ["start_date", "repeat_every", "recurrence_frequency"].contains(
        where: fields.has)
      guard isNew || changes else { return }
      try RecurringInvoices.schedule(&document, from: writing.call.today, isNew: isNew)
    },
    finish: { document, _, isNew, writing in
      if isNew { try RecurringInvoices(call: writing.call, db: writing.db).generate(document) }
    },
    more: { document, _, db in try RecurringInvoices.sums(of: document, db) })
}
