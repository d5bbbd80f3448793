import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-global-picklists.html and its neighbours.
extension CRMCall {
  private static let root = "settings/global_picklists"
  private static let area = "settings.global_picklist"

  static let globalPickListRoutes = [
    CRMRoute("GET", root, "\(area).READ") { try $0.listGlobalPickLists() },
    CRMRoute("POST", root, "\(area).CREATE") { try $0.createGlobalPickLists() },
    CRMRoute("PATCH", root, "\(area).UPDATE") { try $0.updateGlobalPickLists() },
    CRMRoute("DELETE", root, "\(area).DELETE") {
      try $0.deleteGlobalPickLists($0.names($0.parameter("ids")))
    },
    CRMRoute("GET", "\(root)/{id}", "\(area).READ") { try $0.listGlobalPickLists() },
    CRMRoute("PATCH", "\(root)/{id}", "\(area).UPDATE") { try $0.updateGlobalPickLists() },
    CRMRoute("DELETE", "\(root)/{id}", "\(area).DELETE") {
      try $0.deleteGlobalPickLists([$0.parameters["id"] ?? ""])
    },
    CRMRoute("POST", "\(root)/{id}/actions/replace_picklist_values", "\(area).UPDATE") {
      try $0.replaceChoices()
    },
    CRMRoute("GET", "\(root)/{id}/actions/replaced_values", "\(area).READ") { call in
      let replaced = try call.globalPickList().replaced
      return replaced.isEmpty
        ? .empty(204) : .json(200, ["replaced_values": .array(replaced)])
    },
    CRMRoute("GET", "\(root)/{id}/actions/associations", "\(area).READ") {
      try $0.globalPickListFields()
    },
    CRMRoute("GET", "\(root)/{id}/actions/pick_list_values_associations", "\(area).READ") {
      try $0.globalChoiceUses()
    },
  ]

  private func listGlobalPickLists() throws -> ZohoReply {
    let lists = try GlobalPickList.all(self).filter {
      parameters["id"] == nil || $0.id == parameters["id"]
    }
    guard !lists.isEmpty else {
      guard parameters["id"] == nil else { throw unknownSetting() }
      return .empty(204)
    }
    return .json(
      200, ["global_picklists": .array(lists.map { $0.json(metadata, users: users) })])
  }

  /// The list in the path.
  private func globalPickList() throws -> GlobalPickList {
    guard let list = try GlobalPickList.all(self).first(where: { $0.id == parameters["id"] })
    else { throw unknownSetting() }
    return list
  }

  private func createGlobalPickLists() throws -> ZohoReply {
    let rows = try settingRows("global_picklists", atMost: 1)
    return try settingOutcomes("global_picklists", rows, success: 201) { row, path in
      let label = try path.text("display_label", of: row, atMost: 50)
      guard try !GlobalPickList.all(self).contains(where: { $0.label == label }) else {
        throw path.duplicate("display_label")
      }
      guard let given = row["pick_list_values"]?.arrayValue, !given.isEmpty else {
        throw path.missing("pick_list_values")
      }
      let now = JSONValue.string(Timestamp.crm(self.now))
      var list = GlobalPickList(
        id: try RecordIDs.next(.crm, db),
        content: [
          "display_label": .string(label), "actual_label": .string(label),
          "api_name": .string(
            try path.optionalText("api_name", of: row, atMost: 50)
              ?? CRMField.apiName(ofLabel: label)),
          "description": try path.description(of: row, atMost: 1000) ?? .null,
          "created_time": now, "modified_time": now, "created_by": .string(caller.userID),
          "modified_by": .string(caller.userID),
          "pick_list_values_sorted_lexically": JSONValue(
            row["pick_list_values_sorted_lexically"] == true),
        ])
      try set(given, in: &list, path)
      try list.save(self)
      try logSetting(.created, "global_picklists", list.id, ["display_label": .string(label)])
      return .success("global picklist created", details: ["id": .string(list.id)])
    }
  }

  private func updateGlobalPickLists() throws -> ZohoReply {
    let rows = try settingRows("global_picklists", atMost: parameters["id"] == nil ? 10 : 1)
    return try settingOutcomes("global_picklists", rows, success: 200) { row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      let all = try GlobalPickList.all(self)
      guard var list = all.first(where: { $0.id == id }) else {
        if parameters["id"] != nil { throw unknownSetting() }
        throw path.unknownID("id")
      }
      if let label = try path.optionalText("display_label", of: row, atMost: 50) {
        guard !all.contains(where: { $0.label == label && $0.id != id }) else {
          throw path.duplicate("display_label")
        }
        list.content["display_label"] = .string(label)
      }
      if let text = try path.description(of: row, atMost: 1000) {
        list.content["description"] = text
      }
      if let given = row["pick_list_values"]?.arrayValue { try set(given, in: &list, path) }
      try save(&list)
      return .success("global picklist updated", details: ["id": .string(id)])
    }
  }

  /// Writes a changed list, and its choices into the fields that use it.
  private func save(_ list: inout GlobalPickList) throws {
    list.content["modified_time"] = .string(Timestamp.crm(now))
    list.content["modified_by"] = .string(caller.userID)
    try list.save(self)
    for var field in list.fields(metadata) {
      field.pickList = list.choices
      try field.update(db)
    }
    try logSetting(.changed, "global_picklists", list.id, ["display_label": .string(list.label)])
  }

