import FoundationEssentials

/// Reads the answers of Books: `{"code":0,"message":"success","invoice":{…}}`.
///
/// An answer is good when its status is 2xx and its code is 0; both are asked for.
///
/// <https://www.zoho.com/books/api/v3/introduction/>
enum BooksReply {
  /// What stands under the first of the names that occurs.
  static func content<Payload: Decodable>(_ reply: Reply, _ names: String...) throws -> Payload {
    let envelope = try Envelope<Payload>.read(reply, names)
    try check(envelope, reply)
    return try envelope.content(reply, names)
  }

  /// An answer that says only that it was done.
  static func done(_ reply: Reply) throws {
    try check(try Envelope<FieldValue>.read(reply, []), reply)
  }

  /// One page of a list at a cursor.
  static func page<Record: Decodable, Row: Sendable>(
    _ reply: Reply, _ names: [String], at cursor: PageCursor, row: (Record) -> Row
  ) throws -> Page<Row> {
    let envelope = try Envelope<[Attempt<Record>]>.read(reply, names)
    try check(envelope, reply)
    var page = Page<Row>(rows: [], serverTime: reply.serverTime)
    for attempt in try envelope.content(reply, names) {
      switch attempt.result {
      case .success(let record): page.rows.append(row(record))
      case .failure(let error): page.unreadable.append(words(for: error))
      }
    }
    if envelope.pageContext?.hasMorePage == true, case .number(let number) = cursor {
      page.next = .number(number + 1)
    }
    return page
  }

  private static func check<Payload>(_ envelope: Envelope<Payload>, _ reply: Reply) throws {
    guard let code = envelope.code else {
      throw ZohoError.unreadable(
        path: reply.path, status: reply.status, reason: "no code in the answer")
    }
    guard code != "0" else { return }
    let said = ReplyMessage(
      code: code, message: envelope.message ?? "", details: [:], isInRows: false)
    throw ZohoError(said, status: reply.status, from: .books, retryAfter: reply.retryAfter)
  }
}

extension List {
  /// A list of Books in pages of 200.
  static func books<Record: Decodable & SendableMetatype>(
    _ path: String, names: [String], query: [(name: String, value: String)] = [],
    where isWanted: @escaping @Sendable (Row) -> Bool = { _ in true },
    row: @escaping @Sendable (Record) -> Row
  ) -> List<Row> {
    List<Row> { cursor in
      var query = query
      // Books has no page tokens; a token, which it never gives, would ask for the first page.
      if case .number(let number) = cursor { query.append(("page", "\(number)")) }
      query.append(("per_page", "200"))
      return Request(.books, .get, path, query: query) { reply in
        var page = try BooksReply.page(reply, names, at: cursor, row: row)
        let count = page.rows.count
        page.rows = page.rows.filter(isWanted)
        page.isFiltered = page.rows.count < count
        return page
      }
    }
  }
}
