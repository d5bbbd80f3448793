import FoundationEssentials

/// A module of CRM, as its settings describe it.
public struct ModuleMetadata: Hashable, Sendable, Codable {
  /// The name used in paths, such as `Events`.
  public let apiName: String
  /// What people see for one record, such as `Meeting`.
  public let singular: String
  /// What people see for many.
  public let plural: String
  /// Whether the API reaches its records.
  public let isSupported: Bool
}

extension Request where Response == [ModuleMetadata] {
  /// The modules of the organization.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html>
  public static func modules() -> Self {
    Request(.crm, .get, "/settings/modules") { reply in
      try CRMRows.all(reply, "modules") { (record: ModuleRecord) in
        ModuleMetadata(
          apiName: record.apiName, singular: record.singular ?? record.apiName,
          plural: record.plural ?? record.apiName, isSupported: record.isSupported ?? false)
      }
    }
  }
}

private struct ModuleRecord: Decodable, Sendable {
  let apiName: String
  let singular: String?
  let plural: String?
  let isSupported: Bool?

  enum CodingKeys: String, CodingKey {
    case apiName = "api_name"
    case singular = "singular_label"
    case plural = "plural_label"
    case isSupported = "api_supported"
  }
}
