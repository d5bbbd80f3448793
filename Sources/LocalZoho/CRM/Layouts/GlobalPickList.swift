import GRDB

/// A list of choices that fields of several modules share.
struct GlobalPickList {
  var id: String
  /// As replies show it, and under `fields` the ids of the fields that use it, and under
  /// `replaced` the choices that others took the place of.
  var content: JSONObject

  static func all(_ call: CRMCall) throws -> [GlobalPickList] {
    try SettingsTable(call).all(.globalPickList).map {
      GlobalPickList(id: $0.id, content: $0.content)
    }
  }

  var label: String { content["display_label"]?.stringValue ?? "" }
  var values: [JSONObject] {
    (content["pick_list_values"]?.arrayValue ?? []).compactMap(\.objectValue)
  }
  var replaced: [JSONValue] { content["replaced"]?.arrayValue ?? [] }
  private var fieldIDs: [String] {
    (content["fields"]?.arrayValue ?? []).compactMap(\.stringValue)
  }

  func save(_ call: CRMCall) throws {
    try SettingsTable(call).save(.globalPickList, id, content)
  }

  mutating func use(in field: CRMField) {
    content["fields"] = .array((fieldIDs + [field.id]).map(JSONValue.string))
  }

  /// The fields that use it and are still there.
  func fields(_ metadata: CRMMetadata) -> [CRMField] {
    let ids = Set(fieldIDs)
    return metadata.modules.flatMap { metadata.fields(of: $0.apiName) }.filter {
      ids.contains($0.id)
    }
  }

  /// The choices as a field has them; those that are not used are not offered.
  var choices: [PickListValue] {
    values.filter { $0["type"] != "unused" }.map { value in
      var choice = PickListValue(value["display_value"]?.stringValue ?? "")
      choice.actualValue = value["actual_value"]?.stringValue ?? choice.displayValue
      choice.id = value["id"]?.stringValue ?? ""
      return choice
    }
  }

  func json(_ metadata: CRMMetadata, users: CRMUsers) -> JSONValue {
    var json = content
    json["fields"] = nil
    json["replaced"] = nil
    json["id"] = .string(id)
    json["description"] = content["description"] ?? .null
    json["source"] = "crm"
    json["presence"] = true
    json["customizable"] = true
    for name in ["created_by", "modified_by"] {
      json[name] = users.reference(content[name]?.stringValue.flatMap(Int64.init))
    }
    let used = fields(metadata)
    json["associated_fields_count"] = JSONValue(used.count)
    let modules = Set(used.map(\.module))
    json["used_in_modules"] = .array(
      metadata.modules.filter { modules.contains($0.apiName) }.map { module in
        [
          "plural_label": .string(module.pluralLabel), "api_name": .string(module.apiName),
          "id": .string(module.id),
        ]
      })
    return .object(json)
  }
}
