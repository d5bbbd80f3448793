import GRDB

/// Which choices of one pick list go with which of another.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-map-dependency.html
extension CRMCall {
  private static let path = "settings/layouts/{layout}/map_dependency"

  static let dependencyRoutes = [
    CRMRoute("GET", path, "settings.map_dependency.READ") { try $0.listDependencies() },
    CRMRoute("POST", path, "settings.map_dependency.CREATE") { try $0.saveDependency() },
    CRMRoute("GET", "\(path)/{id}", "settings.map_dependency.READ") {
      try $0.listDependencies()
    },
    CRMRoute("PUT", "\(path)/{id}", "settings.map_dependency.UPDATE") {
      try $0.saveDependency()
    },
    CRMRoute("DELETE", "\(path)/{id}", "settings.map_dependency.DELETE") {
      try $0.deleteDependency()
    },
  ]

  private func dependencyLayout() throws -> CRMLayout {
    let module = try settingsModule()
    let id = parameters["layout"]
    guard
      let layout = metadata.layouts.first(where: { $0.id == id && $0.module == module.apiName })
    else { throw unknownSetting() }
    return layout
  }

  /// A list leaves the choices out, one by itself shows them.
  private func listDependencies() throws -> ZohoReply {
    let layout = try dependencyLayout()
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let wanted = parameters["id"]
    let all = try SettingsTable(self).all(.dependency, of: layout.id)
      .filter { wanted == nil || $0.id == wanted }
    let shown = all.dropFirst((page - 1) * perPage).prefix(perPage)
    guard !shown.isEmpty else { return .empty(204) }
    let rows = shown.map { id, content -> JSONValue in
      var object = content
      object["id"] = .string(id)
      if wanted == nil {
        object["pick_list_values"] = nil
        object["sub_module"] = .null
      }
      return .object(object)
    }
    guard wanted == nil else { return .json(200, ["map_dependency": .array(rows)]) }
    return .json(
      200,
      [
        "map_dependency": .array(rows),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(rows.count), "page": JSONValue(page),
          "more_records": JSONValue(all.count > page * perPage),
        ],
      ])
  }

  private func saveDependency() throws -> ZohoReply {
    let layout = try dependencyLayout()
    let table = SettingsTable(self)
    let known = try table.all(.dependency, of: layout.id)
    let id = parameters["id"]
    if let id, !known.contains(where: { $0.id == id }) {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": 4])
    }
    let rows = try settingRows("map_dependency", atMost: 1)
    return try settingOutcomes("map_dependency", rows, success: id == nil ? 201 : 200) {
      row, path in
      let parent = try pickListField("parent", row, path, layout)
      let child = try pickListField("child", row, path, layout)
      guard parent.id != child.id else {
        throw path.failure("NOT_ALLOWED", "parent and child are the same field", "child")
      }
      let isMapped = known.contains {
        $0.id != id && $0.content["child"]?["id"] == .string(child.id)
      }
      guard !isMapped else {
        throw path.failure("MAPPING_ALREADY_EXISTS", "mapping already exists", "child")
      }
      let content: JSONObject = [
        "parent": ["api_name": .string(parent.apiName), "id": .string(parent.id)],
        "child": ["api_name": .string(child.apiName), "id": .string(child.id)],
        "pick_list_values": .array(try choices(row, path, parent, child)),
        "internal": false, "active": JSONValue(row["active"] != false), "source": 1,
        "category": 1,
      ]
      let saved = try id ?? RecordIDs.next(.crm, db)
      try table.save(.dependency, saved, of: layout.id, content)
      try logSetting(
        id == nil ? .created : .changed, "map_dependency", saved,
        ["parent": .string(parent.apiName), "child": .string(child.apiName)])
      return .success(
        id == nil ? "Mapping Added Successfully" : "Mapping Updated Successfully",
        details: ["id": .string(saved)])
    }
  }

  private func pickListField(
    _ side: String, _ row: JSONValue, _ path: SettingPath, _ layout: CRMLayout
  ) throws -> CRMField {
    guard let id = row[side]?["id"]?.idText else { throw path.missing("\(side).id") }
    guard
      let field = metadata.fields(of: layout.module).first(where: { $0.id == id }),
      field.dataType == .picklist || field.dataType == .multiselectpicklist
    else { throw path.unknownID("\(side).id") }
    return field
  }

  private func choices(
    _ row: JSONValue, _ path: SettingPath, _ parent: CRMField, _ child: CRMField
  ) throws -> [JSONValue] {
    func described(_ value: PickListValue) -> JSONObject {
      [
        "id": .string(value.id), "actual_value": .string(value.actualValue),
        "display_value": .string(value.displayValue),
      ]
    }
    guard let values = row["pick_list_values"]?.arrayValue, !values.isEmpty else {
      throw path.missing("pick_list_values")
    }
    return try values.enumerated().map { index, value in
      let place = SettingPath(text: "\(path.text).pick_list_values[\(index)]")
      guard let choice = parent.pickList.first(where: { $0.id == value["id"]?.idText })
      else { throw place.unknownID("id") }
      var object = described(choice)
      object["maps"] = .array(
        try (value["maps"]?.arrayValue ?? []).filter { $0["_delete"] == nil }.enumerated().map {
          number, map in
          guard let mapped = child.pickList.first(where: { $0.id == map["id"]?.idText })
          else { throw place.unknownID("maps[\(number)].id") }
          return .object(described(mapped))
        })
      return .object(object)
    }
  }

  private func deleteDependency() throws -> ZohoReply {
    let layout = try dependencyLayout()
    let table = SettingsTable(self)
    let id = parameters["id"] ?? ""
    guard try table.all(.dependency, of: layout.id).contains(where: { $0.id == id }) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": 4])
    }
    try table.delete(.dependency, id)
    try logSetting(.deleted, "map_dependency", id)
    return RowOutcome.reply(
      [.success("Mapping Deleted Successfully", details: ["id": .string(id)])], success: 200,
      under: "map_dependency")
  }
}
