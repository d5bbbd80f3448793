import Foundation
import GRDB

extension InvoiceWriting {
  /// Sends a new invoice and records the payments that a quick creation names in `batch_payments`.
  /// - Throws: code 2 for bad payments, 24016 for more than the invoice comes to.
  func pay(_ invoice: Invoice, _ fields: BooksFields) throws -> Invoice {
    let payments = try fields.objects("batch_payments") ?? []
    guard call.isTrue("batch_payments"), !payments.isEmpty else { return invoice }
    var sent = invoice
    sent.state = .sent
    try sent.update(db)
    for payment in payments {
      guard let amount = try payment.number("amount") else { throw Refusal.booksInvalid("amount") }
      var body = payment.object
      body["customer_id"] = .string(String(invoice.customerId))
      body["date"] = .string(invoice.date)
      body["invoices"] = [
        ["invoice_id": .string(String(invoice.invoiceId)), "amount_applied": .number(amount)]
      ]
      _ = try PaymentWriting(call: call, db: db).create(BooksFields(body))
    }
    return try Invoice.find(invoice.invoiceId, db)
  }
}
