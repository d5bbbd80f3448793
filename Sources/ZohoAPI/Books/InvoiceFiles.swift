import FoundationEssentials
import Sales

extension Request where Response == Data {
  /// Several invoices as one PDF file, 25 at most.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#bulk-export-invoices>
  public static func invoicesPDF(_ ids: [Invoice.ID]) -> Self {
    var request = Request(
      .books, .get, "/invoices/pdf", query: [("invoice_ids", ids.joined)], maximumBytes: 128 << 20
    ) { reply in
      if reply.body.starts(with: Data("%PDF".utf8)) { return reply.body }
      throw ReplyMessage(reply.body) == nil
        ? ZohoError.unreadable(path: reply.path, status: reply.status, reason: "not a PDF file")
        : ZohoError(reply, from: .books)
    }
    request.problem = ids.problem(most: 25)
    return request
  }

  /// The file on an invoice.
  public static func attachment(of invoice: Invoice.ID) -> Self {
    Request(.books, .get, invoice.path + "/attachment", maximumBytes: 64 << 20) { reply in
      guard reply.contentType.hasSuffix("json") else { return reply.body }
      throw ZohoError(reply, from: .books)
    }
  }
}

extension Request where Response == [InvoiceTemplate] {
  /// The looks that an invoice's PDF can have.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#list-invoice-templates>
  public static func invoiceTemplates() -> Self {
    Request(.books, .get, "/invoices/templates") { reply in
      let rows: [RecordFields] = try BooksReply.content(reply, "templates")
      return rows.compactMap { row in
        row["template_id"]?.text.map { id in
          InvoiceTemplate(id: Identifier(id), name: row["template_name"]?.text ?? id)
        }
      }
    }
  }
}

extension Request where Response == Void {
  /// Takes a file off an invoice.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#delete-invoice-attachment>
  public static func detach(_ file: Identifier<AttachedFile>, from invoice: Invoice.ID) -> Self {
    Request(
      .books, .delete, invoice.path + "/documents/" + PathSegment.of(file.rawValue)
    ) { try BooksReply.done($0) }
  }

  /// Hangs a file on an invoice: gif, png, jpeg, jpg, bmp or pdf.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#add-attachment-to-an-invoice>
  ///
  /// - Parameter inMail: Whether mails take it along.
  public static func attach(
    _ file: MultipartForm.File, to invoice: Invoice.ID, inMail: Bool
  ) -> Self {
    let form = MultipartForm(file, as: "attachment")
    return Request(
      .books, .post, invoice.path + "/attachment",
      query: [("can_send_in_mail", inMail ? "true" : "false")],
      headers: [("content-type", form.contentType)], body: form.body
    ) { try BooksReply.done($0) }
  }

  /// Mails reminders for several invoices, 10 at most. Send it once.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#bulk-invoice-reminder>
  public static func remind(_ ids: [Invoice.ID]) -> Self {
    var request = Request(
      .books, .post, "/invoices/paymentreminder", query: [("invoice_ids", ids.joined)]
    ) { try BooksReply.done($0) }
    request.problem = ids.problem(most: 10)
    return request
  }

  /// Mails a customer the statement of account. Send it once.
  ///
  /// <https://www.zoho.com/books/api/v3/contacts/#email-statement>
  public static func mailStatement(
    to customer: Customer.ID, from start: CalendarDate, through end: CalendarDate
  ) -> Self {
    Request(
      .books, .post, "/contacts/\(PathSegment.of(customer.rawValue))/statements/email",
      query: [("start_date", start.description), ("end_date", end.description)]
    ) { try BooksReply.done($0) }
  }
}

extension Request where Response == String {
  /// An address at which an invoice can be paid until a day.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#generate-payment-link>
  public static func paymentLink(for invoice: Invoice.ID, until day: CalendarDate) -> Self {
    Request(
      .books, .get, "/share/paymentlink",
      query: [
        ("transaction_id", invoice.rawValue), ("transaction_type", "invoice"),
        ("link_type", "public"), ("expiry_time", day.description),
      ]
    ) { reply in
      let data: RecordFields = try BooksReply.content(reply, "data")
      guard let link = data["share_link"]?.text else {
        throw ZohoError.unreadable(path: reply.path, status: reply.status, reason: "no share_link")
      }
      return link
    }
  }
}

extension [Invoice.ID] {
  fileprivate var joined: String { map(\.rawValue).joined(separator: ",") }

  fileprivate func problem(most: Int) -> String? {
    if isEmpty { return "no invoices are named" }
    return count > most ? "\(count) invoices: \(most) is the most in one call" : nil
  }
}
