import Foundation
import GRDB

/// Calls about many invoices at once, about their files, and the link to pay one.
/// https://www.zoho.com/books/api/v3/invoices/
enum InvoiceBulkCalls {
  static let routes =
    [
      BooksRoute("GET", "invoices/pdf", "invoices.READ", papers),
      BooksRoute("GET", "invoices/print", "invoices.READ", papers),
      BooksRoute("POST", "invoices/paymentreminder", "invoices.CREATE", remind),
      BooksRoute("GET", "share/paymentlink", "settings.ALL", paymentLink),
    ]
    + AttachmentCalls(
      path: "invoices", scope: "invoices", title: "Invoice",
      words: DocumentWords(
        created: "", updated: "", deleted: "",
        attached: "Your file has been successfully attached to the invoice.",
        attachmentUpdated: "Invoice information has been updated.",
        attachmentDeleted: "Your file is no longer attached to the invoice.")
    ) { id, db in _ = try Invoice.find(id, db) }.routes

  private static func papers(_ call: BooksCall) throws -> ZohoReply {
    let ids = try call.ids("invoice_ids", atMost: 25)
    return try call.read { db in
      let pages = try ids.map { try DocumentPage(Invoice.find($0, db), today: call.today, db) }
      return DocumentPapers.reply(try DocumentPDF.file(for: pages), name: "invoices.pdf")
    }
  }

  /// Reminds of those that are open; the others are told by code 4083.
  private static func remind(_ call: BooksCall) throws -> ZohoReply {
    let ids = try call.ids("invoice_ids", atMost: 10)
    let refused = try call.write { db in
      var refused: [Int64] = []
      for id in ids {
        let invoice = try Invoice.find(id, db)
        let mailing = InvoiceMailing(invoice: invoice, kind: .reminder, call: call, db: db)
        guard invoice.state == .sent, invoice.balance > 0,
          try !mailing.letter().defaultRecipients().isEmpty
        else {
          refused.append(id)
          continue
        }
        _ = try mailing.send(BooksFields(JSONObject()))
      }
      return refused
    }
    let errors: [JSONValue] =
      refused.isEmpty
      ? []
      : [
        [
          "message": "Reminders can be sent only for open or overdue invoices with a recipient.",
          "ids": .array(refused.map { .string(String($0)) }),
        ]
      ]
    return BooksCall.success(
      "success", status: 201,
      [
        "info": [
          "email_success_info": [
            "message": "The reminders were successfully sent",
            "sent_count": JSONValue(ids.count - refused.count),
          ],
          "email_errors_info": .array(errors), "code": refused.isEmpty ? 0 : 4083,
        ]
      ])
  }

  private static func paymentLink(_ call: BooksCall) throws -> ZohoReply {
    guard let id = (call.query["transaction_id"]).flatMap({ Int64($0) }) else {
      throw Refusal.booksInvalid("transaction_id")
    }
    guard let expiry = call.query["expiry_time"].flatMap({ Day($0) }), expiry >= call.today else {
      throw Refusal.booksInvalid("expiry_time")
    }
    guard call.query["transaction_type"] == "invoice" else {
      throw Refusal.booksInvalid("transaction_type")
    }
    let link = try call.read { try Invoice.find(id, $0).viewURL(call.request.baseURL) }
    return BooksCall.success(["data": ["share_link": .string(link)]])
  }
}
