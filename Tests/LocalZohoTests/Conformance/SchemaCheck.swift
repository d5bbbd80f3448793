import Foundation

@testable import LocalZoho

/// Where a value is not what a schema says.
struct SchemaViolation: Hashable, Sendable, CustomStringConvertible {
  /// `invoice.line_items[].rate`: elements of an array are told together.
  var path: String
  /// The word of JSON Schema that is not kept: `type`, `required`, `enum`.
  var keyword: String
  var problem: String

  var description: String { "\(path.isEmpty ? "the reply" : path): \(problem)" }
}

/// Holds values against the part of JSON Schema that Zoho's descriptions use.
///
/// `oneOf` is read as `anyOf`: many of Zoho's alternatives contain each other.
struct SchemaCheck {
  /// Whether a departure is known to be the description's fault.
  var isForgiven: (SchemaViolation, JSONValue, Schema) -> Bool = { _, _, _ in false }

  func violations(of value: JSONValue, against schema: Schema, at path: String = "") throws
    -> [SchemaViolation]
  {
    var found: [SchemaViolation] = []
    if schema.node["$ref"] != nil {
      found += try violations(of: value, against: schema.resolved, at: path)
    }
    if value.isNull, schema.node["nullable"] == true { return found }
    func add(_ keyword: String, _ problem: String) {
      let violation = SchemaViolation(path: path, keyword: keyword, problem: problem)
      if !isForgiven(violation, value, schema) { found.append(violation) }
    }
    if let types = Self.types(schema.node["type"]), !types.contains(where: value.isA) {
      add("type", "is \(value.kind), not \(types.joined(separator: " or "))")
      return found
    }
    if let allowed = schema.node["enum"]?.arrayValue, !allowed.contains(value) {
      add("enum", "\(value.brief) is none of \(allowed.map(\.brief).joined(separator: " "))")
    }
    if let only = schema.node["const"], only != value {
      add("const", "\(value.brief) is not \(only.brief)")
    }
    switch value {
    case .string(let text): Self.check(text, schema.node, add)
    case .number(let number):
      if let least = schema.node["minimum"]?.numberValue, number < least {
        add("minimum", "\(number) is below \(least)")
      }
      if let most = schema.node["maximum"]?.numberValue, number > most {
        add("maximum", "\(number) is above \(most)")
      }
    case .array(let elements):
      found += try violations(of: elements, against: schema, at: path, add)
    case .object(let object):
      found += try violations(of: object, against: schema, at: path, add)
    case .null, .bool: break
    }
    for part in schema.node["allOf"]?.arrayValue ?? [] {
      found += try violations(of: value, against: schema.with(part), at: path)
    }
    for keyword in ["anyOf", "oneOf"] {
      guard let choices = schema.node[keyword]?.arrayValue, !choices.isEmpty else { continue }
      let tried = try choices.map {
        try violations(of: value, against: schema.with($0), at: path)
      }
      // What is of the right type is nearer than what is not, however much is wrong with it.
      let best = tried.min { far($0, path) < far($1, path) } ?? []
      if !best.isEmpty {
        let violation = SchemaViolation(
          path: path, keyword: keyword, problem: "fits none of \(choices.count) alternatives")
        if !isForgiven(violation, value, schema) { found += best }
      }
    }
    return found
  }

  private func far(_ violations: [SchemaViolation], _ path: String) -> Int {
    violations.count
      + (violations.contains { $0.path == path && $0.keyword == "type" } ? 1000 : 0)
  }

  private func violations(
    of elements: [JSONValue], against schema: Schema, at path: String,
    _ add: (String, String) -> Void
  ) throws -> [SchemaViolation] {
    if let least = schema.node["minItems"]?.intValue, elements.count < least {
      add("minItems", "has \(elements.count) elements, not \(least) or more")
    }
    if let most = schema.node["maxItems"]?.intValue, elements.count > most {
      add("maxItems", "has \(elements.count) elements, not \(most) or fewer")
    }
    if schema.node["uniqueItems"] == true, Set(elements).count < elements.count {
      add("uniqueItems", "has an element twice")
    }
    guard let element = schema["items"] else { return [] }
    return try elements.flatMap { try violations(of: $0, against: element, at: path + "[]") }
  }

  private func violations(
    of object: JSONObject, against schema: Schema, at path: String,
    _ add: (String, String) -> Void
  ) throws -> [SchemaViolation] {
    for name in schema.node["required"]?.arrayValue ?? [] {
      if let name = name.stringValue, !object.contains(name) {
        add("required", "lacks \(name)")
      }
    }
    var found: [SchemaViolation] = []
    let properties = schema.node["properties"]?.objectValue
    for member in object.members {
      let place = path.isEmpty ? member.name : "\(path).\(member.name)"
      if let property = properties?[member.name] {
        found += try violations(of: member.value, against: schema.with(property), at: place)
      } else if schema.node["additionalProperties"] == false {
        add("additionalProperties", "has \(member.name), which is not described")
      } else if let other = schema["additionalProperties"], other.node.objectValue != nil {
        found += try violations(of: member.value, against: other, at: place)
      }
    }
    return found
  }

  private static func types(_ node: JSONValue?) -> [String]? {
    if let name = node?.stringValue { return [name] }
    return node?.arrayValue?.compactMap(\.stringValue)
  }

  private static func check(
    _ text: String, _ node: JSONValue, _ add: (String, String) -> Void
  ) {
    let brief = JSONValue.string(text).brief
    if let least = node["minLength"]?.intValue, text.count < least {
      add("minLength", "\(brief) is shorter than \(least)")
    }
    if let most = node["maxLength"]?.intValue, text.count > most {
      add("maxLength", "\(brief) is longer than \(most)")
    }
    if let pattern = node["pattern"]?.stringValue,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      add("pattern", "\(brief) does not match \(pattern)")
    }
    if let format = node["format"]?.stringValue, let pattern = formats[format],
      text.range(of: pattern, options: .regularExpression) == nil
    {
      add("format", "\(brief) is no \(format)")
    }
  }

  /// The formats of which a text can be held to be one or not.
  private static let formats = [
    "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "date-time": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,}(Z|[+-][0-9]{2}:?[0-9]{2})$",
    "int64": "^-?[0-9]{1,19}$",
  ]
}

extension JSONValue {
  /// As JSON Schema names it.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  func isA(_ type: String) -> Bool {
    type == kind
      || type == "integer" && (numberValue.map { "\($0)".allSatisfy(\.isWholeDigit) } ?? false)
  }

  /// For a message: no more than 60 characters.
  var brief: String { text.count > 60 ? "\(text.prefix(57))…" : text }
}

extension Character {
  fileprivate var isWholeDigit: Bool { isNumber || self == "-" }
}
