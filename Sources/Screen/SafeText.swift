/// Text that cannot drive a terminal: the one way in for everything that can be drawn, logged,
/// exported or opened.
///
/// Text from a server, a file or a paste can hold escape sequences, carriage returns and marks that
/// turn the reading direction. Here they become visible: `^[`, `<U+202E>`. There is no way around it:
///
///     canvas.draw("Deal \(deal.name)", ...)   // the name is cleaned on its way in
public struct SafeText: Hashable, Sendable {
  /// The cleaned text, on one line.
  public let string: String

  /// Cleans the given text: every control and invisible mark in it becomes visible.
  public init(_ text: some StringProtocol) {
    string = Self.isPlain(text) ? String(text) : Self.cleaned(text)
  }

  /// The text, a line at a time: the only place where a newline keeps its meaning.
  public static func lines(_ text: some StringProtocol) -> [SafeText] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { SafeText($0) }
  }

  /// How many cells it takes.
  public var width: Int { string.reduce(0) { $0 + $1.cellWidth } }

  /// Whether it has no character.
  public var isEmpty: Bool { string.isEmpty }

  /// One text after the other.
  public static func + (left: SafeText, right: SafeText) -> SafeText {
    SafeText(joining: left.string + right.string)
  }

  /// The text cut to so many cells, with `…` for what was cut; whole characters only.
  public func truncated(to limit: Int) -> SafeText {
    guard limit > 0 else { return SafeText(joining: "") }
    var room = limit
    var end = string.startIndex
    var endWithMark = end
    while end < string.endIndex {
      let width = string[end].cellWidth
      if width > room { return SafeText(joining: string[..<endWithMark] + "…") }
      room -= width
      end = string.index(after: end)
      if room >= 1 { endWithMark = end }
    }
    return self
  }

  /// Cleaned pieces put together: nothing in them needs cleaning again.
  private init(joining cleaned: String) { string = cleaned }

  private init(joining cleaned: Substring) { string = String(cleaned) }

  private static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
  }

  private static func cleaned(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      if character.isJoinedEmoji {
        result.append(character)
      } else {
        for scalar in character.unicodeScalars { append(scalar, to: &result) }
      }
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar.value {
    case 0x09: result += "  "
    case 0x00..<0x20: result += "^" + String(UnicodeScalar(UInt8(scalar.value + 0x40)))
    case 0x7f: result += "^?"
    default:
      if scalar.isHarmless {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      }
    }
  }
}

extension SafeText: ExpressibleByStringInterpolation {
  /// Text written in source.
  public init(stringLiteral value: String) { self.init(value) }

  /// Text written in source, with values that are cleaned on their way in.
  public init(stringInterpolation: DefaultStringInterpolation) {
    self.init(String(stringInterpolation: stringInterpolation))
  }
}

extension Unicode.Scalar {
  /// Whether it draws something and does nothing else.
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default:
      !properties.isDefaultIgnorableCodePoint || value == 0xfe0f || value == 0xfe0e
    }
  }
}

extension Character {
  /// Whether it is several emoji joined into one by zero-width joiners, the one place they may stand.
  fileprivate var isJoinedEmoji: Bool {
    guard let first = unicodeScalars.first, first.properties.isEmoji, first.value > 0xff,
      unicodeScalars.contains(where: { $0.value == 0x200d })
    else { return false }
    return unicodeScalars.allSatisfy {
      $0.properties.isEmoji || $0.value == 0x200d || $0.value == 0xfe0f
    }
  }
}
