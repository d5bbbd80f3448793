import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
extension CRMCall {
  /// `GET /{module}`
  func list(_ module: CRMModule) throws -> ZohoReply {
    var source = RecordSource(module, metadata)
    var filter = RecordFilter()
    let query = request.query
    if query["cvid"] != nil, query["sort_by"] != nil {
      throw Refusal.crmAmbiguous("cvid", "sort_by")
    }
    if let view = try customView(of: module) { addCondition(of: view, to: &filter) }
    if let ids = query["ids"] {
      let numbers = try names(ids).map { text in
        guard let id = Int64(text) else { throw Refusal.crmInvalidParameter("ids") }
        return String(id)
      }
      guard numbers.count <= 100 else {
        throw Refusal.crm(
          400, "LIMIT_EXCEEDED", "Record count exceeded",
          details: ["limit": 100, "param_name": "ids"])
      }
      filter.add("r.id IN (\(numbers.joined(separator: ", ")))")
    }
    try addConverted(module, to: &filter)
    let credits = query["cvid"] == nil ? 1 : 3
    return try list(&source, filter).costing(credits)
  }

  /// A list with all that lists have in common: fields, order, pages, `If-Modified-Since`.
  /// - Parameter isRelated: Related lists say less of themselves.
  func list(_ source: inout RecordSource, _ filter: RecordFilter, isRelated: Bool = false) throws
    -> ZohoReply
  {
    let fields = try requestedFields()
    let selection = RecordSelection.fields(fields, &source, metadata)
    var filter = filter
    let since = try addModifiedSince(to: &filter)
    let (sortBy, direction) = try sorting()
    let perPage = try number("per_page", 1...200, usual: 200)
    let binding = PageToken.hash(binding(perPage: perPage))
    let place = try place(perPage: perPage, binding: binding)
    let order =
      sortBy == "id" ? try idOrder(source.module, modifiedSince: since) : "r.\"\(sortBy)\""
    var pageFilter = filter
    if let token = place.token {
      addStart(after: (token.key, token.id), sortBy, direction, to: &pageFilter)
    }
    let page = try page(
      selection, source, pageFilter, orderBy: order, direction, offset: place.offset,
      limit: perPage)
    if page.count == 0, since != nil, place.number == 1 { return .empty(304) }
    let expiry = seconds + PageToken.lifetime
    let next = page.hasMore ? page.last : nil
    let nextToken = next.map {
      PageToken(
        binding: binding, page: place.number + 1, key: $0.key, id: $0.id, expiry: expiry)
    }
    let previous = try previousToken(
      place, source, filter, binding: binding, perPage: perPage, sortBy, direction,
      expiry: expiry)
    var info: JSONObject = [
      "call": false, "per_page": JSONValue(perPage),
      "next_page_token": JSONValue(nextToken?.text), "count": JSONValue(page.count),
      "sort_by": .string(sortBy), "page": JSONValue(place.number),
      "previous_page_token": JSONValue(previous?.text),
      "page_token_expiry": nextToken == nil && previous == nil
        ? .null : .string(Timestamp.crm(Date(timeIntervalSince1970: Double(expiry)))),
      "sort_order": .string(direction.rawValue), "email": false,
      "more_records": JSONValue(page.hasMore),
    ]
    if isRelated || source.module.apiName == "Notes" {
      for name in ["call", "email"] { info[name] = nil }
    }
    if isRelated {
      for name in ["sort_by", "sort_order"] { info[name] = nil }
    }
    return page.reply(("info", .object(info)))
  }

  /// The `fields` parameter.
  func requestedFields() throws -> [String] {
    let fields = names(try parameter("fields"))
    guard fields.count <= 50 else {
      throw Refusal.crm(
        400, "LIMIT_EXCEEDED", "Max field limit exceeded",
        details: ["limit": 50, "param_name": "fields"])
    }
    return fields
  }

  private func sorting() throws -> (String, SortOrder) {
    let sortBy = request.query["sort_by"] ?? "id"
    guard ["id", "Created_Time", "Modified_Time"].contains(sortBy) else {
      throw Refusal.crmInvalidParameter("sort_by")
    }
    guard let text = request.query["sort_order"] else { return (sortBy, .desc) }
    guard let direction = SortOrder(rawValue: text) else {
      throw Refusal.crmInvalidParameter("sort_order")
    }
    return (sortBy, direction)
  }

  /// The instant of the header, in seconds; nil when it was not there.
  private func addModifiedSince(to filter: inout RecordFilter) throws -> Int64? {
    guard let text = request.headers["If-Modified-Since"] else { return nil }
    guard let instant = Timestamp.read(text) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "Please check whether the input values are correct",
        details: ["api_name": "If-Modified-Since", "expected_data_type": "datetime"])
    }
    let seconds = Int64(instant.timeIntervalSince1970.rounded(.down))
    filter.add("r.\"Modified_Time\" > ?", seconds.databaseValue)
    return seconds
  }

  /// Converted leads are shown only on request.
  func addConverted(_ module: CRMModule, to filter: inout RecordFilter) throws {
    let converted = request.query["converted"] ?? "false"
    guard ["true", "false", "both"].contains(converted) else {
      throw Refusal.crmInvalidParameter("converted")
    }
    guard module.apiName == "Leads", converted != "both" else { return }
    filter.add("IFNULL(r.\"Converted__s\", 0) = \(converted == "true" ? 1 : 0)")
  }
}
