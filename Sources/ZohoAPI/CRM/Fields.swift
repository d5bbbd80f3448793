import FoundationEssentials

/// A field of a module, as its settings describe it: what a form needs to know.
public struct FieldMetadata: Hashable, Sendable, Codable {
  /// A value of a pick list.
  public struct Choice: Hashable, Sendable, Codable {
    /// The id at CRM.
    public let id: String?
    /// What is stored and sent.
    public let value: String
    /// What people see.
    public let label: String
    /// Whether it can be chosen now.
    public let isUsed: Bool
    /// Of a stage: the chance that a deal there is won, in percent.
    public let probability: Int?
    /// Of a stage: `Open`, `Closed Won` or `Closed Lost`.
    public let dealCategory: String?
  }

  /// The name used in requests, such as `Closing_Date`.
  public let apiName: String
  /// What people see.
  public let label: String
  /// The sort of value: `text`, `picklist`, `currency`, `date`, `lookup` and so on.
  public let type: String
  /// Whether a record cannot be without it.
  public let isMandatory: Bool
  /// Whether it can only be read.
  public let isReadOnly: Bool
  /// Whether the organization added it.
  public let isCustom: Bool
  /// How many characters it holds; nil when CRM does not say.
  public let length: Int?
  /// What can be chosen, in order, for pick lists.
  public let choices: [Choice]
}

extension Request where Response == [FieldMetadata] {
  /// The fields of a module.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html>
  public static func fields(of module: String) -> Self {
    Request(.crm, .get, "/settings/fields", query: [("module", module)]) { reply in
      try CRMRows.all(reply, "fields", row: \FieldRecord.metadata)
    }
  }
}

private struct FieldRecord: Decodable, Sendable {
  let apiName: String
  let label: String?
  let type: String?
  let isMandatory: Bool?
  let isReadOnly: Bool?
  let isFieldReadOnly: Bool?
  let isCustom: Bool?
  let length: LenientDecimal?
  let choices: [ChoiceRecord]?

  enum CodingKeys: String, CodingKey {
    case apiName = "api_name"
    case label = "field_label"
    case type = "data_type"
    case isMandatory = "system_mandatory"
    case isReadOnly = "read_only"
    case isFieldReadOnly = "field_read_only"
    case isCustom = "custom_field"
    case length
    case choices = "pick_list_values"
  }

  var metadata: FieldMetadata {
    FieldMetadata(
      apiName: apiName, label: label ?? apiName, type: type ?? "text",
      isMandatory: isMandatory ?? false,
      isReadOnly: (isReadOnly ?? false) || (isFieldReadOnly ?? false),
      isCustom: isCustom ?? false, length: length.flatMap { Int("\($0.value)") },
      choices: (choices ?? []).map(\.choice))
  }
}

private struct ChoiceRecord: Decodable, Sendable {
  let id: String?
  let value: String?
  let label: String?
  let use: String?
  let probability: LenientDecimal?
  let dealCategory: String?
  let forecastType: String?

  enum CodingKeys: String, CodingKey {
    case id
    case value = "actual_value"
    case label = "display_value"
    case use = "type"
    case probability
    case dealCategory = "deal_category"
    case forecastType = "forecast_type"
  }

  var choice: FieldMetadata.Choice {
    FieldMetadata.Choice(
      id: id, value: value ?? label ?? "", label: label ?? value ?? "", isUsed: use != "unused",
      probability: probability.flatMap { Int("\($0.value)") },
      dealCategory: dealCategory ?? forecastType)
  }
}
