@testable import LocalZoho

/// Builds the example that a description gives of a body, with the ids and names of an organization
/// that exists in place of the example's.
struct ExampleBody: Sendable {
  /// What stands for a member of that name: a value of ours, nothing (it is left out), or what the
  /// description says.
  enum Choice: Sendable {
    case ours(JSONValue)
    case leftOut
    case official
  }

  let choice: @Sendable (String) async throws -> Choice

  /// Nil when the description has no example to give.
  func value(_ schema: Schema, depth: Int = 0) async throws -> JSONValue? {
    let schema = try schema.resolved
    let element = try schema["items"]?.resolved
    if let example = schema.node["example"], schema.node["properties"] == nil,
      element?.node["properties"] == nil
    {
      return example.isBlank ? Optional.none : example
    }
    guard depth < 8 else { return nil }
    if let properties = schema.node["properties"]?.objectValue {
      var object = JSONObject()
      for property in properties.members {
        let part = try schema.with(property.value).resolved
        if part.node["readOnly"] == true { continue }
        let isList = part.node["type"] == "array"
        let isListOfObjects = try part["items"]?.resolved.node["properties"] != nil
        switch try await choice(property.name) {
        case .ours(let value) where !isListOfObjects:
          object.append(property.name, isList ? [value] : value)
        case .leftOut: continue
        case .official, .ours:
          if let value = try await value(part, depth: depth + 1) {
            object.append(property.name, value)
          }
        }
      }
      return object.isEmpty ? nil : .object(object)
    }
    if let element {
      return try await value(element, depth: depth + 1).map { [$0] }
    }
    for keyword in ["oneOf", "anyOf", "allOf"] {
      if let first = schema.node[keyword]?.arrayValue?.first {
        return try await value(schema.with(first), depth: depth + 1)
      }
    }
    if let allowed = schema.node["enum"]?.arrayValue { return allowed.first }
    return nil
  }
}

extension JSONValue {
  /// Zoho's examples leave a space where they have none.
  var isBlank: Bool { stringValue?.allSatisfy(\.isWhitespace) ?? isNull }
}