  /// Adds, changes and, where it says `_delete`, removes choices; those not named stay.
  private func set(
    _ given: [JSONValue], in list: inout GlobalPickList, _ path: SettingPath
  ) throws {
    var values = list.values
    for (index, value) in given.enumerated() {
      let place = SettingPath(text: "\(path.text).pick_list_values[\(index)]")
      if let id = value["id"]?.idText {
        guard let known = values.firstIndex(where: { $0["id"] == .string(id) }) else {
          throw place.unknownID("id")
        }
        if value["_delete"] != nil, value["_delete"] != false {
          values.remove(at: known)
          continue
        }
        if let shown = try place.optionalText("display_value", of: value, atMost: 120) {
          values[known]["display_value"] = .string(shown)
        }
        if let type = value["type"] { values[known]["type"] = try used(type, place) }
      } else {
        let shown = try place.text("display_value", of: value, atMost: 120)
        guard !values.contains(where: { $0["display_value"] == .string(shown) }) else {
          throw place.duplicate("display_value")
        }
        let actual = value["actual_value"]?.stringValue ?? shown
        values.append([
          "display_value": .string(shown), "actual_value": .string(actual),
          "reference_value": .string(actual), "type": try used(value["type"] ?? "used", place),
          "id": .string(try RecordIDs.next(.crm, db)),
        ])
      }
    }
    list.content["pick_list_values"] = .array(
      values.enumerated().map { index, value in
        var value = value
        value["sequence_number"] = JSONValue(index + 1)
        return .object(value)
      })
  }

  private func used(_ type: JSONValue, _ path: SettingPath) throws -> JSONValue {
    guard ["used", "unused"].contains(type) else {
      throw path.invalid("type", ["supported_values": ["used", "unused"]])
    }
    return type
  }

  /// A list that fields use cannot go.
  private func deleteGlobalPickLists(_ ids: [String]) throws -> ZohoReply {
    let known = try GlobalPickList.all(self)
    let outcomes = try ids.map { id -> RowOutcome in
      guard let list = known.first(where: { $0.id == id }) else {
        return .failure(
          "INVALID_DATA", "the id given seems to be invalid", ["id": .string(id)])
      }
      guard list.fields(metadata).isEmpty else {
        return .failure(
          "CANNOT_DELETE", "The global picklist is associated with fields", ["id": .string(id)])
      }
      try SettingsTable(self).delete(.globalPickList, id)
      try logSetting(.deleted, "global_picklists", id)
      return .success("global picklist deleted", details: ["id": .string(id)])
    }
    return RowOutcome.reply(outcomes, success: 200, under: "global_picklists")
  }

  /// Records that have one choice get another.
  private func replaceChoices() throws -> ZohoReply {
    var list = try globalPickList()
    let key = "replace_picklist_values"
    let rows = try settingRows(key, atMost: 10)
    return try settingOutcomes(key, rows, success: 200) { row, path in
      func choice(_ side: String) throws -> JSONObject {
        guard let asked = row[side] else { throw path.missing(side) }
        let found = list.values.first {
          $0["id"]?.stringValue == asked["id"]?.idText
            || asked["id"] == nil && $0["display_value"] == asked["display_value"]
        }
        guard let found else { throw path.invalid(side) }
        return found
      }
      let (old, new) = (try choice("old_value"), try choice("new_value"))
      guard old["id"] != new["id"] else { throw path.invalid("new_value") }
      let texts = [new, old].map { $0["actual_value"]?.stringValue }
      for field in list.fields(metadata) {
        try db.execute(
          sql: """
            UPDATE \(CRMModule.table(field.module)) SET \(field.column) = ? WHERE \(field.column) = ?
            """, arguments: StatementArguments(texts))
      }
      list.content["replaced"] = .array(
        list.replaced + [
          [
            "display_value": old["display_value"] ?? .null,
            "actual_value": old["actual_value"] ?? .null,
            "reference_value": old["reference_value"] ?? .null,
          ]
        ])
      try save(&list)
      return .done([
        "code": "SCHEDULED", "details": ["job_id": .string(try RecordIDs.next(.crm, db))],
        "message": "replace picklist values scheduled", "status": "success",
      ])
    }
  }

  private func globalPickListFields() throws -> ZohoReply {
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let fields = try globalPickList().fields(metadata)
    let shown = fields.dropFirst((page - 1) * perPage).prefix(perPage)
    guard !shown.isEmpty else { return .empty(204) }
    let rows = shown.map { field -> JSONValue in
      let module = metadata.module(field.module)
      return [
        "field": [
          "api_name": .string(field.apiName), "id": .string(field.id),
          "field_label": .string(field.label),
        ],
        "module": [
          "plural_label": JSONValue(module?.pluralLabel), "api_name": .string(field.module),
          "module_name": .string(field.module), "id": JSONValue(module?.id),
        ],
        "layouts": .array(
          metadata.layouts.filter { $0.module == field.module }.map {
            ["name": .string($0.name), "id": .string($0.id), "status": "visible"]
          }),
      ]
    }
    return .json(
      200,
      [
        "associations": .array(rows),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(rows.count), "page": JSONValue(page),
          "more_records": JSONValue(fields.count > page * perPage),
        ],
      ])
  }

  /// Where a choice has been put to use, by the module of its fields.
  private func globalChoiceUses() throws -> ZohoReply {
    let list = try globalPickList()
    let wanted = try parameter("picklist_value_id")
    guard list.values.contains(where: { $0["id"] == .string(wanted) }) else {
      throw Refusal.crmInvalidParameter("picklist_value_id")
    }
    let fields = list.fields(metadata)
    guard !fields.isEmpty else { return .empty(204) }
    let resources = fields.map { field -> JSONValue in
      let module = metadata.module(field.module)
      return [
        "name": .string(field.label), "id": .string(field.id),
        "details": [
          "module": [
            "api_name": .string(field.module), "id": JSONValue(module?.id),
            "plural_label": JSONValue(module?.pluralLabel),
          ]
        ],
      ]
    }
    return .json(
      200,
      ["pick_list_values_associations": [["type": "fields", "resources": .array(resources)]]])
  }
}
