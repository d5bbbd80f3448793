import FoundationEssentials
import ZohoAPI

/// JSON from a command line: `name=text`, `name:=JSON`, and dots into objects and lists.
struct SetFields {
  /// The values as an object.
  let fields: RecordFields

  /// Reads them.
  ///
  /// - Throws: `usage` for what is not of that form, `badInput` for what is no JSON.
  init(_ texts: [String]) throws(HeadlessError) {
    var whole = FieldValue.object([:])
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw HeadlessError(.usage, "--set \(text): write name=text or name:=JSON.")
      }
      let isJSON = text[text.index(before: equals)] == ":"
      let name = isJSON ? text[..<text.index(before: equals)] : text[..<equals]
      let value = String(text[text.index(after: equals)...])
      let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard !parts.contains("") else {
        throw HeadlessError(.usage, "--set \(text): a part of the name is empty.")
      }
      whole = try Self.put(
        isJSON ? Self.json(value, name) : .text(value), at: parts[...], into: whole, text)
    }
    fields = whole.fields ?? [:]
  }

  private static func json(
    _ text: String, _ name: some StringProtocol
  ) throws(HeadlessError) -> FieldValue {
    do {
      // A look-up keeps the name that was typed.
      return try JSONDecoder().decode(FieldValue.self, from: Data(text.utf8)).unfolded
    } catch {
      throw HeadlessError(
        .badInput,
        "\(name): \"\(text)\" is no JSON that can be kept exactly. For text use \(name)=…")
    }
  }

  private static func put(
    _ value: FieldValue, at parts: ArraySlice<String>, into whole: FieldValue, _ text: String
  ) throws(HeadlessError) -> FieldValue {
    guard let part = parts.first else { return value }
    let rest = parts.dropFirst()
    if let index = Int(part), index >= 0, !whole.isFilledObject {
      guard case .list(var values)? = whole.orList, index <= values.count else {
        throw HeadlessError(.usage, "--set \(text): \(part) is not the next place in that list.")
      }
      if index == values.count { values.append(.object([:])) }
      values[index] = try put(value, at: rest, into: values[index], text)
      return .list(values)
    }
    guard case .object(var fields) = whole else {
      throw HeadlessError(.usage, "--set \(text): \(part) goes into something that is no object.")
    }
    fields[part] = try put(value, at: rest, into: fields[part] ?? .object([:]), text)
    return .object(fields)
  }
}

extension FieldValue {
  fileprivate var isFilledObject: Bool {
    if case .object(let fields) = self { !fields.isEmpty } else { false }
  }

  /// The list that it is, or an empty one where nothing is yet.
  fileprivate var orList: FieldValue? {
    switch self {
    case .list: self
    case .object(let fields) where fields.isEmpty: .list([])
    default: nil
    }
  }
}
