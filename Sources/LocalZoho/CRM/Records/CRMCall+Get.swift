import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
extension CRMCall {
  /// `GET /{module}/{id}`: all fields unless some are named. 204 when there is no such record.
  func get(_ module: CRMModule, _ id: Int64) throws -> ZohoReply {
    var source = RecordSource(module, metadata)
    let fields = request.query["fields"] == nil ? nil : try requestedFields()
    var selection = RecordSelection.fields(fields, &source, metadata)
    if fields == nil {
      selection.addSystemKeys(
        of: module, hasCurrency: metadata.field("Currency", of: module.apiName) != nil)
    }
    var filter = RecordFilter()
    filter.add("r.id = ?", id.databaseValue)
    let page = try page(
      selection, source, filter, orderBy: "r.id", .asc, offset: 0, limit: 1)
    return page.reply()
  }

  /// `GET /{module}/deleted`
  /// https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html
  func deleted(_ module: CRMModule) throws -> ZohoReply {
    let type = request.query["type"] ?? "all"
    guard ["all", "recycle", "permanent"].contains(type) else {
      throw Refusal.crmInvalidParameter("type")
    }
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    var since = Int64.min
    if let text = request.headers["If-Modified-Since"] {
      guard let instant = Timestamp.read(text) else {
        throw Refusal.crmInvalidParameter("If-Modified-Since")
      }
      since = Int64(instant.timeIntervalSince1970.rounded(.down))
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, display_name, deleted_time, deleted_by, created_by, type FROM crm_deleted
        WHERE module = ? AND deleted_time > ? AND type IN (?, ?) ORDER BY deleted_time DESC, id DESC
        LIMIT ? OFFSET ?
        """,
      arguments: [
        module.apiName, since, type == "all" ? "recycle" : type,
        type == "all" ? "permanent" : type, perPage + 1, (page - 1) * perPage,
      ])
    guard !rows.isEmpty else {
      return .empty(request.headers["If-Modified-Since"] == nil ? 204 : 304)
    }
    let shown = rows.prefix(perPage)
    return .json(
      200,
      [
        "data": .array(shown.map(deletedRecord)),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(shown.count), "page": JSONValue(page),
          "more_records": JSONValue(rows.count > perPage),
        ],
      ])
  }

  private func deletedRecord(_ row: Row) -> JSONValue {
    let time: Int64 = row["deleted_time"]
    return [
      "deleted_by": users.reference(row["deleted_by"]), "id": .string(String(row["id"] as Int64)),
      "display_name": JSONValue(row["display_name"] as String?), "type": .string(row["type"]),
      "created_by": users.reference(row["created_by"]),
      "deleted_time": .string(Timestamp.crm(Date(timeIntervalSince1970: Double(time)))),
    ]
  }
}
