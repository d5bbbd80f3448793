import GRDB

/// Fields of the organization's own.
/// https://www.zoho.com/crm/developer/docs/api/v8/create-custom-field.html
extension CRMCall {
  static let fieldRoutes = [
    CRMRoute("POST", "settings/fields", "settings.fields.CREATE") { try $0.createFields() },
    CRMRoute("PATCH", "settings/fields", "settings.fields.UPDATE") { try $0.updateFields() },
    CRMRoute("PATCH", "settings/fields/{id}", "settings.fields.UPDATE") {
      try $0.updateFields()
    },
    CRMRoute("DELETE", "settings/fields/{id}", "settings.fields.DELETE") {
      try $0.deleteField()
    },
    CRMRoute("GET", "settings/fields/{id}/pick_list_values", "settings.fields.READ") {
      try $0.pickListValues()
    },
  ]

  private static let creatable: [String] = [
    "text", "textarea", "email", "phone", "website", "picklist", "multiselectpicklist", "date",
    "datetime", "integer", "bigint", "currency", "percent", "double", "boolean", "lookup",
  ]

  private func createFields() throws -> ZohoReply {
    let module = try settingsModule()
    return try settingOutcomes("fields", settingRows("fields", atMost: 5), success: 201) {
      row, path in
      var field = try newField(row, path, module)
      var shared = try globalPickList(row, path, field.dataType)
      if let shared { field.pickList = shared.choices }
      try field.insert(db)
      try RecordTables.addColumn(field, db)
      if shared != nil {
        shared?.use(in: field)
        try shared?.save(self)
      }
      try logSetting(.created, "fields", field.id, ["api_name": .string(field.apiName)])
      return .success("field created", details: ["id": .string(field.id)])
    }
  }

  private func newField(
    _ row: JSONValue, _ path: SettingPath, _ module: CRMModule
  ) throws -> CRMField {
    let label = try path.text("field_label", of: row, atMost: 50)
    let type = try path.text("data_type", of: row, atMost: 50)
    guard Self.creatable.contains(type), let dataType = CRMField.DataType(rawValue: type) else {
      throw path.invalid(
        "data_type", ["supported_values": .array(Self.creatable.map(JSONValue.string))])
    }
    let apiName = CRMField.apiName(ofLabel: label)
    let known = try CRMField.filter(Column("module") == module.apiName).fetchAll(db)
    guard !apiName.isEmpty else { throw path.invalid("field_label") }
    guard
      !known.contains(where: {
        $0.apiName.lowercased() == apiName.lowercased() || $0.label == label
      })
    else { throw path.duplicate("field_label") }
    var field = CRMField(apiName, label, dataType)
    if let length = row["length"], !length.isNull {
      guard let number = length.intValue, (1...dataType.usualLength).contains(number) else {
        throw path.invalid("length", ["maximum_length": JSONValue(dataType.usualLength)])
      }
      field.length = number
    }
    if let places = row["decimal_place"]?.intValue, dataType.storage == .number {
      guard (0...9).contains(places) else { throw path.invalid("decimal_place") }
      field.decimalPlaces = places
    }
    if dataType == .lookup {
      guard let target = row["lookup"]?["module"]?["api_name"]?.stringValue else {
        throw path.failure(
          "DEPENDENT_FIELD_MISSING", "Dependent Fields missing", "lookup",
          ["dependee": ["api_name": "data_type", "json_path": .string("\(path.text).data_type")]])
      }
      guard metadata.module(target)?.isAPISupported == true else {
        throw path.invalid("lookup.module.api_name")
      }
      field.lookupModule = target
    }
    field.pickList = try pickList(row, path, dataType)
    field.isUnique = row["unique"]?.objectValue != nil || row["unique"] == true
    field.defaultValue = row["default_value"]?.stringValue
    field.id = try RecordIDs.next(.crm, db)
    field.module = module.apiName
    field.isCustom = true
    field.section = metadata.layout(of: module.apiName)?.sections.first?.name
    field.sequence = known.count + 1
    return field
  }

  /// The list shared by fields whose choices the new one takes.
  private func globalPickList(
    _ row: JSONValue, _ path: SettingPath, _ type: CRMField.DataType
  ) throws -> GlobalPickList? {
    guard let given = row["global_picklist"], !given.isNull else { return nil }
    guard type == .picklist || type == .multiselectpicklist else {
      throw path.invalid("global_picklist")
    }
    guard let list = try GlobalPickList.all(self).first(where: { $0.id == given["id"]?.idText })
    else { throw path.unknownID("global_picklist.id") }
    return list
  }

  private func pickList(
    _ row: JSONValue, _ path: SettingPath, _ type: CRMField.DataType
  ) throws -> [PickListValue] {
    guard type == .picklist || type == .multiselectpicklist, row["global_picklist"] == nil else {
      return []
    }
    guard let values = row["pick_list_values"]?.arrayValue, !values.isEmpty else {
      throw path.missing("pick_list_values")
    }
    return try values.enumerated().map { index, value in
      let place = SettingPath(text: "\(path.text).pick_list_values[\(index)]")
      let shown = try place.text("display_value", of: value, atMost: 120)
      var choice = PickListValue(shown)
      choice.actualValue = value["actual_value"]?.stringValue ?? shown
      choice.colour = value["colour_code"]?.stringValue
      choice.id = try RecordIDs.next(.crm, db)
      return choice
    }
  }

