import FoundationEssentials
import Sales

extension Request where Response == [FormLayout] {
  /// The layouts of a module with all that a form needs, those in use only. Which choices depend on
  /// which is asked for separately.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html>
  public static func formLayouts(of module: String) -> Self {
    Request(.crm, .get, "/settings/layouts", query: [("module", module)]) { reply in
      try CRMRows.all(reply, "layouts") { (record: PlainRecord) in record.fields }
        .filter { !["inactive", "-1"].contains($0["status"]?.text) }
        .map { FormLayout($0, module: module) }
    }
  }
}

extension List where Row == String {
  /// The ids of the dependencies between pick-lists that a layout has.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-map-dependency.html>
  public static func dependencyIDs(layout: String, of module: String) -> List<String> {
    crm(
      "/settings/layouts/\(PathSegment.of(layout))/map_dependency", name: "map_dependency",
      query: [("module", module)]
    ) { (record: PlainRecord, _) in record.fields["id"]?.text ?? "" }
  }
}

extension Request where Response == [ChoiceDependency] {
  /// A dependency between pick-lists with its choices, which a list of them leaves out.
  public static func dependency(_ id: String, layout: String, of module: String) -> Self {
    Request(
      .crm, .get,
      "/settings/layouts/\(PathSegment.of(layout))/map_dependency/\(PathSegment.of(id))",
      query: [("module", module)]
    ) { reply in
      try CRMRows.all(reply, "map_dependency") { (record: PlainRecord) in
        ChoiceDependency(record.fields)
      }
    }
  }
}

extension ChoiceDependency {
  fileprivate init(_ fields: RecordFields) {
    let maps = fields["pick_list_values"]?.records ?? []
    self.init(
      parent: fields["parent"]?.fields?["api_name"]?.text ?? "",
      child: fields["child"]?.fields?["api_name"]?.text ?? "",
      choices: Dictionary(
        maps.map { map in
          (
            map["actual_value"]?.text ?? "",
            (map["maps"]?.records ?? []).compactMap { $0["actual_value"]?.text }
          )
        }, uniquingKeysWith: +))
  }
}

extension FormLayout {
  fileprivate init(_ layout: RecordFields, module: String) {
    self.init(
      id: layout["id"]?.text ?? "", name: layout["name"]?.text ?? "", module: module,
      sections: (layout["sections"]?.records ?? []).sorted { $0.sequence < $1.sequence }.map {
        section in
        Section(
          label: section["display_label"]?.text ?? section["name"]?.text ?? "",
          fields: (section["fields"]?.records ?? []).sorted { $0.sequence < $1.sequence }
            .compactMap(FormField.init))
      })
  }
}

extension FormField {
  fileprivate init?(_ row: RecordFields) {
    guard let apiName = row["api_name"]?.text else { return nil }
    let look = row["lookup"]?.fields ?? [:]
    let module = look["module"]
    self.init(
      apiName: apiName,
      label: row["field_label"]?.text ?? row["display_label"]?.text ?? apiName,
      kind: Kind(zoho: row["data_type"]?.text ?? "text"),
      isRequired: row["required"] == true || row["system_mandatory"] == true,
      isReadOnly: row["read_only"] == true || row["field_read_only"] == true,
      length: row["length"]?.text.flatMap { Int($0) },
      decimals: row["decimal_place"]?.text.flatMap { Int($0) },
      choices: (row["pick_list_values"]?.records ?? []).compactMap { choice in
        guard let stored = choice["actual_value"]?.text, choice["type"]?.text != "unused" else {
          return nil
        }
        return Choice(stored: stored, shown: choice["display_value"]?.text ?? stored)
      },
      target: module?.fields?["api_name"]?.text ?? module?.text ?? look["api_name"]?.text)
    // A look-up that may lead to several modules names none of them.
    if kind == .lookUp, target == nil || target == "se_module" { kind = .other("lookup") }
  }
}

extension FormField.Kind {
  /// The kind of Zoho's `data_type`.
  public init(zoho type: String) {
    switch type {
    case "text": self = .text
    case "textarea": self = .longText
    case "email": self = .email
    case "phone": self = .phone
    case "website": self = .website
    case "integer", "bigint": self = .integer
    case "double": self = .decimal
    case "percent": self = .percent
    case "currency": self = .currency
    case "date": self = .date
    case "datetime": self = .dateTime
    case "boolean": self = .boolean
    case "picklist": self = .pickList
    case "multiselectpicklist": self = .multiPickList
    case "lookup": self = .lookUp
    case "ownerlookup", "userlookup": self = .user
    default: self = .other(type)
    }
  }
}

extension RecordFields {
  /// Where it stands among others.
  fileprivate var sequence: Int { self["sequence_number"]?.text.flatMap { Int($0) } ?? 0 }
}
