import Foundation
import GRDB

extension DocumentKind {
  /// A bill that comes again and again. https://www.zoho.com/books/api/v3/recurring-bills/
  static let recurringBill: Self = Self(
    name: "recurring_bill", title: "Recurring Bill", path: "recurringbills",
    one: "recurring_bill", many: "recurringbills", idName: "recurring_bill_id",
    numberName: "recurrence_name", scope: "bills", party: .vendor,
    numbering: .own(isUniqueInKind: true), code: 13_500, entity: .recurringBill,
    calls: [.comments, .updateByField],
    words: DocumentWords(
      created: "success", updated: "Recurring Bill information has been updated.",
      deleted: "The recurring bill has been deleted."),
    statuses: DocumentStatuses(
      initial: "active", all: ["active", "stopped", "expired"],
      steps: [
        .init(
          path: "status/stop", to: "stopped", from: ["active"],
          message: "The recurring bill has been stopped."),
        .init(
          path: "status/resume", to: "active", from: ["stopped"],
          message: "The recurring bill has been activated."),
      ], frozen: []),
    particulars: [
      Particular("start_date", .day), Particular("end_date", .day),
      Particular("recurrence_frequency", .word(RecurringSchedule.units)), Particular("repeat_every"),
      Particular("last_sent_date", .day), Particular("next_bill_date", .day),
      Particular("vat_treatment"), Particular("discount_account_id", .id),
    ],
    lineParticulars: PurchaseLines.particulars,
    row: [
      "recurring_bill_id", "vendor_id", "vendor_name", "status", "recurrence_name", "currency_id",
      "currency_code", "start_date", "end_date", "recurrence_frequency", "repeat_every",
      "last_sent_date", "next_bill_date", "total", "created_time", "last_modified_time",
    ],
    prepare: { document, _, _, _ in
      let recurrence = try RecurringSchedule(document)
      let last = try document[particular: "last_sent_date"]?.stringValue.flatMap { Day($0) }
      try document.set(
        "next_bill_date", .string(recurrence.next(after: last)?.description ?? ""))
    },
    finish: { document, _, _, writing in try RecurringBills.makeDue(document, writing) },
    more: { document, _, db in ["line_items": try PurchaseLines.json(of: document, db)] })
}
