extension Refusal {
  static func crmUnknownModule(_ index: Int) -> Refusal {
    .crm(
      400, "INVALID_MODULE", "the module name given seems to be invalid",
      details: ["resource_path_index": JSONValue(index)])
  }

  static func crmMissingParameter(_ name: String) -> Refusal {
    .crm(
      400, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing",
      details: ["param_name": .string(name)])
  }

  static func crmInvalidParameter(_ name: String) -> Refusal {
    .crm(
      400, "INVALID_DATA", "Please check whether the input values are correct",
      details: ["param_name": .string(name)])
  }

  /// Two parameters that exclude each other.
  static func crmAmbiguous(_ names: String...) -> Refusal {
    .crm(
      400, "AMBIGUITY_DURING_PROCESSING",
      "Please use either \(names.joined(separator: " or ")). "
        + "Combination of both the params is not allowed",
      details: [
        "ambiguity_due_to": .array(names.map { ["param_name": .string($0)] })
      ])
  }

  static let crmUnreadableBody = Refusal.crm(
    400, "INVALID_DATA", "body", details: ["expected_data_type": "jsonobject"])

  /// A member of the body that is missing.
  static func crmMissing(_ apiName: String, _ path: String) -> Refusal {
    .crm(
      400, "MANDATORY_NOT_FOUND", "required field not found",
      details: ["api_name": .string(apiName), "json_path": .string(path)])
  }

  /// A member of the body that holds something else than it should.
  static func crmInvalid(
    _ apiName: String, _ path: String, _ message: String = "invalid data",
    expected: String? = nil, _ more: JSONObject = JSONObject()
  ) -> Refusal {
    var details: JSONObject = ["api_name": .string(apiName), "json_path": .string(path)]
    if let expected { details["expected_data_type"] = .string(expected) }
    for member in more.members { details[member.name] = member.value }
    return .crm(400, "INVALID_DATA", message, details: details)
  }
}

extension Refusal {
  /// The id of something that hangs on a record.
  static func crmUnknownRelated(_ index: Int) -> Refusal {
    .crm(
      400, "INVALID_DATA", "the related id given seems to be invalid",
      details: ["resource_path_index": JSONValue(index)])
  }
}
