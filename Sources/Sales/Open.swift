/// A word from the server: one we know, or one we have not met yet.
///
/// Zoho adds statuses and categories without notice. An unknown one stays a value that can be shown
/// and sent back unchanged, while a `switch` over the known ones is still exhaustive.
public enum Open<Word: RawRepresentable & Hashable & Sendable>: Hashable, Sendable
where Word.RawValue == String {
  /// A word this program knows.
  case known(Word)
  /// A word it does not know, as it came.
  case other(String)

  /// The known word of this spelling, or the spelling itself.
  public init(_ text: String) {
    self = Word(rawValue: text).map(Open.known) ?? .other(text)
  }

  /// The spelling used on the wire.
  public var text: String {
    switch self {
    case .known(let word): word.rawValue
    case .other(let text): text
    }
  }
}

extension Open: Codable {
  /// A word from a bare JSON string.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// The bare JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
