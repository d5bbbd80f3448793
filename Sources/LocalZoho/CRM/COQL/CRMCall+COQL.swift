import FoundationEssentials
import GRDB

extension CRMCall {
  /// `POST /coql` with `{"select_query": "…", "include_meta": ["fields"]}`
  /// https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html
  func coql() throws -> ZohoReply {
    try caller.require("ZohoCRM.coql.READ")
    let body = try body()
    let text = try selectQuery(body)
    let showsFields = try includesFields(body)
    do {
      let query = try COQLParser.query(text)
      var compiler = try COQLCompiler(query, self)
      let (sql, arguments) = try compiler.statement()
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
      var page = RecordPage(rows: JSONWriter(), count: 0, hasMore: false)
      while let row = try rows.next() {
        if page.count == query.limit {
          page.hasMore = true
          break
        }
        if page.count > 0 { page.rows.append(raw: ",") }
        compiler.selection.write(row, users, to: &page.rows)
        page.count += 1
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
    guard page.count > 0 else { return .empty(204) }
    var writer = JSONWriter()
    writer.append(raw: "{\"data\":[")
    writer.append(page.rows)
    writer.append(raw: "],\"info\":")
    writer.append(
      ["count": JSONValue(page.count), "more_records": JSONValue(page.hasMore)] as JSONValue)
    if let fields {
      let replies = MetadataReplies(metadata)
      let described = fields.compactMap { key, field in
        metadata.module(field.module).map { (key, replies.field(field, of: $0)) }
      }
      writer.append(raw: ",\"fields\":")
      writer.append(JSONValue.object(JSONObject(described)))
    }
    writer.append(raw: "}")
    return .json(200, writer.data)
  }
}
