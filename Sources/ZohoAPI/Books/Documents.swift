import FoundationEssentials
import Sales

extension DocumentKind {
  var path: String {
    switch self {
    case .estimate: "/estimates"
    case .salesOrder: "/salesorders"
    case .recurringInvoice: "/recurringinvoices"
    case .retainerInvoice: "/retainerinvoices"
    case .creditNote: "/creditnotes"
    }
  }

  /// What Books calls one of them.
  var word: String {
    switch self {
    case .estimate: "estimate"
    case .salesOrder: "salesorder"
    case .recurringInvoice: "recurring_invoice"
    case .retainerInvoice: "retainerinvoice"
    case .creditNote: "creditnote"
    }
  }

  /// What Books calls its number.
  var numberKey: String {
    self == .recurringInvoice ? "recurrence_name" : word + "_number"
  }
}

extension List where Row == BooksDocument {
  /// The papers of a sort.
  ///
  /// <https://www.zoho.com/books/api/v3/estimates/#list-estimates>
  ///
  /// - Parameters:
  ///   - currency: The home currency, for rows that name none.
  ///   - customer: Only those of one customer.
  ///   - deal: Only those that Books has linked to a deal; estimates and sales orders can be.
  public static func documents(
    _ kind: DocumentKind, currency: Currency, customer: Customer.ID? = nil, deal: Deal.ID? = nil
  ) -> List<BooksDocument> {
    var query: [(name: String, value: String)] = []
    if let customer { query.append(("customer_id", customer.rawValue)) }
    if let deal { query.append(("zcrm_potential_id", deal.rawValue)) }
    return books(
      kind.path, names: [kind.word + "s"], query: query,
      where: { document in customer.map { document.customer.id == $0 } ?? true }
    ) { (record: PlainRecord) in BooksDocument(kind, record.fields, home: currency) }
  }
}

extension Request where Response == DocumentDetail {
  /// One paper in full.
  ///
  /// <https://www.zoho.com/books/api/v3/estimates/#get-an-estimate>
  public static func documentDetail(
    _ kind: DocumentKind, _ id: String, currency: Currency
  ) -> Self {
    Request(.books, .get, kind.path + "/" + PathSegment.of(id)) { reply in
      let fields: RecordFields = try BooksReply.content(reply, kind.word)
      let parts: DocumentParts = try BooksReply.content(reply, kind.word)
      return DocumentDetail(
        document: BooksDocument(kind, fields, home: currency), lines: parts.lines,
        isInclusiveTax: parts.isInclusiveTax, notes: parts.notes, terms: parts.terms,
        discount: parts.discount, shipping: parts.shipping, adjustment: parts.adjustment)
    }
  }
}

extension Request where Response == BooksDocument {
  /// Makes a paper from a draft. Nobody gets mail. Send it once: twice makes two.
  ///
  /// <https://www.zoho.com/books/api/v3/recurring-invoices/#create-a-recurring-invoice>
  public static func createDocument(_ draft: DocumentDraft) -> Self {
    // Books puts a credit note that is made for an invoice on that invoice.
    let query = draft.invoice.map { [(name: "invoice_id", value: $0.id.rawValue)] } ?? []
    var request = Request(
      .books, .post, draft.kind.path, query: query, json: DocumentBody(draft)
    ) { reply in
      let fields: RecordFields = try BooksReply.content(reply, draft.kind.word)
      return BooksDocument(draft.kind, fields, home: draft.currency)
    }
    if draft.lines.isEmpty { request.problem = "the \(draft.kind.word) has no lines" }
    return request
  }

  /// One paper.
  public static func document(_ kind: DocumentKind, _ id: String, currency: Currency) -> Self {
    request(kind, .get, "/" + PathSegment.of(id), currency)
  }

  /// Makes a paper. Nobody gets mail. Send it once: twice makes two.
  ///
  /// - Parameter fields: What Books takes for it, `customer_id` and `line_items` among them.
  public static func createDocument(
    _ kind: DocumentKind, _ fields: RecordFields, currency: Currency
  ) -> Self {
    var request = request(kind, .post, "", currency, fields)
    if fields["customer_id"] == nil { request.problem = "the \(kind.word) has no customer_id" }
    return request
  }

  /// Changes a paper.
  public static func updateDocument(
    _ kind: DocumentKind, _ id: String, _ fields: RecordFields, currency: Currency
  ) -> Self {
    request(kind, .put, "/" + PathSegment.of(id), currency, fields)
  }

  private static func request(
    _ kind: DocumentKind, _ method: Method, _ end: String, _ currency: Currency,
    _ fields: RecordFields? = nil
  ) -> Self {
    let decode: @Sendable (Reply) throws -> BooksDocument = { reply in
      let fields: RecordFields = try BooksReply.content(reply, kind.word)
      return BooksDocument(kind, fields, home: currency)
    }
    guard let fields else { return Request(.books, method, kind.path + end, decode: decode) }
    return Request(.books, method, kind.path + end, json: fields, decode: decode)
  }
}

extension Request where Response == Void {
  /// Gives a paper another status: `sent`, `accepted`, `declined`, `open`, `void`, `draft`, `stop`,
  /// `resume`, as its sort has it.
  public static func setStatus(_ status: String, of kind: DocumentKind, _ id: String) -> Self {
    Request(
      .books, .post, "\(kind.path)/\(PathSegment.of(id))/status/\(PathSegment.of(status))"
    ) { try BooksReply.done($0) }
  }
}

extension BooksDocument {
  init(_ kind: DocumentKind, _ fields: RecordFields, home: Currency) {
    func number(_ name: String) -> Decimal {
      switch fields[name] {
      case .number(let number): number
      case .text(let text): ExactNumber.parse(text) ?? 0
      default: 0
      }
    }
    let code = fields["currency_code"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    let currency = code.map { Currency($0) } ?? home
    let day = fields["date"]?.text ?? fields["start_date"]?.text ?? ""
    self.init(
      kind: kind, id: fields[kind.word + "_id"]?.text ?? "",
      number: fields[kind.numberKey]?.text ?? "",
      customer: Reference(
        id: Customer.ID(fields["customer_id"]?.text ?? ""),
        name: fields["customer_name"]?.text ?? ""),
      status: fields["status"]?.text ?? "", date: CalendarDate(day),
      total: Money(number("total"), currency), balance: Money(number("balance"), currency),
      reference: fields["reference_number"]?.text ?? "",
      next: CalendarDate(fields["next_invoice_date"]?.text ?? ""))
  }
}
