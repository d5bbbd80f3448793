import GRDB

/// What a Bulk Read job reads, checked.
struct BulkQuery {
  let module: CRMModule
  /// API names in the order of the file's columns, without the id, which goes first.
  let fields: [String]
  let fileType: String
  private(set) var source: RecordSource
  private(set) var columns: [RecordSource.Column] = []
  private(set) var filter = RecordFilter()

  static let pages = 1...500
  private static let unsupported: Set = ["Notes", "Attachments", "Emails"]

  /// - Throws: ``Refusal`` for what cannot be read.
  init(_ body: JSONObject, _ call: CRMCall) throws {
    guard let query = body["query"]?.objectValue else {
      throw Refusal.crm(400, "QUERY_NOT_SUPPORTED", "Query not supported")
    }
    let name = query["module"]?["api_name"]?.stringValue ?? query["module"]?.stringValue ?? ""
    guard let module = call.metadata.module(name), module.isAPISupported else {
      throw Refusal.crm(
        400, "MODULE_NOT_AVAILABLE", "Module not available",
        details: ["api_name": "module", "module": .string(name)])
    }
    guard !Self.unsupported.contains(name) else {
      throw Refusal.crm(
        400, "MODULE_NOT_SUPPORTED", "Module not supported", details: ["module": .string(name)])
    }
    try call.caller.require("ZohoCRM.modules.\(module.scopeName).READ")
    self.module = module
    fileType = body["file_type"]?.stringValue ?? "csv"
    guard fileType == "csv" || fileType == "ics" && name == "Events" else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: ["api_name": "file_type", "supported_values": ["ics", "csv"]])
    }
    var source = RecordSource(module, call.metadata)
    let all = call.metadata.fields(of: name).map(\.apiName).filter { !$0.hasPrefix("$") }
    fields = (query["fields"]?.arrayValue?.compactMap(\.stringValue) ?? all)
      .filter { $0.lowercased() != "id" }
    for field in fields {
      guard let column = source.column(field), !field.hasPrefix("$") else {
        throw Refusal.crm(
          400, "FIELD_NOT_AVAILABLE", "Field not available",
          details: ["api_name": .string(field), "module": .string(name)])
      }
      columns.append(column)
    }
    if let id = query["cvid"]?.idText {
      guard
        let view = call.metadata.customViews.first(where: { $0.id == id && $0.module == name })
      else {
        throw Refusal.crm(
          400, "CVID_NOT_SUPPORTED", "Custom view not supported", details: ["cvid": .string(id)])
      }
      call.addCondition(of: view, to: &filter)
    }
    if let criteria = query["criteria"], !criteria.isNull {
      var compiler = BulkCriteria(source, call.metadata, userID: call.userID)
      let condition = try compiler.condition(criteria)
      source = compiler.source
      filter.conditions.append(condition)
      filter.arguments += compiler.arguments
    }
    self.source = source
  }

  /// The page that the query names, by number or by the token of the job before.
  static func page(_ query: JSONValue?, _ call: CRMCall) throws -> Int {
    let number = query?["page"] ?? .null
    guard let token = query?["page_token"]?.stringValue else {
      guard !number.isNull else { return 1 }
      guard let page = number.intValue, pages.contains(page) else {
        throw Refusal.crm(
          400, "PAGE_RANGE_EXCEEDED", "Page range exceeded",
          details: ["max_limit": JSONValue(pages.upperBound)])
      }
      return page
    }
    guard number.isNull else {
      throw Refusal.crm(
        400, "AMBIGUITY_DURING_PROCESSING",
        "Please use either page or page_token. Combination of both is not allowed",
        details: ["ambiguity_due_to": [["api_name": "page"], ["api_name": "page_token"]]])
    }
    guard let job = try BulkJob.filter(Column("next_page_token") == token).fetchOne(call.db) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data", details: ["api_name": "page_token"])
    }
    guard call.now.timeIntervalSince1970 < job.createdTime + BulkJob.resultLife else {
      throw Refusal.crm(
        400, "EXPIRED_VALUE", "The page_token given has expired",
        details: ["api_name": "page_token"])
    }
    return (try job.result()?["page"]?.intValue ?? 1) + 1
  }
}
