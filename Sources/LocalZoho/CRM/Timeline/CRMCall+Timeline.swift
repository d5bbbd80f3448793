import FoundationEssentials
import GRDB

/// `GET /{module}/{id}/__timeline`
/// https://www.zoho.com/crm/developer/docs/api/v8/timeline-of-a-record.html
extension CRMCall {
  static let timelineRoutes = [
    CRMRoute("GET", "{module}/{id}/__timeline", "modules.{module}.READ") { try $0.timeline() }
  ]

  private func timeline() throws -> ZohoReply {
    let module = try module()
    let id = try relatedID()
    try requireRecord(module, id)
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    guard (request.query["sort_by"] ?? "audited_time") == "audited_time" else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED", "the sort by given is not supported",
        details: ["param_name": "sort_by"])
    }
    let order = request.query["sort_order"] ?? "desc"
    guard ["asc", "desc"].contains(order) else { throw Refusal.crmInvalidParameter("sort_order") }
    let filter = try timelineFilter()
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM crm_timeline WHERE record_id = ? AND module = ? AND \(filter.sql)
        ORDER BY time \(order), id \(order) LIMIT ? OFFSET ?
        """,
      arguments: [id, module.apiName] + StatementArguments(filter.arguments)
        + [perPage + 1, (page - 1) * perPage])
    guard !rows.isEmpty else { return .empty(204) }
    let shown = rows.prefix(perPage)
    return .json(
      200,
      [
        "__timeline": .array(try shown.map { try entry($0, module) }),
        "info": [
          "per_page": JSONValue(perPage), "next_page_token": nil, "count": JSONValue(shown.count),
          "page": JSONValue(page), "previous_page_token": nil,
          "more_records": JSONValue(rows.count > perPage),
        ],
      ])
  }

  /// The 3.1 description calls the parameter `filter`, the 3.0 description and the SDKs `filters`.
  private func timelineFilter() throws -> TimelineFilter {
    guard let name = ["filters", "filter"].first(where: { request.query[$0] != nil }),
      let text = request.query[name]
    else { return TimelineFilter() }
    do {
      return try TimelineFilter(JSONValue(parsing: text))
    } catch {
      throw Refusal.crmInvalidParameter(name)
    }
  }

  private func entry(_ row: Row, _ module: CRMModule) throws -> JSONValue {
    let time: Int64 = row["time"]
    var doneBy = users.reference(row["done_by"]).objectValue ?? JSONObject()
    doneBy["type__s"] = "Regular User"
    var entry: JSONObject = [
      "id": .string(String(row["id"] as Int64)),
      "audited_time": .string(Timestamp.crm(Date(timeIntervalSince1970: Double(time)))),
      "action": .string(row["action"]), "source": .string(row["source"]),
      "extension": nil, "type": "timeline", "done_by": .object(doneBy),
      "related_record": nil, "automation_details": nil,
      "record": [
        "name": JSONValue(row["record_name"] as String?),
        "id": .string(String(row["record_id"] as Int64)),
        "module": ["api_name": .string(module.apiName), "id": .string(module.id)],
      ], "field_history": nil,
    ]
    let details = try JSONValue(parsing: row["details"] as String).objectValue
    for member in details?.members ?? [] { entry[member.name] = member.value }
    return .object(entry)
  }
}
