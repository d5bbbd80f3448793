import Foundation
import GRDB

/// The mail that takes an invoice to its customer, or reminds of it.
struct InvoiceMailing {
  enum Kind {
    case invoice, reminder
  }

  var invoice: Invoice
  var kind = Kind.invoice
  let call: BooksCall
  let db: Database

  /// Sends the mail, default where the body says nothing, and returns the invoice as it then is: a
  /// draft is sent by it.
  /// - Throws: Books' refusals of bad or missing addresses, and of a void invoice.
  func send(_ fields: BooksFields) throws -> Invoice {
    try demandSendable()
    let words = try InvoiceMailWords(invoice, kind, call, db)
    let sent = try letter().send(
      fields, words.words, attachments: attachments(), about: invoice.invoiceId)
    return try noteSending(sent)
  }

  /// The mail without its words.
  func letter() throws -> Letter {
    Letter(call: call, db: db, contact: invoice.customerId, persons: try invoice.persons(db))
  }

  private func attachments() throws -> [MailMessage.Attachment] {
    let files = try Attachment.all(of: invoice.invoiceId, db).filter(\.canSendInMail)
    if call.query["send_attachment"] == "false" { return files.map(\.forMail) }
    let paper = MailMessage.Attachment(
      name: invoice.fileName, contentType: "application/pdf",
      data: try DocumentPDF.file(for: DocumentPage(sentInvoice, today: call.today, db)))
    return [paper] + files.map(\.forMail)
  }

  /// The attached page shows the invoice as sent, not as the draft it may have been.
  private var sentInvoice: Invoice {
    var sent = invoice
    if sent.state == .draft { sent.state = .sent }
    return sent
  }

  private func demandSendable() throws {
    switch kind {
    case .invoice:
      guard invoice.state != .void else {
        throw Refusal.books(400, 4022, "Void invoices cannot be emailed.")
      }
      guard invoice.approval != "pending_approval" || invoice.state != .draft else {
        throw Refusal.books(400, 4024, "The invoice has to be approved before it is sent.")
      }
    case .reminder:
      guard invoice.state == .sent, invoice.balance > 0 else {
        throw Refusal.books(
          400, 4023, "Payment reminders can be sent only for open or overdue invoices.")
      }
    }
  }

  private func noteSending(_ sent: Letter.Sent) throws -> Invoice {
    var invoice = try Invoice.find(invoice.invoiceId, db)
    let list = sent.addresses.joined(separator: ", ")
    switch kind {
    case .invoice:
      if invoice.state == .draft { invoice.state = .sent }
      invoice.isEmailed = true
      try call.comment(on: invoice.subject, "Invoice emailed to \(list)", "Email Sent", db)
    case .reminder:
      invoice.remindersSent += 1
      invoice.lastReminderSentDate = call.today.description
      try call.comment(
        on: invoice.subject, "Payment reminder emailed to \(list)", "Reminder Sent", db)
    }
    invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
    try invoice.update(db)
    try call.record(
      .mailed, "invoices", invoice.invoiceId,
      [
        "invoice_number": .string(invoice.invoiceNumber), "subject": .string(sent.subject),
        "recipients": .array(sent.addresses.map(JSONValue.string)),
        "mail": JSONValue(Int(sent.number)),
      ], db)
    return invoice
  }
}
