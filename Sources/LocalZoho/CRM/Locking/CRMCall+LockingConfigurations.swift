import GRDB

/// By whom and how the records of a module are locked.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-record-locking-configurations.html
extension CRMCall {
  private static let root = "settings/record_locking_configurations"
  private static let key = "record_locking_configurations"
  private static let area = "settings.record_locking_configurations"

  static let lockingConfigurationRoutes = [
    CRMRoute("GET", root, "\(area).READ") { try $0.listLockingConfigurations() },
    CRMRoute("POST", root, "\(area).CREATE") { try $0.saveLockingConfigurations() },
    CRMRoute("PUT", root, "\(area).UPDATE") { try $0.saveLockingConfigurations() },
    CRMRoute("DELETE", root, "\(area).DELETE") {
      try $0.deleteLockingConfigurations($0.names($0.parameter("ids")))
    },
    CRMRoute("GET", "\(root)/{id}", "\(area).READ") { try $0.listLockingConfigurations() },
    CRMRoute("PUT", "\(root)/{id}", "\(area).UPDATE") { try $0.saveLockingConfigurations() },
    CRMRoute("DELETE", "\(root)/{id}", "\(area).DELETE") {
      try $0.deleteLockingConfigurations([$0.parameters["id"] ?? ""])
    },
  ]

  private static let words: KeyValuePairs<String, [String]> = [
    "lock_type": ["automatic", "manual", "both"],
    "locked_for": ["all_profiles", "all_profiles_except_excluded_profiles"],
    "feature_type": ["record_locking"],
  ]
  private static let lists: KeyValuePairs<String, [String]> = [
    "restricted_actions": ["change_owner", "update", "delete", "tags", "convert"],
    "restricted_communications": ["send_mail"],
  ]

  private func listLockingConfigurations() throws -> ZohoReply {
    let module = try settingsModule()
    let found = try SettingsTable(self).all(.lockingConfiguration, of: module.apiName).filter {
      parameters["id"] == nil || $0.id == parameters["id"]
    }
    guard !found.isEmpty else {
      guard parameters["id"] == nil else { throw unknownSetting() }
      return .empty(204)
    }
    let rows = found.map { id, content -> JSONValue in
      var json = content
      json["id"] = .string(id)
      for name in ["created_by", "modified_by"] {
        json[name] = users.reference(content[name]?.stringValue.flatMap(Int64.init))
      }
      return .object(json)
    }
    return .json(200, .object(JSONObject([(Self.key, .array(rows))])))
  }

  private static let mostOfAModule = 1

  private func saveLockingConfigurations() throws -> ZohoReply {
    let module = try settingsModule()
    let table = SettingsTable(self)
    let isNew = request.method == "POST"
    let rows = try settingRows(Self.key, atMost: 1)
    return try settingOutcomes(Self.key, rows, success: isNew ? 201 : 200) { row, path in
      let known = try table.all(.lockingConfiguration, of: module.apiName)
      var content: JSONObject
      let id: String
      if isNew {
        guard known.count < Self.mostOfAModule else {
          throw path.failure(
            "LIMIT_EXCEEDED", "the limit exceeded", "lock_type",
            ["limit": JSONValue(Self.mostOfAModule)])
        }
        (id, content) = (try RecordIDs.next(.crm, db), Self.usual)
        content["created_by"] = .string(caller.userID)
        content["created_time"] = .string(Timestamp.crm(now))
        guard row["lock_type"] != nil else { throw path.missing("lock_type") }
      } else {
        guard let wanted = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
        guard let old = known.first(where: { $0.id == wanted }) else {
          if parameters["id"] != nil { throw unknownSetting() }
          throw path.unknownID("id")
        }
        (id, content) = old
      }
      try take(row, into: &content, module, path)
      content["modified_by"] = .string(caller.userID)
      content["modified_time"] = .string(Timestamp.crm(now))
      try table.save(.lockingConfiguration, id, of: module.apiName, content)
      try logSetting(
        isNew ? .created : .changed, Self.key, id,
        ["module": .string(module.apiName), "lock_type": content["lock_type"] ?? .null])
      let verb = isNew ? "created" : "updated"
      return .success(
        "record locking configuration \(verb) successfully", details: ["id": .string(id)])
    }
  }

