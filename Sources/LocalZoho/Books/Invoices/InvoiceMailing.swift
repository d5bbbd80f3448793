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
    let to = try recipients(fields)
    let cc = try addresses("cc_mail_ids", fields)
    let bcc = try addresses("bcc_mail_ids", fields)
    let subject = try fields.text("subject", limit: 1000).flatMap { $0.isEmpty ? nil : $0 }
    let body = try fields.text("body", limit: 50_000).flatMap { $0.isEmpty ? nil : $0 }
    let sender = try sender(fields)
    let words = try InvoiceMailWords(invoice, kind, call, db)
    let known = try ContactPerson.all(of: invoice.customerId, db)
    func mailbox(_ address: String) -> MailMessage.Mailbox {
      let person = known.first { $0.email.lowercased() == address.lowercased() }
      return MailMessage.Mailbox(name: person?.fullName ?? "", address: address)
    }
    let message = MailMessage(
      from: sender, to: to.map(mailbox), cc: cc.map(mailbox), subject: subject ?? words.subject,
      html: body ?? words.body,
      attachments: [
        MailMessage.Attachment(
          name: invoice.fileName, contentType: "application/pdf",
          data: try InvoicePDF.file(
            for: InvoicePage(sentInvoice, today: call.today, db)))
      ],
      date: call.now, serial: String(try BooksStart.nextID(db)))
    let number = try Mailbox.keep(
      Mail(
        sender: sender.address, recipients: to + cc + bcc, subject: message.subject,
        message: message.data), at: call.now, db)
    return try noteSending(to: to + cc + bcc, subject: message.subject, mail: number)
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
    case .reminder:
      guard invoice.state == .sent, invoice.balance > 0 else {
        throw Refusal.books(
          400, 4023, "Payment reminders can be sent only for open or overdue invoices.")
      }
    }
  }

  private func recipients(_ fields: BooksFields) throws -> [String] {
    if !fields.object.isEmpty {
      let to = try addresses("to_mail_ids", fields)
      guard !to.isEmpty else { throw Refusal.booksInvalid("to_mail_ids") }
      return to
    }
    let to = try defaultRecipients().map(\.email)
    guard !to.isEmpty else { throw Refusal.booksInvalid("to_mail_ids") }
    return to
  }

  /// Those the invoice is for, else the customer's primary person; only with an address.
  func defaultRecipients() throws -> [ContactPerson] {
    let chosen = try invoice.persons(db).filter { !$0.email.isEmpty }
    if !chosen.isEmpty { return chosen }
    return try Array(
      ContactPerson.all(of: invoice.customerId, db).filter { !$0.email.isEmpty }.prefix(1))
  }

  private func addresses(_ name: String, _ fields: BooksFields) throws -> [String] {
    let addresses = try fields.texts(name) ?? []
    guard addresses.allSatisfy(MailAddress.isValid) else { throw Refusal.booksInvalid(name) }
    return addresses
  }

  private func sender(_ fields: BooksFields) throws -> MailMessage.Mailbox {
    let senders = try InvoiceMailWords.senders(call, db)
    let id = try fields.text("from_address_id").flatMap { $0.isEmpty ? nil : $0 }
    if let id {
      guard let sender = senders.first(where: { $0.id == id }) else {
        throw Refusal.booksInvalid("from_address_id")
      }
      return sender.mailbox
    }
    let isFromOrganization = try fields.truth("send_from_org_email_id") ?? false
    guard let sender = senders.first(where: { $0.isOrganization == isFromOrganization }) else {
      throw Refusal.booksInvalid("send_from_org_email_id")
    }
    return sender.mailbox
  }

  private func noteSending(
    to addresses: [String], subject: String, mail: Int64
  ) throws -> Invoice {
    var invoice = try Invoice.find(invoice.invoiceId, db)
    let list = addresses.joined(separator: ", ")
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
        "invoice_number": .string(invoice.invoiceNumber), "subject": .string(subject),
        "recipients": .array(addresses.map(JSONValue.string)), "mail": JSONValue(Int(mail)),
      ], db)
    return invoice
  }
}
