import FoundationEssentials
import GRDB

extension CRMCall {
  static let coqlRoutes = [CRMRoute("POST", "coql", "coql.READ", isRead: true) { try $0.coql() }]

  /// `POST /coql` with `{"select_query": "…", "include_meta": ["fields"]}`
  /// https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html
  func coql() throws -> ZohoReply {
    let body = try body()
    let text = try selectQuery(body)
    let showsFields = try includesFields(body)
    do {
      let query = try COQLParser.query(text)
      var compiler = try COQLCompiler(query, self)
      let (sql, arguments) = try compiler.statement()
      let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
      var page = RecordPage()
      while let row = try rows.next() {
        if page.count == query.limit {
          page.hasMore = true
          break
        }
        page.append(row, compiler.selection, users)
      }
      let credits = query.limit <= 200 ? 1 : query.limit <= 1000 ? 2 : 3
      return reply(page, fields: showsFields ? compiler.fields : nil).costing(credits)
    } catch let error as COQLError {
      throw error.refusal
    }
  }

  private func selectQuery(_ body: JSONObject) throws -> String {
    guard let value = body["select_query"] else {
      throw Refusal.crm(
        400, "MANDATORY_NOT_FOUND", "required field not found",
        details: ["api_name": "select_query", "json_path": "$.select_query"])
    }
    guard let text = value.stringValue else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: [
          "expected_data_type": "string", "api_name": "select_query",
          "json_path": "$.select_query",
        ])
    }
    return text
  }

  private func includesFields(_ body: JSONObject) throws -> Bool {
    guard let meta = body["include_meta"] else { return false }
    guard meta == ["fields"] else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: [
          "expected_data_type": "jsonarray", "api_name": "include_meta",
          "json_path": "$.include_meta", "supported_values": ["fields"],
        ])
    }
    return true
  }

  private func reply(
    _ page: RecordPage, fields: [(key: String, field: CRMField)]?
  ) -> ZohoReply {
    let info: JSONValue = [
      "count": JSONValue(page.count), "more_records": JSONValue(page.hasMore),
    ]
    guard let fields else { return page.reply(("info", info)) }
    let replies = MetadataReplies(metadata)
    let described = fields.compactMap { key, field in
      metadata.module(field.module).map { (key, replies.field(field, of: $0)) }
    }
    return page.reply(("info", info), ("fields", .object(JSONObject(described))))
  }
}
