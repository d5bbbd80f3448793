import FoundationEssentials

/// A field that the organization added to its documents in Books.
public struct CustomField: Hashable, Sendable, Codable {
  /// The id at Books.
  public let id: String
  /// The name in the API, such as `cf_deal_id`.
  public let apiName: String
  /// What people see.
  public let label: String
  /// Whether two documents cannot have the same value.
  public let isUnique: Bool

  /// A field that the organization added.
  public init(id: String, apiName: String, label: String, isUnique: Bool) {
    self.id = id
    self.apiName = apiName
    self.label = label
    self.isUnique = isUnique
  }
}

/// A value for a custom field.
public struct CustomFieldValue: Hashable, Sendable, Codable {
  /// The field.
  public let field: CustomField
  /// The value.
  public let value: String

  /// A value for a custom field.
  public init(_ field: CustomField, _ value: String) {
    self.field = field
    self.value = value
  }
}

extension Request where Response == [CustomField] {
  /// The custom fields of a sort of document, `invoice` or `customer_payment`.
  ///
  /// Zoho's programs use this call, but its documentation does not have it. Where it is unknown, no
  /// fields are known.
  public static func customFields(of entity: String) -> Self {
    var request = Request(
      .books, .get, "/settings/preferences/customfields", query: [("entity", entity)]
    ) { reply in
      if reply.status == 404 { return [] }
      guard reply.status == 200 else { throw ZohoError(reply, from: .books) }
      let content: FieldValue = try BooksReply.content(reply, "customfields", "custom_fields")
      return rows(content, entity).compactMap(CustomField.init)
    }
    request.takesAnyStatus = true
    return request
  }

  /// The fields come as an array, or by the entity's name.
  private static func rows(_ content: FieldValue, _ entity: String) -> [RecordFields] {
    switch content {
    case .list(let rows): rows.compactMap(\.fields)
    case .object(let groups): groups[entity].map { rows($0, entity) } ?? []
    default: []
    }
  }
}

extension CustomField {
  fileprivate init?(_ row: RecordFields) {
    guard let id = row["customfield_id"]?.text ?? row["field_id"]?.text,
      let label = row["label"]?.text ?? row["field_name"]?.text
    else { return nil }
    let derived = "cf_" + label.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
    self.init(
      id: id, apiName: row["api_name"]?.text ?? derived, label: label,
      isUnique: row["is_unique"] == true || row["is_unique_field"] == true
        || row["prevent_duplicates"] == true)
  }
}
