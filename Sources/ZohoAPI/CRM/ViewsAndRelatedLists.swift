import FoundationEssentials

/// A view that people made of a module's records.
public struct CustomView: Hashable, Sendable, Codable {
  /// The id, sent as `cvid`.
  public let id: String
  /// What people call it.
  public let name: String
  /// Whether it is the one shown first.
  public let isDefault: Bool
}

extension List where Row == CustomView {
  /// The views of a module.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/custom-view-meta.html>
  public static func customViews(of module: String) -> List<CustomView> {
    crm("/settings/custom_views", name: "custom_views", query: [("module", module)]) {
      (record: PlainRecord, _) in
      CustomView(
        id: record.fields["id"]?.text ?? "",
        name: record.fields["display_value"]?.text ?? record.fields["name"]?.text ?? "",
        isDefault: record.fields["default"] == true)
    }
  }
}

/// A list of records that hang on a record.
public struct RelatedList: Hashable, Sendable, Codable {
  /// The name used in paths, such as `Contact_Roles`.
  public let apiName: String
  /// What people see.
  public let label: String
  /// The module its records are of, when it has one.
  public let module: String?
}

extension Request where Response == [RelatedList] {
  /// The related lists of a module.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/related-list-meta.html>
  public static func relatedLists(of module: String) -> Self {
    Request(.crm, .get, "/settings/related_lists", query: [("module", module)]) { reply in
      try CRMRows.all(reply, "related_lists") { (record: PlainRecord) in
        let apiName = record.fields["api_name"]?.text ?? ""
        return RelatedList(
          apiName: apiName, label: record.fields["display_label"]?.text ?? apiName,
          module: record.fields["module"]?.fields?["api_name"]?.text
            ?? record.fields["module"]?.text)
      }
    }
  }
}

extension List where Row == RecordFields {
  /// The records in a related list of a record, with the fields asked for by API name.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html>
  public static func related(
    _ list: String, of id: String, in module: String, fields: [String]
  ) -> List<RecordFields> {
    crm(
      "/\(PathSegment.of(module))/\(PathSegment.of(id))/\(PathSegment.of(list))",
      query: [("fields", fields.joined(separator: ","))]
    ) { (record: PlainRecord, _) in record.fields }
  }
}
