import FoundationEssentials

/// One call inside a composite one, checked.
struct CompositeStep: Sendable {
  var id: String
  var method: String
  /// With references to other steps where they were written.
  var uri: String
  var parameters: JSONObject
  var headers: JSONObject
  var body: JSONValue?

  private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
  private static let restrictedHeaders = ["authorization", "x-crm-org"]

  /// - Throws: ``Refusal`` for the whole call.
  init(_ value: JSONValue, index: Int) throws {
    func path(_ name: String) -> JSONObject {
      [
        "api_name": .string(name), "json_path": "$.__composite_requests[\(index)].\(name)",
      ]
    }
    func refusal(_ code: String, _ message: String, _ name: String, _ more: JSONObject = [:])
      -> Refusal
    {
      var details = path(name)
      for member in more.members { details[member.name] = member.value }
      return .crm(400, code, message, details: details)
    }
    for name in ["uri", "method"] where value[name] == nil {
      throw refusal("MANDATORY_NOT_FOUND", "required field not found", name)
    }
    guard let method = value["method"]?.stringValue, Self.methods.contains(method) else {
      throw refusal("INVALID_DATA", "invalid data", "method", ["expected_data_type": "text"])
    }
    guard let uri = value["uri"]?.stringValue, uri.hasPrefix("/crm/") else {
      throw refusal(
        "INVALID_DATA", "invalid data", "uri",
        ["regex": "/crm(/.*)?/v[0-9]+([.][0-9]+)?/.*"])
    }
    let segments = uri.split(separator: "/").map(String.init)
    let version = segments.dropFirst().first { $0.hasPrefix("v") && Int($0.dropFirst()) != nil }
    guard version == "v8" else {
      throw Refusal.crm(
        400, "NOT_SUPPORTED", "The version of the sub request is not that of the composite request",
        details: [
          "sub_request_version": JSONValue(version), "composite_request_version": "v8",
        ])
    }
    guard !segments.contains("__composite_requests") else {
      throw refusal("NOT_SUPPORTED", "A composite request cannot hold another", "uri")
    }
    id = value["sub_request_id"]?.stringValue ?? String(index + 1)
    guard Self.isName(id) else {
      throw refusal(
        "INVALID_DATA", "invalid data", "sub_request_id", ["regex": "[a-zA-Z0-9][a-zA-Z0-9_]*"])
    }
    self.method = method
    self.uri = uri
    parameters = value["params"]?.objectValue ?? [:]
    headers = value["headers"]?.objectValue ?? [:]
    body = value["body"]
    let restricted = headers.names.filter { Self.restrictedHeaders.contains($0.lowercased()) }
    guard restricted.isEmpty else {
      throw refusal(
        "NOT_SUPPORTED", "The given header is not supported", "headers",
        ["restricted_headers": .array(restricted.map(JSONValue.string))])
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.first.map { $0.isASCII && ($0.isLetter || $0.isNumber) } == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }

  /// The steps that this one needs to have answered.
  var references: Set<String> {
    var found: Set<String> = []
    for text in [uri] + Self.texts(.object(parameters)) + Self.texts(body ?? .null) {
      for reference in CompositeReference.all(in: text) { found.insert(reference.step) }
    }
    return found
  }

  private static func texts(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let values): values.flatMap(texts)
    case .object(let object): object.members.flatMap { texts($0.value) }
    default: []
    }
  }

  /// The call with all references replaced.
  /// - Throws: ``CompositeReference/Unknown``.
  func request(_ answers: [String: JSONValue], baseURL: String) throws -> ZohoRequest {
    let target = try CompositeReference.replaced(uri, answers)
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    var query = NamedValues(urlEncoded: parts.count > 1 ? parts[1] : "")
    for member in parameters.members {
      let value = try CompositeReference.replaced(member.value, answers)
      query.append(member.name, value.stringValue ?? value.text)
    }
    var names = NamedValues(ignoringCase: true)
    for member in headers.members {
      names.append(member.name, member.value.stringValue ?? member.value.text)
    }
    let content = try body.map { try CompositeReference.replaced($0, answers) }
    return ZohoRequest(
      method, parts[0].split(separator: "/").map { NamedValues.decoded($0) }, query: query,
      headers: names, body: content.map(\.data) ?? Data(), baseURL: baseURL)
  }
}
