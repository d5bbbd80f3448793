import FoundationEssentials

/// A value of a field of a CRM record, whatever the organization has made of the module.
public enum RecordValue: Hashable, Sendable {
  /// Nothing; written, it empties the field.
  case empty
  /// Yes or no.
  case bool(Bool)
  /// A number, exact.
  case number(Decimal)
  /// A text, a day, a time, a choice of a pick-list.
  case text(String)
  /// The choices of a pick-list that takes several.
  case list([String])
  /// A look-up to another record, with the name it had when it was read.
  case reference(id: String, name: String)

  /// The value as plain text: a look-up by its name, several choices with commas between them. Empty
  /// for nothing.
  public var text: String {
    switch self {
    case .empty: ""
    case .bool(let bool): bool ? "yes" : "no"
    case .number(let number): number.description
    case .text(let text): text
    case .list(let items): items.joined(separator: ", ")
    case .reference(let id, let name): name.isEmpty ? id : name
    }
  }

  /// Whether a field with this value counts as left out.
  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .bool, .number, .reference: false
    }
  }

  /// Whether both mean the same to Zoho: a look-up counts by its id, an empty text is nothing.
  public func isSame(as other: RecordValue) -> Bool {
    if isEmpty || other.isEmpty { return isEmpty && other.isEmpty }
    switch (self, other) {
    case (.reference(let id, _), .reference(let other, _)): return id == other
    case (.number(let number), .text(let text)), (.text(let text), .number(let number)):
      return Decimal(string: text) == number
    case (.bool(let bool), .text(let text)), (.text(let text), .bool(let bool)):
      return "\(bool)" == text.lowercased()
    case (.reference(let id, let name), .text(let text)),
      (.text(let text), .reference(let id, let name)):
      return text == name || text == id
    case (.text(let left), .text(let right)):
      return left == right || Self.instant(left).map { $0 == Self.instant(right) } ?? false
    default: return self == other
    }
  }

  /// The moment that a text names, whatever zone it is told in; nil for any other text.
  private static func instant(_ text: String) -> Date? {
    guard text.utf8.count >= 20, CalendarDate(text.prefix(10)) != nil else { return nil }
    return try? Date(text, strategy: .iso8601)
  }
}

extension RecordValue: ExpressibleByStringLiteral, ExpressibleByNilLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Nothing.
  public init(nilLiteral: ()) { self = .empty }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Decimal(value)) }
}

extension RecordValue: Codable {
  private enum Key: String, CodingKey {
    case id, name
  }

  /// The value of the JSON that says it most plainly: null, a bare word or number, a list of words, an
  /// object with an id and a name.
  public init(from decoder: any Decoder) throws {
    if let look = try? decoder.container(keyedBy: Key.self) {
      self = .reference(
        id: try look.decode(String.self, forKey: .id),
        name: try look.decodeIfPresent(String.self, forKey: .name) ?? "")
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .empty
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let items = try? container.decode([String].self) {
      self = .list(items)
    } else {
      self = .number(try container.decode(Decimal.self))
    }
  }

  /// The JSON that says it most plainly.
  public func encode(to encoder: any Encoder) throws {
    if case .reference(let id, let name) = self {
      var look = encoder.container(keyedBy: Key.self)
      try look.encode(id, forKey: .id)
      try look.encode(name, forKey: .name)
      return
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .empty, .reference: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    }
  }
}
