/// What became of one row of a write.
enum RowOutcome: Error {
  case done(JSONValue)
  /// The status is 412 for a record that changed meanwhile, else 400.
  case refused(JSONValue, status: Int)

  static func success(_ message: String, details: JSONValue, extra: JSONObject = JSONObject())
    -> RowOutcome
  {
    var object: JSONObject = ["code": "SUCCESS"]
    for member in extra.members { object.append(member.name, member.value) }
    object.append("details", details)
    object.append("message", .string(message))
    object.append("status", "success")
    return .done(.object(object))
  }

  static func failure(
    _ code: String, _ message: String, _ details: JSONObject = JSONObject(), status: Int = 400
  ) -> RowOutcome {
    .refused(
      [
        "code": .string(code), "details": .object(details), "message": .string(message),
        "status": "error",
      ], status: status)
  }

  /// For a field of row `index`.
  static func failure(
    _ problem: FieldProblem, _ apiName: String, row index: Int
  ) -> RowOutcome {
    let path = "$.data[\(index)].\(apiName)"
    var details: JSONObject = ["api_name": .string(apiName), "json_path": .string(path)]
    switch problem {
    case .wrongType(let expected):
      details["expected_data_type"] = .string(expected)
      return failure("INVALID_DATA", "invalid data", details)
    case .tooLong(let maximum):
      details["maximum_length"] = JSONValue(maximum)
      return failure("INVALID_DATA", "invalid data", details)
    case .notInPickList(let supported):
      details["supported_values"] = .array(supported.map(JSONValue.string))
      return failure("INVALID_DATA", "invalid data", details)
    case .unknownID: return failure("INVALID_DATA", "the id given seems to be invalid", details)
    case .missingKey(let key):
      details["api_name"] = .string(key)
      details["json_path"] = .string("\(path).\(key)")
      details["parent_api_name"] = .string(apiName)
      return failure("MANDATORY_NOT_FOUND", "required field not found", details)
    case .notAProbability:
      return failure("INVALID_DATA", "Given Probability is not valid", details)
    }
  }

  static func missing(_ apiName: String, row index: Int) -> RowOutcome {
    failure(
      "MANDATORY_NOT_FOUND", "required field not found",
      ["api_name": .string(apiName), "json_path": .string("$.data[\(index)].\(apiName)")])
  }

  /// All rows under `data`, in the order of the input: 207 when some went wrong and some did not.
  static func reply(
    _ outcomes: [RowOutcome], success: Int, under key: String = "data"
  ) -> ZohoReply {
    var rows: [JSONValue] = []
    var failures: [Int] = []
    for outcome in outcomes {
      switch outcome {
      case .done(let row): rows.append(row)
      case .refused(let row, let status):
        rows.append(row)
        failures.append(status)
      }
    }
    let status: Int
    if failures.isEmpty {
      status = success
    } else if failures.count < rows.count {
      status = 207
    } else {
      status = failures.allSatisfy { $0 == failures[0] } ? failures[0] : 400
    }
    // Ten rows a credit, begun ones counted.
    return .json(status, .object(JSONObject([(key, .array(rows))]))).costing(
      max(1, (rows.count + 9) / 10))
  }
}