  private static let usual: JSONObject = [
    "lock_type": "manual", "locked_for": "all_profiles", "feature_type": "record_locking",
    "restricted_actions": [], "restricted_communications": [], "excluded_fields": [],
    "locking_rules": [], "restricted_custom_buttons": [], "lock_excluded_profiles": [],
    "lock_for_portal_users": false, "system_defined": false,
  ]

  private func take(
    _ row: JSONValue, into content: inout JSONObject, _ module: CRMModule, _ path: SettingPath
  ) throws {
    for (name, words) in Self.words {
      guard let value = row[name] else { continue }
      guard value.stringValue.map(words.contains) == true else {
        throw path.invalid(name, ["supported_values": .array(words.map(JSONValue.string))])
      }
      content[name] = value
    }
    for (name, words) in Self.lists {
      guard let value = row[name] else { continue }
      guard let given = value.arrayValue,
        given.allSatisfy({ $0.stringValue.map(words.contains) == true })
      else { throw path.invalid(name, ["supported_values": .array(words.map(JSONValue.string))]) }
      content[name] = value
    }
    if let truth = row["lock_for_portal_users"]?.boolValue {
      content["lock_for_portal_users"] = JSONValue(truth)
    }
    if let given = row["excluded_fields"]?.arrayValue {
      content["excluded_fields"] = .array(
        try given.enumerated().map { index, value in
          let id = value["id"]?.idText
          guard let field = metadata.fields(of: module.apiName).first(where: { $0.id == id })
          else { throw path.unknownID("excluded_fields[\(index)].id") }
          return ["api_name": .string(field.apiName), "id": .string(field.id)]
        })
    }
    if let given = row["lock_excluded_profiles"]?.arrayValue {
      let profiles = try SettingsTable(self).profiles()
      content["lock_excluded_profiles"] = .array(
        try given.enumerated().map { index, value in
          guard let profile = profiles.first(where: { $0.id == value["id"]?.idText }) else {
            throw path.unknownID("lock_excluded_profiles[\(index)].id")
          }
          return ["name": .string(profile.name), "id": .string(profile.id)]
        })
    }
    if let given = row["locking_rules"]?.arrayValue {
      content["locking_rules"] = .array(
        try rules(given, over: content["locking_rules"]?.arrayValue ?? [], path))
    }
    if content["lock_type"] != "manual", content["locking_rules"] == [] {
      throw path.failure(
        "DEPENDENT_FIELD_MISSING", "Dependent Fields missing", "locking_rules",
        ["dependee": ["api_name": "lock_type", "json_path": .string("\(path.text).lock_type")]])
    }
  }

  /// Rules with an id change or, with `_delete`, go; others are new.
  private func rules(
    _ given: [JSONValue], over old: [JSONValue], _ path: SettingPath
  ) throws -> [JSONValue] {
    var rules = old
    for (index, value) in given.enumerated() {
      let place = SettingPath(text: "\(path.text).locking_rules[\(index)]")
      let id = value["id"]?.idText
      let known = rules.firstIndex { id != nil && $0["id"]?.stringValue == id }
      if id != nil, known == nil { throw place.unknownID("id") }
      if let known, value["_delete"] == true || value["_delete"]?.isNull == true {
        rules.remove(at: known)
        continue
      }
      guard let criteria = value["criteria"], criteria.objectValue != nil else {
        throw place.missing("criteria")
      }
      let rule: JSONValue = [
        "name": .string(try place.text("name", of: value, atMost: 100)),
        "id": .string(try id ?? RecordIDs.next(.crm, db)),
        "lock_existing_records": JSONValue(value["lock_existing_records"] == true),
        "criteria": criteria,
      ]
      if let known { rules[known] = rule } else { rules.append(rule) }
    }
    return rules
  }

  private func deleteLockingConfigurations(_ ids: [String]) throws -> ZohoReply {
    let module = try settingsModule()
    let table = SettingsTable(self)
    let known = try table.all(.lockingConfiguration, of: module.apiName).map(\.id)
    let outcomes = try ids.map { id -> RowOutcome in
      guard known.contains(id) else {
        return .failure("INVALID_DATA", "the id given seems to be invalid", ["id": .string(id)])
      }
      try table.delete(.lockingConfiguration, id)
      try logSetting(.deleted, Self.key, id)
      return .success(
        "record locking configuration deleted successfully", details: ["id": .string(id)])
    }
    return RowOutcome.reply(outcomes, success: 200, under: Self.key)
  }
}
