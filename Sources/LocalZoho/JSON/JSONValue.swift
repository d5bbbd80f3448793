import FoundationEssentials

/// One JSON value. Numbers are exact; object members keep their order.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The member of that name; nil when this is no object or has no such member.
  subscript(name: String) -> JSONValue? { objectValue?[name] }

  var isNull: Bool { self == .null }

  var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  var numberValue: Decimal? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The number as an integer; nil when it has a fraction or does not fit.
  var intValue: Int? {
    guard let value = numberValue else { return nil }
    return Int("\(value)")
  }

  var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// An id, which clients write as a text or, as Zoho's own libraries do, as a number.
  var idText: String? {
    switch self {
    case .string(let text): text
    case .number(let number): Int64("\(number)").map(String.init)
    default: nil
    }
  }

  var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .number(Decimal(value)) }
  init(stringLiteral value: String) { self = .string(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }

  /// A text, or null when there is none.
  init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// A whole number.
  init(_ number: Int) { self = .number(Decimal(number)) }

  /// An exact number, or null when there is none.
  init(_ number: Decimal?) { self = number.map(JSONValue.number) ?? .null }

  /// A truth value.
  init(_ truth: Bool) { self = .bool(truth) }
}
