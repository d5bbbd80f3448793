import FoundationEssentials
import Sales

extension Request where Response == InvoiceMail {
  /// The mail that Books would send for an invoice: recipients, subject, text.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#get-invoice-email-content>
  public static func mail(for id: Invoice.ID) -> Self { mail(id, "/email") }

  /// The mail that would remind a customer of an invoice.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#get-payment-reminder-mail-content>
  public static func reminder(of id: Invoice.ID) -> Self { mail(id, "/paymentreminder") }

  private static func mail(_ id: Invoice.ID, _ end: String) -> Self {
    Request(.books, .get, id.path + end) { reply in
      let record: MailRecord = try BooksReply.content(reply, "data")
      return record.mail
    }
  }
}

extension Request where Response == Void {
  /// Mails an invoice as the mail says. Books marks a draft as sent by it.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#email-an-invoice>
  ///
  /// A mail to nobody is never sent: to Books an empty one means "the usual mail to the usual people".
  public static func send(_ mail: InvoiceMail, for id: Invoice.ID) -> Self {
    send(mail, id, "/email")
  }

  /// Mails a reminder of an invoice that is open, as the mail says. Send it once.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#remind-customer>
  public static func remind(_ mail: InvoiceMail, of id: Invoice.ID) -> Self {
    send(mail, id, "/paymentreminder")
  }

  private static func send(_ mail: InvoiceMail, _ id: Invoice.ID, _ end: String) -> Self {
    var request = Request(
      .books, .post, id.path + end,
      query: [
        ("send_customer_statement", "false"),
        ("send_attachment", mail.attachmentName == nil ? "false" : "true"),
      ],
      json: MailBody(
        to: mail.selectedAddresses, copies: mail.copies, subject: mail.subject, body: mail.body)
    ) { try BooksReply.done($0) }
    if mail.selectedAddresses.isEmpty { request.problem = "the mail goes to nobody" }
    let header = mail.selectedAddresses + mail.copies + [mail.subject]
    if header.contains(where: { $0.unicodeScalars.contains { $0.properties.isControl } }) {
      request.problem = "a control character in the subject or an address of the mail"
    }
    return request
  }
}

extension Request where Response == Data {
  /// The invoice as a PDF file.
  public static func invoicePDF(_ id: Invoice.ID) -> Self {
    Request(
      .books, .get, id.path, query: [("accept", "pdf")], maximumBytes: 64 << 20
    ) { reply in
      if reply.body.starts(with: Data("%PDF".utf8)) { return reply.body }
      throw ReplyMessage(reply.body) == nil
        ? ZohoError.unreadable(path: reply.path, status: reply.status, reason: "not a PDF file")
        : ZohoError(reply, from: .books)
    }
  }
}

extension Request where Response == [InvoiceEvent] {
  /// What happened to an invoice, in the server's order: the only evidence that a mail went out.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#list-invoice-comments-and-history>
  public static func history(of id: Invoice.ID) -> Self {
    Request(.books, .get, id.path + "/comments") { reply in
      let records: [CommentRecord] = try BooksReply.content(reply, "comments")
      return records.map(\.event)
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control }
}

/// What Books takes for a mail.
private struct MailBody: Encodable, Sendable {
  let to: [String]
  let copies: [String]
  let subject: String
  let body: String

  enum CodingKeys: String, CodingKey {
    case to = "to_mail_ids"
    case copies = "cc_mail_ids"
    case subject, body
  }
}

/// The mail that Books proposes.
private struct MailRecord: Decodable {
  let mail: InvoiceMail

  enum CodingKeys: String, CodingKey {
    case recipients = "to_contacts"
    case senders = "from_emails"
    case subject, body
    case attaches = "attach_pdf"
    case fileName = "file_name"
  }

  private struct Address: Decodable {
    let firstName: String?
    let lastName: String?
    let email: String?
    let isSelected: Bool?

    enum CodingKeys: String, CodingKey {
      case firstName = "first_name"
      case lastName = "last_name"
      case email
      case isSelected = "selected"
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let contacts = try container.decodeIfPresent([Address].self, forKey: .recipients) ?? []
    let senders = try container.decodeIfPresent([Address].self, forKey: .senders) ?? []
    let attaches = try container.decodeIfPresent(Bool.self, forKey: .attaches) ?? true
    mail = InvoiceMail(
      recipients: contacts.compactMap { contact in
        guard let email = contact.email, !email.isEmpty else { return nil }
        let name = [contact.firstName, contact.lastName].compactMap { $0 }
        return InvoiceMail.Recipient(
          name: name.filter { !$0.isEmpty }.joined(separator: " "), email: email,
          isSelected: contact.isSelected ?? false)
      },
      from: (senders.first { $0.isSelected == true } ?? senders.first)?.email ?? "",
      subject: try container.text(.subject) ?? "", body: try container.text(.body) ?? "",
      attachmentName: attaches ? try container.text(.fileName) ?? "invoice.pdf" : nil)
  }
}

/// A line of an invoice's history as Books sends it.
private struct CommentRecord: Decodable {
  let event: InvoiceEvent

  enum CodingKeys: String, CodingKey {
    case id = "comment_id"
    case text = "description"
    case author = "commented_by"
    case date, time
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let time = [try container.text(.date), try container.text(.time)]
    event = InvoiceEvent(
      id: try container.requiredID(.id), text: try container.text(.text) ?? "",
      time: time.compactMap { $0 }.joined(separator: " "),
      by: try container.text(.author) ?? "")
  }
}
