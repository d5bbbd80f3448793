import GRDB

/// Values that the organization keeps under a name.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-variables.html
extension CRMCall {
  static let variableRoutes = [
    CRMRoute("GET", "settings/variables", "settings.variables.READ") { try $0.listVariables() },
    CRMRoute("POST", "settings/variables", "settings.variables.CREATE") {
      try $0.createVariables()
    },
    CRMRoute("PUT", "settings/variables", "settings.variables.UPDATE") {
      try $0.updateVariables()
    },
    CRMRoute("DELETE", "settings/variables", "settings.variables.DELETE") {
      try $0.deleteVariables($0.names($0.parameter("ids")))
    },
    CRMRoute("GET", "settings/variables/{name}", "settings.variables.READ") {
      try $0.listVariables()
    },
    CRMRoute("PUT", "settings/variables/{name}", "settings.variables.UPDATE") {
      try $0.updateVariables()
    },
    CRMRoute("DELETE", "settings/variables/{name}", "settings.variables.DELETE") {
      try $0.deleteVariables([$0.parameters["name"] ?? ""])
    },
  ]

  private static let types = ["text", "integer", "boolean", "date", "float"]
  private static let group: JSONValue = ["api_name": "General", "id": "4150868000000029002"]

  /// By id or API name.
  private func variable(_ name: String?) throws -> (id: String, content: JSONObject)? {
    try SettingsTable(self).all(.variable).first {
      $0.id == name || $0.content["api_name"]?.stringValue == name
    }
  }

  private func listVariables() throws -> ZohoReply {
    var found = try SettingsTable(self).all(.variable)
    if let name = parameters["name"] {
      guard let one = try variable(name) else { throw unknownSetting() }
      found = [one]
    }
    guard !found.isEmpty else { return .empty(204) }
    return .json(
      200,
      [
        "variables": .array(
          found.map { id, content in
            var object = content
            object["id"] = .string(id)
            return .object(object)
          })
      ])
  }

  private func createVariables() throws -> ZohoReply {
    try settingOutcomes("variables", settingRows("variables", atMost: 50), success: 201) {
      row, path in
      let apiName = try path.text("api_name", of: row, atMost: 100)
      let name = try path.text("name", of: row, atMost: 100)
      let type = try path.text("type", of: row, atMost: 20)
      guard Self.types.contains(type) else {
        throw path.invalid(
          "type", ["supported_values": .array(Self.types.map(JSONValue.string))])
      }
      guard row["variable_group"] != nil else { throw path.missing("variable_group") }
      guard try variable(apiName) == nil else { throw path.duplicate("api_name") }
      let id = try RecordIDs.next(.crm, db)
      try SettingsTable(self).save(
        .variable, id,
        [
          "read_only": false, "api_name": .string(apiName), "name": .string(name),
          "description": JSONValue(try path.optionalText("description", of: row, atMost: 250)),
          "source": "crm", "type": .string(type), "variable_group": Self.group,
          "value": row["value"] ?? .null,
        ])
      try logSetting(.created, "variables", id, ["api_name": .string(apiName)])
      return .success("variable added", details: ["id": .string(id)])
    }
  }

  private func updateVariables() throws -> ZohoReply {
    try settingOutcomes("variables", settingRows("variables", atMost: 50), success: 200) {
      row, path in
      let wanted =
        parameters["name"] ?? row["id"]?.idText ?? row["api_name"]?.stringValue
      guard let wanted else { throw path.missing("id") }
      guard let (id, old) = try variable(wanted) else { throw path.unknownID("id") }
      var content = old
      for name in ["name", "description", "value"] {
        if let value = row[name] { content[name] = value }
      }
      try SettingsTable(self).save(.variable, id, content)
      try logSetting(.changed, "variables", id, ["value": content["value"] ?? .null])
      return .success("variable updated", details: ["id": .string(id)])
    }
  }

  private func deleteVariables(_ names: [String]) throws -> ZohoReply {
    let outcomes = try names.map { name -> RowOutcome in
      guard let (id, _) = try variable(name) else {
        return .failure("INVALID_DATA", "variable not deleted", ["id": .string(name)])
      }
      try SettingsTable(self).delete(.variable, id)
      try logSetting(.deleted, "variables", id)
      return .success("variable deleted", details: ["id": .string(id)])
    }
    return RowOutcome.reply(outcomes, success: 200, under: "variables")
  }
}
