import GRDB

/// Work that real Zoho does later. Here it is done by the time its job is asked for.
extension CRMCall {
  /// Keeps the result of a job; returns its id.
  func keepJob(_ kind: String, _ module: String, _ result: JSONObject) throws -> String {
    let id = try RecordIDs.reserve(1, .crm, db).lowerBound
    try db.execute(
      sql: "INSERT INTO crm_jobs VALUES (?, ?, ?, ?)",
      arguments: [id, kind, module, JSONValue.object(result).text])
    return String(id)
  }

  /// The result of the job that `job_id` names.
  func job(_ kind: String) throws -> JSONObject {
    guard let text = request.query["job_id"] else {
      throw Refusal.crm(
        400, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing",
        details: ["param_name": "job_id"])
    }
    guard
      let result = try String.fetchOne(
        db, sql: "SELECT result FROM crm_jobs WHERE id = ? AND kind = ?",
        arguments: [Int64(text) ?? 0, kind])
    else {
      throw Refusal.crm(
        400, "INVALID_DATA", "The jobid given seems to be invalid",
        details: ["param_name": "job_id"])
    }
    return try JSONValue(parsing: result).objectValue ?? JSONObject()
  }

  /// The records of the view that the body names.
  func viewed(_ body: JSONObject, _ module: CRMModule) throws -> [Int64] {
    guard let id = body["cvid"]?.idText,
      let view = metadata.customViews.first(where: {
        $0.id == id && $0.module == module.apiName
      })
    else { throw Refusal.crmInvalid("cvid", "$.cvid", "the id given seems to be invalid") }
    var filter = RecordFilter()
    addCondition(of: view, to: &filter)
    if module.apiName == "Leads" { filter.add("IFNULL(r.\"Converted__s\", 0) = 0") }
    return try Int64.fetchAll(
      db,
      sql: "SELECT r.id FROM \(module.table) AS r WHERE \(filter.sql) ORDER BY r.id LIMIT 50000",
      arguments: StatementArguments(filter.arguments))
  }
}
