import Foundation
import GRDB

/// A customer's unused payments put to an invoice, and payments taken off it.
/// https://www.zoho.com/books/api/v3/invoices/
enum InvoiceCreditCalls {
  static let routes = [
    BooksRoute("POST", "invoices/{invoice_id}/credits", "invoices.CREATE", apply),
    BooksRoute("GET", "invoices/{invoice_id}/creditsapplied", "invoices.READ", applied),
    BooksRoute(
      "DELETE", "invoices/{invoice_id}/payments/{invoice_payment_id}", "invoices.DELETE", remove),
    BooksRoute(
      "DELETE", "invoices/{invoice_id}/creditsapplied/{creditnotes_invoice_id}",
      "invoices.DELETE", removeCredit),
  ]

  private static func apply(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let fields = try call.fields()
    let entries = try fields.objects("invoice_payments") ?? []
    let credits = try fields.objects("apply_creditnotes") ?? []
    guard !entries.isEmpty || !credits.isEmpty else {
      throw Refusal.booksInvalid("invoice_payments")
    }
    try call.write { db in
      for entry in credits {
        guard let credit = try entry.id("creditnote_id") else {
          throw Refusal.booksInvalid("creditnote_id")
        }
        guard let amount = try entry.number("amount_applied")?.millionths, amount > 0 else {
          throw Refusal.booksInvalid("amount_applied")
        }
        try Credits(call: call, db: db).apply(amount, of: credit, to: id)
      }
      let applications = PaymentApplications(db)
      for entry in entries {
        guard let paymentID = try entry.id("payment_id") else {
          throw Refusal.booksInvalid("payment_id")
        }
        guard let amount = try entry.number("amount_applied")?.millionths, amount > 0 else {
          throw Refusal.booksInvalid("amount_applied")
        }
        let payment = try Payment.find(paymentID, db)
        let invoice = try Invoice.find(id, db)
        guard payment.customerId == invoice.customerId, payment.currencyId == invoice.currencyId
        else { throw Refusal.booksInvalid("payment_id") }
        guard invoice.state == .sent, amount <= invoice.balance, amount <= payment.unusedAmount
        else { throw PaymentWriting.overapplied }
        try applications.add(amount, of: paymentID, to: id)
        try applications.settle(payment: paymentID)
        try applications.settle(invoice: id, modified: Int64(call.now.timeIntervalSince1970))
        try call.comment(on: invoice.subject, "Credits applied", "Credits Applied", db)
        try call.record(
          .changed, "invoices", id,
          [
            "payment_id": .string(String(paymentID)),
            "amount_applied": .number(Decimal(millionths: amount)),
          ], db)
      }
    }
    return BooksCall.success("Credits have been applied to the invoice(s).")
  }

  /// Credit notes; payments are listed with the payments.
  private static func applied(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    return try call.read { db in
      _ = try Invoice.find(id, db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.*, d.number FROM books_credit_applications a
          JOIN books_documents d ON d.document_id = a.credit_id
          WHERE a.target_id = ? ORDER BY a.application_id
          """, arguments: [id])
      return BooksCall.success([
        "credits": .array(
          rows.map { row in
            [
              "creditnote_id": .string(String(row["credit_id"] as Int64)),
              "creditnotes_invoice_id": .string(String(row["application_id"] as Int64)),
              "creditnotes_number": .string(row["number"]), "credited_date": .string(row["date"]),
              "amount_applied": .number(Decimal(millionths: row["amount"])),
            ]
          })
      ])
    }
  }

  private static func removeCredit(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let application = try call.id("creditnotes_invoice_id", of: "Credit")
    try call.write { db in
      _ = try Invoice.find(id, db)
      try Credits(call: call, db: db).remove(application, invoice: id)
    }
    return BooksCall.success("Credits applied to an invoice have been deleted.")
  }

  private static func remove(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let link = try call.id("invoice_payment_id", of: "Payment")
    try call.write { db in
      let invoice = try Invoice.find(id, db)
      let payment = try Int64.fetchOne(
        db,
        sql: """
          SELECT payment_id FROM books_payment_invoices
          WHERE invoice_payment_id = ? AND invoice_id = ?
          """, arguments: [link, id])
      guard let payment else { throw Refusal.booksMissing("Payment") }
      try db.execute(
        sql: "DELETE FROM books_payment_invoices WHERE invoice_payment_id = ?", arguments: [link])
      let applications = PaymentApplications(db)
      try applications.settle(payment: payment)
      try applications.settle(invoice: id, modified: Int64(call.now.timeIntervalSince1970))
      try call.comment(on: invoice.subject, "Payment removed", "Payment Deleted", db)
      try call.record(
        .changed, "invoices", id, ["payment_removed": .string(String(payment))], db)
    }
    return BooksCall.success("The payment has been deleted.")
  }
}
