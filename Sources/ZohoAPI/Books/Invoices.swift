import FoundationEssentials
import Sales

extension List where Row == Invoice {
  /// The invoices of the organization.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#list-invoices>
  ///
  /// - Parameters:
  ///   - modifiedSince: Only what changed since that instant of the server's clock; nil for all.
  ///   - status: Only those that stand so.
  ///   - customer: Only those of one customer.
  public static func invoices(
    modifiedSince: Date? = nil, status: InvoiceStatus? = nil, customer: Customer.ID? = nil
  ) -> List<Invoice> {
    var query: [(name: String, value: String)] = []
    if let modifiedSince {
      query.append(("last_modified_time", ZohoTime.books(modifiedSince)))
    }
    if let status { query.append(("status", status.rawValue)) }
    if let customer { query.append(("customer_id", customer.rawValue)) }
    return invoices(query) { invoice in
      modifiedSince.map { $0 <= invoice.modifiedTime } ?? true
    }
  }

  /// The invoices with exactly that reference number: how to find one whose creation was not
  /// answered. The reference is compared here too, since Books ignores filters it does not know.
  public static func invoices(reference: String) -> List<Invoice> {
    invoices([("reference_number", reference)]) { $0.reference == reference }
  }

  /// The invoice of that number; Books has at most one.
  public static func invoices(number: String) -> List<Invoice> {
    invoices([("invoice_number", number)]) { $0.number == number }
  }

  /// The invoices that Books has linked to a deal of CRM.
  public static func invoices(of deal: Deal.ID) -> List<Invoice> {
    let list = invoices([("zcrm_potential_id", deal.rawValue)]) {
      $0.deal == nil || $0.deal == deal
    }
    return List { cursor in
      var request = list.page(cursor)
      let decode = request.decode
      request.decode = { reply in
        var page = try decode(reply)
        for index in page.rows.indices { page.rows[index].deal = deal }
        return page
      }
      return request
    }
  }

  private static func invoices(
    _ query: [(name: String, value: String)],
    where isWanted: @escaping @Sendable (Invoice) -> Bool
  ) -> List<Invoice> {
    books("/invoices", names: ["invoices"], query: query, where: isWanted) {
      (record: InvoiceRecord) in record.invoice
    }
  }
}

extension Request where Response == InvoiceDetail {
  /// An invoice in full.
  public static func invoice(_ id: Invoice.ID) -> Self {
    Request(.books, .get, id.path) { reply in
      let record: InvoiceDetailRecord = try BooksReply.content(reply, "invoice")
      return record.detail
    }
  }

  /// Makes a draft at Books; nobody gets mail. Books chooses the number.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#create-an-invoice>
  ///
  /// - Parameter fields: Values for custom fields that the organization has.
  public static func createInvoice(
    _ draft: InvoiceDraft, fields: [CustomFieldValue] = []
  ) -> Self {
    write(
      .post, "/invoices", draft, fields,
      query: [("send", "false"), ("ignore_auto_number_generation", "false")])
  }

  /// Makes a draft, or changes the invoice that already has the value in a custom field that takes
  /// each value once.
  ///
  /// A second call can undo what others changed meanwhile: look first.
  ///
  /// - Parameter key: The field and the value that tell the invoice from all others.
  public static func upsertInvoice(
    _ draft: InvoiceDraft, key: CustomFieldValue, fields: [CustomFieldValue] = []
  ) -> Self {
    write(
      .put, "/invoices", draft, fields,
      headers: [
        ("x-unique-identifier-key", key.field.apiName),
        ("x-unique-identifier-value", key.value), ("x-upsert", "true"),
      ])
  }

  /// Changes an invoice: lines that the draft does not have go away.
  ///
  /// - Parameter reason: Why, which Books wants to know once an invoice was sent.
  public static func updateInvoice(
    _ id: Invoice.ID, _ draft: InvoiceDraft, fields: [CustomFieldValue] = [],
    reason: String? = nil
  ) -> Self {
    write(.put, id.path, draft, fields, reason: reason)
  }

  private static func write(
    _ method: Method, _ path: String, _ draft: InvoiceDraft, _ fields: [CustomFieldValue],
    query: [(name: String, value: String)] = [], headers: [(name: String, value: String)] = [],
    reason: String? = nil
  ) -> Self {
    var request = Request(
      .books, method, path, query: query, headers: headers,
      json: InvoiceBody(draft, fields, reason: reason)
    ) { reply in
      let record: InvoiceDetailRecord = try BooksReply.content(reply, "invoice")
      return record.detail
    }
    if draft.customer == nil { request.problem = "the invoice has no customer" }
    if draft.filledLines.isEmpty { request.problem = "the invoice has no lines" }
    return request
  }
}

extension Request where Response == Void {
  /// Deletes an invoice. Books refuses it when something was paid on it.
  public static func deleteInvoice(_ id: Invoice.ID) -> Self {
    Request(.books, .delete, id.path) { try BooksReply.done($0) }
  }

  /// Marks a draft as given to the customer, without any mail.
  public static func markSent(_ id: Invoice.ID) -> Self { status(id, "sent") }

  /// Cancels an invoice. What was paid becomes the customer's credit.
  public static func void(_ id: Invoice.ID) -> Self { status(id, "void") }

  /// Makes a void invoice a draft again.
  public static func returnToDraft(_ id: Invoice.ID) -> Self { status(id, "draft") }

  private static func status(_ id: Invoice.ID, _ status: String) -> Self {
    Request(.books, .post, id.path + "/status/" + status) { try BooksReply.done($0) }
  }
}

extension Identifier<Invoice> {
  /// The path of the invoice.
  var path: String { "/invoices/" + PathSegment.of(rawValue) }
}
