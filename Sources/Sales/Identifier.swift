/// The identity of a thing at Zoho: an opaque word, never a number to calculate with.
///
/// The subject keeps a contact's id out of a deal's hands:
///
///     func deal(_ id: Identifier<Deal>) -> Deal
///
/// Zoho sends ids as strings of up to 19 digits, which a `Double` would round.
public struct Identifier<Subject>: Hashable, Sendable, RawRepresentable, Codable {
  /// The word as Zoho sent it: 19 digits for a record, the stored value for a stage.
  public let rawValue: String

  /// An id from the given word.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// An id from the given word.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// An id from a bare JSON string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// A bare JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Identifier: ExpressibleByStringLiteral {
  /// An id written in source, as tests and samples do.
  public init(stringLiteral value: String) {
    rawValue = value
  }
}

extension Identifier: CustomStringConvertible {
  /// The word itself.
  public var description: String { rawValue }
}
