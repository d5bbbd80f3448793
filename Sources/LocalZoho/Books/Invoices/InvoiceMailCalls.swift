import Foundation
import GRDB

/// Mails about invoices. https://www.zoho.com/books/api/v3/invoices/
enum InvoiceMailCalls {
  static let routes = [
    BooksRoute("GET", "invoices/{invoice_id}/email", "invoices.READ") { call in
      try content(call, .invoice)
    },
    BooksRoute("POST", "invoices/{invoice_id}/email", "invoices.CREATE") { call in
      try send(call, .invoice, "Your invoice has been sent.")
    },
    BooksRoute("POST", "invoices/email", "invoices.CREATE", sendMany),
    BooksRoute("GET", "invoices/{invoice_id}/paymentreminder", "invoices.READ") { call in
      try content(call, .reminder)
    },
    BooksRoute("POST", "invoices/{invoice_id}/paymentreminder", "invoices.CREATE") { call in
      try send(call, .reminder, "Your payment reminder has been sent.")
    },
  ]

  private static func send(
    _ call: BooksCall, _ kind: InvoiceMailing.Kind, _ message: String
  ) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let fields = try call.fields()
    try call.write { db in
      let invoice = try Invoice.find(id, db)
      _ = try InvoiceMailing(invoice: invoice, kind: kind, call: call, db: db).send(fields)
    }
    return BooksCall.success(message)
  }

  private static func sendMany(_ call: BooksCall) throws -> ZohoReply {
    let ids = try (call.query["invoice_ids"] ?? "").split(separator: ",").map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid("invoice_ids") }
      return id
    }
    guard (1...10).contains(ids.count) else { throw Refusal.booksInvalid("invoice_ids") }
    try call.write { db in
      for id in ids {
        let mailing = InvoiceMailing(invoice: try Invoice.find(id, db), call: call, db: db)
        _ = try mailing.send(BooksFields(JSONObject()))
      }
    }
    return BooksCall.success(
      """
      Your mails are scheduled to be sent in a few minutes. We will notify you once it is done.
      """)
  }

  private static func content(
    _ call: BooksCall, _ kind: InvoiceMailing.Kind
  ) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let data = try call.read { db -> JSONObject in
      let invoice = try Invoice.find(id, db)
      let words = try InvoiceMailWords(invoice, kind, call, db)
      return try InvoiceMailing(invoice: invoice, kind: kind, call: call, db: db).letter().preview(
        words.words, of: id, fileName: invoice.fileName)
    }
    return BooksCall.success(["data": .object(data)])
  }
}
