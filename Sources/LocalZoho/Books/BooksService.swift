/// Zoho Books v3. https://www.zoho.com/books/api/v3/
struct BooksService: Sendable {
  static let migrations = BooksTables.migrations

  let store: ZohoStore
  /// Where imports find the CRM's records.
  let crm: CRMRecords

  init(store: ZohoStore, crm: CRMRecords = .tables) {
    self.store = store
    self.crm = crm
  }

  /// Answers a call below `/books`.
  /// - Throws: ``Refusal`` where Books says no; any other error is the server's own fault.
  func handle(_ request: ZohoRequest, caller: Caller) throws -> ZohoReply {
    guard request.path.starts(with: ["books", "v3"]) else { throw Refusal.booksUnknownPath }
    let path = request.path.dropFirst(2)
    let matches = BooksRoutes.all.compactMap { route in
      route.parameters(of: path).map { (route: route, parameters: $0) }
    }
    guard !matches.isEmpty else { throw Refusal.booksUnknownPath }
    guard let match = matches.first(where: { $0.route.method == request.method }) else {
      throw Refusal.booksWrongMethod
    }
    try caller.require("ZohoBooks." + match.route.scope)
    if path.first != "organizations" { try demandOrganization(request) }
    let call = BooksCall(
      service: self, request: request, caller: caller, parameters: match.parameters,
      now: store.now())
    try RecurringInvoices.generateDue(call)
    return try match.route.answer(call)
  }

  private func demandOrganization(_ request: ZohoRequest) throws {
    let named = request.query["organization_id"] ?? ""
    guard try store.read({ try Organization.current($0).booksID }) == named else {
      throw Refusal.booksForeignOrganization(named)
    }
  }
}
