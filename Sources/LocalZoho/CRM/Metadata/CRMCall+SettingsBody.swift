/// What the bodies of the calls on settings have in common.
extension CRMCall {
  /// The objects of the array under `key`.
  func settingRows(_ key: String, atMost limit: Int) throws -> [JSONValue] {
    guard let value = try body()[key] else { throw Refusal.crmMissing(key, "$.\(key)") }
    guard let rows = value.arrayValue, !rows.isEmpty else {
      throw Refusal.crmInvalid(key, "$.\(key)", expected: "jsonarray")
    }
    guard rows.count <= limit else {
      throw Refusal.crm(
        400, "LIMIT_EXCEEDED", "the limit exceeded",
        details: [
          "limit": JSONValue(limit),
          "limit_due_to": [["api_name": .string(key), "json_path": .string("$.\(key)")]],
        ])
    }
    return rows
  }

  /// Writes the rows one by one. A refused row is an outcome of its own.
  func settingOutcomes(
    _ key: String, _ rows: [JSONValue], success: Int,
    _ write: (JSONValue, SettingPath) throws -> RowOutcome
  ) throws -> ZohoReply {
    let outcomes = try rows.enumerated().map { index, row in
      try outcome { try write(row, SettingPath(text: "$.\(key)[\(index)]")) }
    }
    return RowOutcome.reply(outcomes, success: success, under: key)
  }

  /// Enters a change of the settings in the ledger.
  func logSetting(
    _ verb: Effect.Verb, _ kind: String, _ id: String, _ summary: JSONObject = JSONObject()
  ) throws {
    try EffectsLedger.append(Effect(.crm, verb, kind, id, summary), at: now, db)
  }
}

/// Where a row of a body on settings stands, for the details of what is wrong with it.
struct SettingPath {
  var text: String

  /// A text that has to be there.
  /// - Throws: ``RowOutcome``.
  func text(_ name: String, of row: JSONValue, atMost length: Int) throws -> String {
    guard let value = row[name], !value.isNull, value != "" else { throw missing(name) }
    guard let text = value.stringValue else {
      throw invalid(name, ["expected_data_type": "text"])
    }
    guard text.unicodeScalars.count <= length else {
      throw invalid(name, ["maximum_length": JSONValue(length)])
    }
    return text
  }

  /// A text that may be there.
  /// - Throws: ``RowOutcome``.
  func optionalText(_ name: String, of row: JSONValue, atMost length: Int) throws -> String? {
    guard let value = row[name], !value.isNull else { return nil }
    guard value != "" else { throw invalid(name) }
    return try text(name, of: row, atMost: length)
  }

  /// What a row says of its description; null clears it, nil leaves it as it is.
  func description(of row: JSONValue, atMost length: Int) throws -> JSONValue? {
    guard let value = row["description"] else { return nil }
    return value.isNull || value == ""
      ? .null : .string(try text("description", of: row, atMost: length))
  }

  func missing(_ name: String) -> RowOutcome {
    .failure(
      "MANDATORY_NOT_FOUND", "required field not found",
      ["api_name": .string(name), "json_path": .string("\(text).\(name)")])
  }

  func invalid(
    _ name: String, _ more: JSONObject = JSONObject(), _ message: String = "invalid data"
  ) -> RowOutcome {
    failure("INVALID_DATA", message, name, more)
  }

  func unknownID(_ name: String) -> RowOutcome {
    failure("INVALID_DATA", "the id given seems to be invalid", name)
  }

  func duplicate(_ name: String) -> RowOutcome { failure("DUPLICATE_DATA", "duplicate data", name) }

  func failure(
    _ code: String, _ message: String, _ name: String, _ more: JSONObject = JSONObject()
  ) -> RowOutcome {
    var details: JSONObject = [
      "api_name": .string(name.split(separator: ".").last.map(String.init) ?? name),
      "json_path": .string("\(text).\(name)"),
    ]
    for member in more.members { details[member.name] = member.value }
    return .failure(code, message, details)
  }
}
