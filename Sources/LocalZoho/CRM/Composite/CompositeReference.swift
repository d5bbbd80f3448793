/// `@{step:$.data[0].details.id}`: a part of another step's answer.
/// https://www.zoho.com/crm/developer/docs/api/v8/composite-api.html
struct CompositeReference: Hashable, Sendable {
  var step: String
  var path: String
  /// As it was written.
  var text: String

  /// It leads to nothing.
  struct Unknown: Error, Hashable {
    var text: String
  }

  static func all(in text: String) -> [CompositeReference] {
    var found: [CompositeReference] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "@{") {
      let inner = rest[start.upperBound...]
      guard let end = inner.firstIndex(of: "}") else { break }
      let parts = inner[..<end].split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        found.append(
          CompositeReference(
            step: String(parts[0]), path: String(parts[1]), text: "@{\(inner[..<end])}"))
      }
      rest = inner[end...]
    }
    return found
  }

  /// A text that is nothing but a reference becomes the value itself.
  static func replaced(_ value: JSONValue, _ answers: [String: JSONValue]) throws -> JSONValue {
    switch value {
    case .string(let text):
      let references = all(in: text)
      if references.count == 1, references[0].text == text {
        return try references[0].value(answers)
      }
      return .string(try replaced(text, answers))
    case .array(let values): return .array(try values.map { try replaced($0, answers) })
    case .object(let object):
      return .object(
        JSONObject(try object.members.map { ($0.name, try replaced($0.value, answers)) }))
    default: return value
    }
  }

  static func replaced(_ text: String, _ answers: [String: JSONValue]) throws -> String {
    var text = text
    for reference in all(in: text) {
      let value = try reference.value(answers)
      text = text.replacing(reference.text, with: value.stringValue ?? value.text)
    }
    return text
  }

  private func value(_ answers: [String: JSONValue]) throws -> JSONValue {
    guard path.hasPrefix("$"), var value = answers[step] else { throw Unknown(text: text) }
    let steps = path.dropFirst().split { ".[]".contains($0) }
    for step in steps {
      let name = step.filter { $0 != "'" && $0 != "\"" }
      if let index = Int(name), let array = value.arrayValue {
        guard array.indices.contains(index) else { throw Unknown(text: text) }
        value = array[index]
      } else {
        guard let next = value[name] else { throw Unknown(text: text) }
        value = next
      }
    }
    return value
  }
}
