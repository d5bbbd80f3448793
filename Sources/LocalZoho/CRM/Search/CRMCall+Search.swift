import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/search-records.html
extension CRMCall {
  private static let mostResults = 2000

  /// `GET /{module}/search`; of several parameters the first of criteria, email, phone and word
  /// wins.
  func search(_ module: CRMModule) throws -> ZohoReply {
    try caller.require("ZohoSearch.securesearch.READ")
    guard module.apiName != "Notes" else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED", "module not suppoted for search",
        details: ["module": .string(module.apiName)])
    }
    let number = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try self.number("per_page", 1...200, usual: 200)
    guard number * perPage <= Self.mostResults else {
      throw Refusal.crm(
        400, "LIMIT_REACHED", "maximum response iteration limit reached",
        details: ["limit": JSONValue(Self.mostResults)])
    }
    var source = RecordSource(module, metadata)
    guard var filter = try searchFilter(module, &source) else {
      throw Refusal.crm(
        400, "EXPECTED_PARAM_MISSING", "One of the expected parameter is missing",
        details: ["param_names": ["criteria", "email", "phone", "word"]])
    }
    try addConverted(module, to: &filter)
    let fields = request.query["fields"] == nil ? nil : try requestedFields()
    let selection = RecordSelection.fields(fields, &source, metadata)
    let page = try page(
      selection, source, filter, orderBy: "r.id", .desc, offset: (number - 1) * perPage,
      limit: perPage)
    return page.reply(("info", page.info(page: number, perPage: perPage)))
  }

  /// `GET /{module}/actions/count`; dear at 50 credits.
  /// https://www.zoho.com/crm/developer/docs/api/v8/get-record-count.html
  func count(_ module: CRMModule) throws -> ZohoReply {
    try caller.require("ZohoSearch.securesearch.READ")
    var source = RecordSource(module, metadata)
    var filter = try searchFilter(module, &source)
    if let view = try customView(of: module) {
      guard filter == nil else {
        throw Refusal.crm(
          400, "AMBIGUITY_DURING_PROCESSING",
          "Please use either Cvid or Search Params. "
            + "Combination of both the params is not allowed",
          details: ["ambiguity_due_to": [["param_name": "cvid"]]])
      }
      var shown = RecordFilter()
      addCondition(of: view, to: &shown)
      filter = shown
    }
    var counted = filter ?? RecordFilter()
    try addConverted(module, to: &counted)
    let count = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM \(source.sql) WHERE \(counted.sql)",
      arguments: StatementArguments(counted.arguments))
    return .json(200, ["count": JSONValue(count ?? 0)]).costing(50)
  }

  private func searchFilter(
    _ module: CRMModule, _ source: inout RecordSource
  ) throws -> RecordFilter? {
    let query = request.query
    if let criteria = query["criteria"] { return try filter(criteria, &source) }
    if let email = query["email"] {
      return any(of: [.email], in: module, "= ?", email)
    }
    if let phone = query["phone"] {
      return any(
        of: [.phone], in: module, "LIKE ? ESCAPE '\\'", "%\(FieldComparison.literal(phone))%")
    }
    guard let word = query["word"] else { return nil }
    guard word.count >= 2 else {
      throw Refusal.crm(
        400, "INVALID_QUERY", "Invalid query formed",
        details: ["reason": "provide atleast 2 letters for search", "param_name": "word"])
    }
    return any(
      of: [.text, .email, .phone, .website, .picklist], in: module, "LIKE ? ESCAPE '\\'",
      "%\(FieldComparison.literal(word))%")
  }

  private func filter(_ text: String, _ source: inout RecordSource) throws -> RecordFilter {
    let criteria: SearchCriteria
    do {
      criteria = try SearchCriteria(text)
    } catch .malformed {
      throw Refusal.crm(
        400, "INVALID_QUERY", "Invalid query formed", details: ["param_name": "criteria"])
    } catch .tooManyConditions {
      throw Refusal.crm(
        400, "CRITERIA_LIMIT_EXCEEDED", "no of criterium that can be given exceed the limit 15",
        details: ["limit": JSONValue(SearchCriteria.mostConditions)])
    }
    var compiler = SearchCompiler(source, metadata)
    let condition = try compiler.condition(criteria)
    source = compiler.source
    return RecordFilter(conditions: [condition], arguments: compiler.arguments)
  }

  private func any(
    of types: Set<CRMField.DataType>, in module: CRMModule, _ comparison: String, _ value: String
  ) -> RecordFilter {
    let fields = metadata.fields(of: module.apiName).filter {
      types.contains($0.dataType) && !$0.apiName.hasPrefix("$")
    }
    guard !fields.isEmpty else { return RecordFilter(conditions: ["0"]) }
    let conditions = fields.map { "r.\($0.column) \(comparison)" }
    return RecordFilter(
      conditions: ["(\(conditions.joined(separator: " OR ")))"],
      arguments: fields.map { _ in value.databaseValue })
  }
}
