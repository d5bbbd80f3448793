import FoundationEssentials

/// A layout of a module: which of its fields a form shows. Pipelines belong to one.
public struct Layout: Hashable, Sendable, Codable {
  /// The id at CRM.
  public let id: String
  /// What people call it.
  public let name: String
}

extension Request where Response == [Layout] {
  /// The layouts of a module that are in use.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html>
  public static func layouts(of module: String) -> Self {
    Request(.crm, .get, "/settings/layouts", query: [("module", module)]) { reply in
      try CRMRows.all(reply, "layouts") { (record: LayoutRecord) in record }
        .filter { $0.status != "inactive" && $0.status != "-1" }
        .map { Layout(id: $0.id, name: $0.name ?? "") }
    }
  }
}

private struct LayoutRecord: Decodable, Sendable {
  let id: String
  let name: String?
  let status: String?

  enum CodingKeys: String, CodingKey {
    case id, name, status
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    name = try container.text(.name)
    status = try container.decodeIfPresent(LenientText.self, forKey: .status)?.value
  }
}
