import FoundationEssentials
import ZohoAPI

/// JSON as results are written: members in a given order, numbers with every digit, look-ups with their
/// names, and nothing in it that could drive a terminal.
enum JSONText {
  /// An object with its members in the order given.
  static func object(_ members: [(name: String, value: FieldValue)]) -> String {
    "{" + members.map { string($0.name) + ":" + value($0.value) }.joined(separator: ",") + "}"
  }

  /// A record: the columns named come first, in their order, the other fields follow by name.
  static func record(_ fields: RecordFields, columns: [String] = []) -> String {
    let first = columns.filter { fields[$0] != nil }
    let rest = fields.keys.filter { !first.contains($0) }.sorted()
    return object((first + rest).map { ($0, fields[$0] ?? .null) })
  }

  /// Any value.
  static func value(_ value: FieldValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .number(let number): return number.isFinite ? "\(number)" : "null"
    case .text(let text): return string(text)
    case .reference(let id, let name):
      var members: [(name: String, value: FieldValue)] = []
      if let name { members.append(("name", .text(name))) }
      return object(members + [("id", .text(id))])
    case .list(let values):
      return "[" + values.map { Self.value($0) }.joined(separator: ",") + "]"
    case .object(let fields): return record(fields)
    }
  }

  /// A value as Zoho takes it: of a look-up only the id is sent.
  static func sent(_ value: FieldValue) -> String {
    switch value {
    case .reference(let id, _): object([("id", .text(id))])
    case .list(let values): "[" + values.map { sent($0) }.joined(separator: ",") + "]"
    case .object(let fields):
      "{"
        + fields.keys.sorted().map { string($0) + ":" + sent(fields[$0] ?? .null) }
        .joined(separator: ",") + "}"
    default: Self.value(value)
    }
  }

  /// A string between quotes. Every character that is not to be seen is written as its number.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.isInvisible {
          for unit in String(scalar).utf16 { result += escape(unit) }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  /// Whether it draws nothing and may do something else, such as turn the reading direction.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    // Joiners make emoji and letters of several scripts; they do no harm.
    case .format: value != 0x200C && value != 0x200D
    default: false
    }
  }
}
