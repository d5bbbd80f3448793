/// A word that must not be shown: a client secret, a token.
///
/// However it is printed, it reads `<secret>`: in text, in a debugger, in a dump of a value that
/// holds it, in JSON.
public struct Secret: Hashable, Sendable {
  /// The word itself, for the request that needs it and for nothing else.
  public let revealed: String

  /// A word that must not be shown.
  public init(_ word: String) {
    revealed = word
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `<secret>`.
  public var description: String { "<secret>" }

  /// `<secret>`.
  public var debugDescription: String { "<secret>" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: Encodable {
  /// The string `<secret>`: whoever stores a secret says so by `revealed`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
