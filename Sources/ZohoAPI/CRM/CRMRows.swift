import FoundationEssentials

/// Reads the lists of CRM: rows under a name, `info` beside them, nothing at all when empty.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/get-records.html>
enum CRMRows {
  /// One page of a list at a cursor.
  static func page<Record: Decodable, Row: Sendable>(
    _ reply: Reply, _ name: String, at cursor: PageCursor, row: (Record) -> Row
  ) throws -> Page<Row> {
    guard !reply.isEmpty else { return Page(rows: [], serverTime: reply.serverTime) }
    let envelope = try Envelope<[Attempt<Record>]>.read(reply, [name])
    var page = Page<Row>(rows: [], serverTime: reply.serverTime)
    for attempt in try envelope.content(reply, [name]) {
      switch attempt.result {
      case .success(let record): page.rows.append(row(record))
      case .failure(let error): page.unreadable.append(words(for: error))
      }
    }
    if envelope.info?.moreRecords == true {
      page.next = try next(after: cursor, token: envelope.info?.nextPageToken, reply)
    }
    return page
  }

  /// The whole of a list that has no pages.
  static func all<Record: Decodable, Row: Sendable>(
    _ reply: Reply, _ name: String, row: (Record) -> Row
  ) throws -> [Row] {
    guard !reply.isEmpty else { return [] }
    return try Envelope<[Record]>.read(reply, [name]).content(reply, [name]).map(row)
  }

  private static func next(
    after cursor: PageCursor, token: String?, _ reply: Reply
  ) throws -> PageCursor {
    if let token { return .token(token) }
    guard case .number(let number) = cursor else {
      throw ZohoError.unreadable(
        path: reply.path, status: reply.status, reason: "more records, but no page token")
    }
    return .number(number + 1)
  }
}

extension List {
  /// A list of CRM in pages of 200.
  static func crm<Record: Decodable & SendableMetatype>(
    _ path: String, name: String = "data", query: [(name: String, value: String)] = [],
    modifiedSince: Date? = nil, row: @escaping @Sendable (Record, Reply) -> Row
  ) -> List<Row> {
    List<Row> { cursor in
      var query = query
      switch cursor {
      case .number(let number): query.append(("page", "\(number)"))
      case .token(let token): query.append(("page_token", token))
      }
      query.append(("per_page", "200"))
      let headers = modifiedSince.map { [(name: "if-modified-since", value: ZohoTime.crm($0))] }
      return Request(.crm, .get, path, query: query, headers: headers ?? []) { reply in
        try CRMRows.page(reply, name, at: cursor) { (record: Record) in row(record, reply) }
      }
    }
  }

  /// The records of a module, oldest change first, so that nothing slips past while they are read.
  static func module<Record: Decodable & SendableMetatype>(
    _ module: String, fields: [String], modifiedSince: Date?,
    row: @escaping @Sendable (Record, Reply) -> Row
  ) -> List<Row> {
    crm(
      "/" + PathSegment.of(module),
      query: [
        ("fields", fields.joined(separator: ",")), ("sort_by", "Modified_Time"),
        ("sort_order", "asc"),
      ], modifiedSince: modifiedSince, row: row)
  }
}

/// A look-up as CRM sends it: `{"name":"Acme","id":"55…"}`.
struct Lookup: Decodable, Sendable {
  let id: String
  let name: String?
  let module: ModuleName?

  /// The module a look-up points to, as an object or a bare name.
  struct ModuleName: Decodable, Sendable {
    let name: String?

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        name = text
      } else {
        name = try decoder.container(keyedBy: AnyKey.self)
          .decodeIfPresent(String.self, forKey: "api_name")
      }
    }
  }
}
