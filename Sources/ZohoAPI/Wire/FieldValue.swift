import FoundationEssentials

/// The fields of a record by API name, as one sends or reads them without a type of their own.
public typealias RecordFields = [String: FieldValue]

/// A value of a field, exact: numbers are decimals and never pass through binary floating point.
public enum FieldValue: Hashable, Sendable {
  /// No value; sent, it clears the field.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A number, exact.
  case number(Decimal)
  /// A text, a day, a time, a choice of a pick list.
  case text(String)
  /// A look-up to another record. Only the id is sent.
  case reference(id: String, name: String?)
  /// Several values, as of a pick list with many choices.
  case list([FieldValue])
  /// Named values.
  case object(RecordFields)

  /// The value as plain text: a look-up by its name, or its id without one, and so any object that
  /// has an id and a name. Nil for no value and for lists and other objects.
  public var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .bool(let bool): "\(bool)"
    case .reference(let id, let name): name ?? id
    case .object(let fields): fields["id"] == nil ? nil : fields["name"]?.text
    case .null, .list: nil
    }
  }

  /// The named values of an object, a look-up's id and name among them; nil for anything else.
  public var fields: RecordFields? {
    switch self {
    case .object(let fields): fields
    case .reference(let id, let name):
      ["id": .text(id), "name": name.map(FieldValue.text) ?? .null]
    default: nil
    }
  }
}

extension FieldValue {
  /// The value with every look-up as the object it came as, name included: for showing it whole.
  public var unfolded: FieldValue {
    switch self {
    case .reference(let id, let name):
      name.map { .object(["id": .text(id), "name": .text($0)]) } ?? .object(["id": .text(id)])
    case .list(let values): .list(values.map(\.unfolded))
    case .object(let fields): .object(fields.mapValues(\.unfolded))
    default: self
    }
  }
}

extension FieldValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByIntegerLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// No value.
  public init(nilLiteral: ()) { self = .null }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Decimal(value)) }
}

extension FieldValue: Codable {
  /// Any JSON that is not nested beyond reason. An object with an id and nothing else but a name is a
  /// look-up.
  public init(from decoder: any Decoder) throws {
    guard decoder.codingPath.count < 64 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "nested too deeply"))
    }
    if let container = try? decoder.container(keyedBy: AnyKey.self) {
      var fields: RecordFields = [:]
      for key in container.allKeys {
        fields[key.stringValue] = try container.decode(FieldValue.self, forKey: key)
      }
      self = Self.reference(fields) ?? .object(fields)
    } else if var container = try? decoder.unkeyedContainer() {
      var values: [FieldValue] = []
      while !container.isAtEnd { values.append(try container.decode(FieldValue.self)) }
      self = .list(values)
    } else {
      self = try Self.scalar(try decoder.singleValueContainer())
    }
  }

  /// The value as CRM takes it.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let fields): try fields.encode(to: encoder)
    case .list(let values): try values.encode(to: encoder)
    case .reference(let id, _): try ["id": id].encode(to: encoder)
    default:
      var container = encoder.singleValueContainer()
      switch self {
      case .bool(let bool): try container.encode(bool)
      case .number(let number):
        guard number.isFinite else {
          throw EncodingError.invalidValue(
            number, .init(codingPath: encoder.codingPath, debugDescription: "not a number"))
        }
        try container.encode(number)
      case .text(let text): try container.encode(text)
      default: try container.encodeNil()
      }
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> FieldValue {
    if container.decodeNil() { return .null }
    if let text = try? container.decode(String.self) { return .text(text) }
    if let bool = try? container.decode(Bool.self) { return .bool(bool) }
    let number = try container.decode(Decimal.self)
    guard ExactNumber.isReasonable(number) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an exact number")
    }
    return .number(number)
  }

  private static func reference(_ fields: RecordFields) -> FieldValue? {
    guard case .text(let id)? = fields["id"],
      fields.keys.allSatisfy({ ["id", "name"].contains($0) })
    else { return nil }
    return .reference(id: id, name: fields["name"]?.text)
  }
}

/// A key that is only known at run time.
struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