  // MARK: Changing

  private func updateFields() throws -> ZohoReply {
    let module = try settingsModule()
    return try settingOutcomes("fields", settingRows("fields", atMost: 5), success: 200) {
      row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      guard var field = metadata.fields(of: module.apiName).first(where: { $0.id == id }) else {
        throw path.unknownID("id")
      }
      if let label = try path.optionalText("field_label", of: row, atMost: 50) {
        field.label = label
      }
      if let length = row["length"], !length.isNull {
        guard let number = length.intValue, (1...field.dataType.usualLength).contains(number)
        else {
          throw path.invalid("length", ["maximum_length": JSONValue(field.dataType.usualLength)])
        }
        field.length = number
      }
      if let unique = row["unique"], !unique.isNull {
        field.isUnique = unique["_disable"] == nil && unique != false
      }
      for (index, value) in (row["pick_list_values"]?.arrayValue ?? []).enumerated() {
        let place = SettingPath(text: "\(path.text).pick_list_values[\(index)]")
        try change(&field.pickList, value, place)
      }
      try field.update(db)
      try logSetting(.changed, "fields", field.id, ["api_name": .string(field.apiName)])
      return .success("field updated", details: ["id": .string(field.id)])
    }
  }

  /// Renames, removes or adds a choice; one without an id is new.
  private func change(
    _ choices: inout [PickListValue], _ value: JSONValue, _ path: SettingPath
  ) throws {
    guard let id = value["id"]?.idText else {
      let shown = try path.text("display_value", of: value, atMost: 120)
      guard !choices.contains(where: { $0.displayValue == shown }) else {
        throw path.duplicate("display_value")
      }
      var choice = PickListValue(shown)
      choice.actualValue = value["actual_value"]?.stringValue ?? shown
      choice.colour = value["colour_code"]?.stringValue
      choice.id = try RecordIDs.next(.crm, db)
      return choices.append(choice)
    }
    guard let place = choices.firstIndex(where: { $0.id == id }) else { throw path.unknownID("id") }
    if value["_delete"] != nil {
      choices.remove(at: place)
    } else if let shown = try path.optionalText("display_value", of: value, atMost: 120) {
      choices[place].displayValue = shown
    }
  }

  private func fieldOfPath(_ module: CRMModule) throws -> CRMField {
    let id = parameters["id"]
    guard
      let field = metadata.fields(of: module.apiName).first(where: {
        $0.id == id || $0.apiName == id
      })
    else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": 2])
    }
    return field
  }

  private func deleteField() throws -> ZohoReply {
    let module = try settingsModule()
    let field = try fieldOfPath(module)
    guard field.isCustom else {
      throw Refusal.crm(
        400, "NOT_ALLOWED", "System field cannot be deleted", details: ["resource_path_index": 2])
    }
    try RecordTables.dropColumn(field, db)
    try field.delete(db)
    for var view in metadata.customViews where view.module == module.apiName {
      guard view.fields.contains(field.apiName) else { continue }
      view.fields.removeAll { $0 == field.apiName }
      try view.update(db)
    }
    try logSetting(.deleted, "fields", field.id, ["api_name": .string(field.apiName)])
    return RowOutcome.reply(
      [.success("field deleted", details: ["id": .string(field.id)])], success: 200,
      under: "fields")
  }

  /// https://www.zoho.com/crm/developer/docs/api/v8/get-pick-list-values.html
  private func pickListValues() throws -> ZohoReply {
    let module = try settingsModule()
    let field = try fieldOfPath(module)
    guard !field.pickList.isEmpty else { return .empty(204) }
    let layouts = metadata.layouts.filter { $0.module == module.apiName }
    return .json(
      200,
      [
        "pick_list_values": .array(
          field.pickList.enumerated().map { index, value in
            let offering = layouts.filter {
              $0.terms?.pickLists[field.apiName]?.contains(value.actualValue) ?? true
            }
            return [
              "sequence_number": JSONValue(index + 1),
              "display_value": .string(value.displayValue),
              "reference_value": .string(value.actualValue),
              "colour_code": JSONValue(value.colour),
              "actual_value": .string(value.actualValue), "id": .string(value.id),
              "type": "used",
              "layout_associations": .array(
                offering.map {
                  ["api_name": .string($0.name), "name": .string($0.name), "id": .string($0.id)]
                }),
            ]
          })
      ])
  }
}

extension CRMField {
  /// How Zoho makes an API name of a label: words joined by underscores, other signs left out.
  static func apiName(ofLabel label: String) -> String {
    let words = label.split { $0 == " " || $0 == "_" || $0 == "-" || $0 == "/" }
    return words.map { word in String(word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }) }
      .filter { !$0.isEmpty }.joined(separator: "_")
  }
}
