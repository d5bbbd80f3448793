extension CRMCall {
  /// The body as an object.
  func body() throws -> JSONObject {
    let value: JSONValue
    do { value = try request.json() } catch is JSONError { throw Refusal.crmUnreadableBody }
    guard let object = value.objectValue else { throw Refusal.crmUnreadableBody }
    return object
  }

  /// The rows under `data`; checks `trigger` too, which is accepted and starts nothing here.
  func rows(_ body: JSONObject, atMost limit: Int = 100) throws -> [JSONValue] {
    let path: JSONObject = ["api_name": "data", "json_path": "$.data"]
    guard let data = body["data"] else {
      throw Refusal.crm(
        400, "MANDATORY_NOT_FOUND", "required field not found", details: path)
    }
    guard let rows = data.arrayValue, !rows.isEmpty else {
      var details = path
      details["expected_data_type"] = "jsonarray"
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    guard rows.count <= limit else {
      var details = path
      details["limit"] = JSONValue(limit)
      throw Refusal.crm(
        400, "LIMIT_EXCEEDED", "Record insertion limit has been exceeded.", details: details)
    }
    if let trigger = body["trigger"], trigger.arrayValue == nil {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: [
          "api_name": "trigger", "json_path": "$.trigger", "expected_data_type": "jsonarray",
        ])
    }
    return rows
  }
}
