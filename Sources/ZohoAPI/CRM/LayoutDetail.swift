import FoundationEssentials

/// A layout whole: what a form shows, in order, and what it insists on.
public struct LayoutDetail: Hashable, Sendable, Codable {
  /// A part of the form.
  public struct Section: Hashable, Sendable, Codable {
    /// What stands above it.
    public let label: String
    /// Its fields, in order.
    public let fields: [Field]
  }

  /// A field as the layout has it.
  public struct Field: Hashable, Sendable, Codable {
    /// The name used in requests.
    public let apiName: String
    /// What people see.
    public let label: String
    /// The sort of value.
    public let type: String
    /// Whether the layout insists on it.
    public let isRequired: Bool
    /// Whether it can only be read.
    public let isReadOnly: Bool
    /// What can be chosen there, which may be less than the field has.
    public let choices: [String]
  }

  /// The id at CRM.
  public let id: String
  /// What people call it.
  public let name: String
  /// Its parts, in order.
  public let sections: [Section]
}

extension Request where Response == [LayoutDetail] {
  /// The layouts of a module, whole.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html>
  public static func layoutDetails(of module: String) -> Self {
    Request(.crm, .get, "/settings/layouts", query: [("module", module)]) { reply in
      try CRMRows.all(reply, "layouts") { (record: PlainRecord) in LayoutDetail(record.fields) }
    }
  }
}

extension LayoutDetail {
  fileprivate init(_ layout: RecordFields) {
    id = layout["id"]?.text ?? ""
    name = layout["name"]?.text ?? ""
    sections = (layout["sections"]?.records ?? []).sorted { $0.place < $1.place }.map { section in
      Section(
        label: section["display_label"]?.text ?? section["name"]?.text ?? "",
        fields: (section["fields"]?.records ?? []).sorted { $0.place < $1.place }
          .compactMap(Field.init))
    }
  }
}

extension LayoutDetail.Field {
  fileprivate init?(_ row: RecordFields) {
    guard let apiName = row["api_name"]?.text else { return nil }
    self.apiName = apiName
    label = row["field_label"]?.text ?? row["display_label"]?.text ?? apiName
    type = row["data_type"]?.text ?? "text"
    isRequired = row["required"] == true || row["system_mandatory"] == true
    isReadOnly = row["read_only"] == true || row["field_read_only"] == true
    choices = (row["pick_list_values"]?.records ?? []).compactMap { $0["actual_value"]?.text }
  }
}

extension RecordFields {
  /// Where it stands among others.
  fileprivate var place: Int { self["sequence_number"]?.text.flatMap { Int($0) } ?? 0 }
}

/// A pick list whose choices depend on another's value.
public struct ChoiceDependency: Hashable, Sendable, Codable {
  /// The field that decides, by API name.
  public let parent: String
  /// The field whose choices depend on it.
  public let child: String
  /// The child's choices, by the parent's value; empty in a list.
  public let choices: [String: [String]]
}

extension List where Row == ChoiceDependency {
  /// Which pick lists of a layout depend on which.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-map-dependency.html>
  public static func dependencies(layout: String, of module: String) -> List<ChoiceDependency> {
    crm(
      "/settings/layouts/\(PathSegment.of(layout))/map_dependency", name: "map_dependency",
      query: [("module", module)]
    ) { (record: PlainRecord, _) in
      let fields = record.fields
      let maps = fields["pick_list_values"]?.records ?? []
      return ChoiceDependency(
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
}
