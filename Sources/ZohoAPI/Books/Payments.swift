import FoundationEssentials
import Sales

extension List where Row == Payment {
  /// The payments of customers.
  ///
  /// <https://www.zoho.com/books/api/v3/customer-payments/#list-customer-payments>
  ///
  /// - Parameters:
  ///   - currency: The home currency, for rows that name none.
  ///   - modifiedSince: Only what changed since that instant. Books does not promise to know this
  ///     filter, so it is applied here too.
  public static func payments(
    currency: Currency, modifiedSince: Date? = nil, customer: Customer.ID? = nil
  ) -> List<Payment> {
    var query: [(name: String, value: String)] = []
    if let modifiedSince {
      query.append(("last_modified_time", ZohoTime.books(modifiedSince)))
    }
    if let customer { query.append(("customer_id", customer.rawValue)) }
    return payments(query, currency) { payment in
      modifiedSince.map { $0 <= payment.modifiedTime } ?? true
    }
  }

  /// The payments with exactly that reference number: how to find one whose recording was not
  /// answered.
  public static func payments(reference: String, currency: Currency) -> List<Payment> {
    payments([("reference_number", reference)], currency) { $0.reference == reference }
  }

  private static func payments(
    _ query: [(name: String, value: String)], _ home: Currency,
    where isWanted: @escaping @Sendable (Payment) -> Bool
  ) -> List<Payment> {
    books(
      "/customerpayments", names: ["customerpayments", "customer_payments"], query: query,
      where: isWanted
    ) { (record: PaymentRecord) in record.payment(home: home) }
  }
}

extension Request where Response == [Payment] {
  /// What was paid on an invoice. The rows name neither customer nor currency: the invoice does.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#list-invoice-payments>
  public static func payments(of invoice: Invoice) -> Self {
    Request(.books, .get, invoice.id.path + "/payments") { reply in
      let records: [PaymentRecord] = try BooksReply.content(reply, "payments")
      return records.map { record in
        var payment = record.payment(home: invoice.currency)
        payment.customer = invoice.customer
        payment.applications = [
          Payment.Application(invoice: invoice.id, amount: payment.amount.amount)
        ]
        return payment
      }
    }
  }
}

extension Request where Response == Payment {
  /// One payment with what each invoice got.
  ///
  /// - Parameter currency: The home currency, for an answer that names none.
  public static func payment(_ id: Payment.ID, currency: Currency) -> Self {
    Request(.books, .get, id.path) { reply in
      let record: PaymentRecord = try BooksReply.content(reply, "payment")
      return record.payment(home: currency)
    }
  }

  /// Records money that came in.
  ///
  /// <https://www.zoho.com/books/api/v3/customer-payments/#create-a-payment>
  public static func recordPayment(
    _ draft: PaymentDraft, fields: [CustomFieldValue] = []
  ) -> Self {
    write(.post, draft, fields)
  }

  /// Records money that came in, or changes the payment that already has the value in a custom field
  /// that takes each value once.
  public static func upsertPayment(
    _ draft: PaymentDraft, key: CustomFieldValue, fields: [CustomFieldValue] = []
  ) -> Self {
    write(
      .put, draft, fields,
      headers: [
        ("x-unique-identifier-key", key.field.apiName),
        ("x-unique-identifier-value", key.value), ("x-upsert", "true"),
      ])
  }

  private static func write(
    _ method: Method, _ draft: PaymentDraft, _ fields: [CustomFieldValue],
    headers: [(name: String, value: String)] = []
  ) -> Self {
    var request = Request(
      .books, method, "/customerpayments", headers: headers, json: PaymentBody(draft, fields)
    ) { reply in
      let record: PaymentRecord = try BooksReply.content(reply, "payment", "customerpayment")
      return record.payment(home: draft.amount.currency)
    }
    if draft.amount.amount <= 0 { request.problem = "a payment of nothing" }
    return request
  }
}

extension Request where Response == Void {
  /// Deletes a payment; its invoices are unpaid again.
  public static func deletePayment(_ id: Payment.ID) -> Self {
    Request(.books, .delete, id.path) { try BooksReply.done($0) }
  }
}

extension Identifier<Payment> {
  fileprivate var path: String { "/customerpayments/" + PathSegment.of(rawValue) }
}

/// A payment as Books takes it.
private struct PaymentBody: Encodable, Sendable {
  let customer: String
  let mode: String
  let amount: Decimal
  let date: String
  let reference: String
  let invoices: [Part]
  let fields: [CustomFieldBody]?

  struct Part: Encodable, Sendable {
    let invoice: String
    let amount: Decimal

    enum CodingKeys: String, CodingKey {
      case invoice = "invoice_id"
      case amount = "amount_applied"
    }
  }

  enum CodingKeys: String, CodingKey {
    case customer = "customer_id"
    case mode = "payment_mode"
    case amount, date
    case reference = "reference_number"
    case invoices
    case fields = "custom_fields"
  }

  init(_ draft: PaymentDraft, _ fields: [CustomFieldValue]) {
    customer = draft.customer.id.rawValue
    mode = draft.mode
    amount = draft.amount.amount
    date = draft.date.description
    reference = draft.taggedReference
    invoices = draft.applications.map { Part(invoice: $0.invoice.rawValue, amount: $0.amount) }
    self.fields = fields.isEmpty ? nil : fields.map(CustomFieldBody.init)
  }
}
