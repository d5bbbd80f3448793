/// Zoho Books v3. https://www.zoho.com/books/api/v3/
struct BooksService: Sendable {
  static let migrations: [ZohoStore.Migration] = []

  let store: ZohoStore

  init(store: ZohoStore) { self.store = store }

  /// Answers a call below `/books`.
  /// - Throws: ``Refusal`` where Books says no; any other error is the server's own fault.
  func handle(_ request: ZohoRequest, caller: Caller) throws -> ZohoReply {
    throw Refusal.booksUnknownPath
  }
}
