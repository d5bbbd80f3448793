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
  ]

  private static func apply(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let fields = try call.fields()
    if try fields.objects("apply_creditnotes")?.isEmpty == false {
      throw Refusal.booksMissing("Credit note")
    }
    guard let entries = try fields.objects("invoice_payments"), !entries.isEmpty else {
      throw Refusal.booksInvalid("invoice_payments")
    }
    try call.write { db in
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

  /// There are no credit notes here; payments are listed with the payments.
  private static func applied(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    _ = try call.read { try Invoice.find(id, $0) }
    return BooksCall.success(["credits": []])
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
