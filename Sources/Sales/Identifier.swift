/// The identity of a record at Zoho: a string of digits, never a number to calculate with.
///
/// The subject keeps a contact's id out of a deal's hands:
///
///     func deal(_ id: Identifier<Deal>) -> Deal
///
/// Zoho sends ids as strings of up to 19 digits, which a `Double` would round.
public struct Identifier<Subject>: Hashable, Sendable, RawRepresentable, Codable {
  /// The digits as Zoho sent them.
  public let rawValue: String

  /// An id that has the given digits.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// An id that has the given digits.
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
  /// The digits.
  public var description: String { rawValue }
}
