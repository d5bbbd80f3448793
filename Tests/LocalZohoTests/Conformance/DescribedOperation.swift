@testable import LocalZoho

/// One operation as a description has it.
struct DescribedOperation: Sendable {
  struct Parameter: Sendable {
    var name: String
    /// `path`, `query` or `header`.
    var place: String
    var isRequired: Bool
    var example: JSONValue?
    var schema: Schema?
  }

  let product: OfficialArea.Product
  /// Which set of descriptions: `books`, `crm/v8.0-oas3.0`.
  let edition: String
  /// Zoho's name of the description: `credit-notes`.
  let description: String
  let method: String
  /// The whole path, with the parameters' names in braces.
  let path: String
  let node: Schema
  let shared: Schema?

  /// `GET /crm/v8/{}/{}`: how operations of different descriptions are known for the same.
  var shape: String { "\(method) \(Self.shape(path))" }

  static func shape(_ path: String) -> String {
    "/" + path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }.joined(separator: "/")
  }

  /// - Throws: ``DescriptionLibrary/Unresolved``.
  func parameters() throws -> [Parameter] {
    let own = node["parameters"]?.node.arrayValue ?? []
    let entries = (own + (shared?.node.arrayValue ?? [])).filter {
      !DescriptionFaults.dangling.contains($0["$ref"].text)
    }
    return try entries.map { entry in
      let parameter = try node.with(entry).resolved
      return Parameter(
        name: parameter.node["name"].text, place: parameter.node["in"].text,
        isRequired: parameter.node["required"] == true,
        example: parameter.node["example"] ?? parameter.node["schema"]?["example"],
        schema: parameter["schema"])
    }
  }

  /// The schema of a JSON body, when it takes one.
  func requestSchema() throws -> Schema? {
    try node["requestBody"]?.resolved["content"]?["application/json"]?["schema"]
  }

  /// What the description says of a reply: its kinds of content, each with its schema, if any. Nil
  /// when it does not list the status.
  func response(_ status: Int) throws -> [String: Schema?]? {
    guard let reply = try node["responses"]?[String(status)]?.resolved else { return nil }
    var kinds: [String: Schema?] = [:]
    for kind in reply["content"]?.node.objectValue?.members ?? [] {
      kinds[kind.name] = .some(reply["content"]?[kind.name]?["schema"])
    }
    return kinds
  }

  /// The statuses that it lists, in order.
  var statuses: [Int] {
    (node["responses"]?.node.objectValue?.names ?? []).compactMap { Int($0) }.sorted()
  }
}
