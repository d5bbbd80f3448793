import Foundation
import GRDB

/// Credit notes applied to invoices, and refunded. https://www.zoho.com/books/api/v3/credit-notes/
enum CreditNoteCalls {
  static let routes =
    DocumentCalls(.creditNote).routes
    + [
      BooksRoute("GET", "creditnotes/{id}/invoices", "creditnotes.READ", invoices),
      BooksRoute("POST", "creditnotes/{id}/invoices", "creditnotes.CREATE", apply),
      BooksRoute(
        "DELETE", "creditnotes/{id}/invoices/{creditnote_invoice_id}", "creditnotes.DELETE", remove),
      BooksRoute("GET", "creditnotes/refunds", "creditnotes.READ") { call in
        try RefundCalls.creditNotes.list(call, source: nil)
      },
    ] + RefundCalls.creditNotes.routes

  private static func invoices(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Credit Note")
    return try call.read { db in
      let note = try Document.find(id, .creditNote, db)
      return BooksCall.success([
        "invoices_credited": .array(
          try Credits.applications(of: id, db).map { row in
            [
              "creditnote_id": .string(String(id)),
              "invoice_id": .string(String(row["target_id"] as Int64)),
              "creditnote_invoice_id": .string(String(row["application_id"] as Int64)),
              "date": .string(row["date"]), "invoice_number": .string(row["invoice_number"]),
              "creditnote_number": .string(note.number),
              "credited_amount": .number(Decimal(millionths: row["amount"])),
            ]
          })
      ])
    }
  }

  private static func apply(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Credit Note")
    guard let entries = try call.fields().objects("invoices"), !entries.isEmpty else {
      throw Refusal.booksInvalid("invoices")
    }
    try call.write { db in
      for entry in entries {
        guard let invoice = try entry.id("invoice_id") else {
          throw Refusal.booksInvalid("invoice_id")
        }
        guard let amount = try entry.number("amount_applied")?.millionths, amount > 0 else {
          throw Refusal.booksInvalid("amount_applied")
        }
        try Credits(call: call, db: db).apply(amount, of: id, to: invoice)
      }
    }
    return BooksCall.success("Credits have been applied to the invoice(s).")
  }

  private static func remove(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("id", of: "Credit Note")
    let application = try call.id("creditnote_invoice_id", of: "Credit")
    try call.write { db in
      _ = try Document.find(id, .creditNote, db)
      try Credits(call: call, db: db).remove(application, credit: id)
    }
    return BooksCall.success("Credits applied to an invoice have been deleted.")
  }
}
