import FoundationEssentials
import Sales

extension List where Row == RecordFields {
  /// The records of any module, with the fields asked for by API name (50 at most).
  public static func records(
    of module: String, fields: [String], modifiedSince: Date? = nil
  ) -> List<RecordFields> {
    self.module(module, fields: fields, modifiedSince: modifiedSince) {
      (record: PlainRecord, _) in record.fields
    }
  }

  /// The records of a module that a search finds. A record just written may not be found yet.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/search-records.html>
  public static func search(
    _ module: String, by search: RecordSearch, fields: [String]
  ) -> List<RecordFields> {
    var query = [search.parameter]
    if !fields.isEmpty { query.append(("fields", fields.joined(separator: ","))) }
    return crm("/\(PathSegment.of(module))/search", query: query) {
      (record: PlainRecord, _) in record.fields
    }
  }
}

/// What a search looks for.
public enum RecordSearch: Hashable, Sendable {
  /// A word of two letters at least, anywhere in a record.
  case word(String)
  /// A mail address.
  case email(String)
  /// A telephone number.
  case phone(String)
  /// Conditions, as Zoho writes them: `((Stage:equals:Qualification)and(Amount:greater_than:1000))`.
  case criteria(String)

  var parameter: (name: String, value: String) {
    switch self {
    case .word(let text): ("word", text)
    case .email(let text): ("email", text)
    case .phone(let text): ("phone", text)
    case .criteria(let text): ("criteria", text)
    }
  }
}

extension Request where Response == RecordFields? {
  /// One record of any module, with all its fields or those asked for; nil when there is none.
  public static func record(_ id: String, of module: String, fields: [String] = []) -> Self {
    Request(
      .crm, .get, "/\(PathSegment.of(module))/\(PathSegment.of(id))",
      query: fields.isEmpty ? [] : [("fields", fields.joined(separator: ","))]
    ) { reply in
      try CRMRows.all(reply, "data") { (record: PlainRecord) in record.fields }.first
    }
  }
}

extension Request where Response == [RecordFields] {
  /// Records of any module by id, 100 at most, with the fields asked for. Those that are not there are
  /// missing in the answer.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-records.html>
  public static func records(of module: String, ids: [String], fields: [String]) -> Self {
    Request(
      .crm, .get, "/\(PathSegment.of(module))",
      query: [("ids", ids.joined(separator: ",")), ("fields", fields.joined(separator: ","))]
    ) { reply in
      try CRMRows.all(reply, "data") { (record: PlainRecord) in record.fields }
    }
  }
}

/// The answer of a query.
public struct QueryRows: Hashable, Sendable {
  /// The rows, with the columns that were selected.
  public let rows: [RecordFields]
  /// Whether a larger offset would give more.
  public let hasMore: Bool
}

extension Request where Response == QueryRows {
  /// Asks in COQL, Zoho's query language: `select Stage, COUNT(id) from Deals where …`.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html>
  public static func query(_ coql: String) -> Self {
    var request = Request(.crm, .post, "/coql", json: ["select_query": coql], isWrite: false) {
      reply in
      let page = try CRMRows.page(reply, "data", at: .first) { (record: PlainRecord) in
        record.fields
      }
      if let problem = page.unreadable.first {
        throw ZohoError.unreadable(path: reply.path, status: reply.status, reason: problem)
      }
      return QueryRows(rows: page.rows, hasMore: page.next != nil)
    }
    if !words(in: coql).contains("where") {
      request.problem = "COQL wants a where; for all records it is: where id is not null"
    }
    return request
  }

  /// The words of a query, in small letters, without what stands between quotes.
  private static func words(in coql: String) -> [Substring] {
    let parts = coql.lowercased().split(separator: "'", omittingEmptySubsequences: false)
    let outside = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    return outside.flatMap { $0.split { !$0.isLetter } }
  }
}

/// A record that was deleted at Zoho.
public struct DeletedRecord: Hashable, Sendable, Codable {
  /// Its id.
  public let id: String
  /// When it was deleted, by the server's clock; nil when Zoho does not say.
  public let time: Date?
}

extension List where Row == DeletedRecord {
  /// What was deleted from a module, recycle bin and beyond: the only way to learn of it.
  ///
  /// Zoho may list older deletions too; they do no harm.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html>
  public static func deleted(from module: String, since: Date? = nil) -> List<DeletedRecord> {
    crm(
      "/\(PathSegment.of(module))/deleted", query: [("type", "all")], modifiedSince: since
    ) { (record: DeletionRecord, _) in DeletedRecord(id: record.id, time: record.time) }
  }
}

/// A row of a deleted feed.
private struct DeletionRecord: Decodable, Sendable {
  let id: String
  let time: Date?

  enum CodingKeys: String, CodingKey {
    case id
    case time = "deleted_time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    time = try container.time(.time)
  }
}

/// A record of which we know only that it has fields.
struct PlainRecord: Decodable, Sendable {
  let fields: RecordFields

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    var fields: RecordFields = [:]
    for key in container.allKeys {
      fields[key.stringValue] = try container.decode(FieldValue.self, forKey: key)
    }
    self.fields = fields
  }
}
