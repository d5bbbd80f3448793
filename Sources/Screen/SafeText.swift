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
  /// How many cells it takes.
  public let width: Int

  /// Cleans the given text: every control and invisible mark in it becomes visible.
  public init(_ text: some StringProtocol) {
    if let width = Self.plainWidth(of: text) {
      self.init(text, width: width)
    } else {
      self.init(joining: Self.cleaned(text))
    }
  }

  /// The text, a line at a time: the only place where a newline keeps its meaning.
  public static func lines(_ text: some StringProtocol) -> [SafeText] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { SafeText($0) }
  }

  /// Whether it has no character.
  public var isEmpty: Bool { string.isEmpty }

  /// Whether each of its bytes is a character of one cell. No other character has as many cells as
  /// bytes.
  var isASCII: Bool { width == string.utf8.count }

  /// One text after the other.
  public static func + (left: SafeText, right: SafeText) -> SafeText {
    if left.isASCII, right.isASCII {
      return SafeText(left.string + right.string, width: left.width + right.width)
    }
    return SafeText(joining: left.string + right.string)
  }

  /// The text cut to so many cells, with `…` for what was cut; whole characters only.
  public func truncated(to limit: Int) -> SafeText {
    if width <= limit { return self }
    guard limit > 0 else { return SafeText("", width: 0) }
    if isASCII { return SafeText(string.prefix(limit - 1) + "…", width: limit) }
    var end = string.startIndex
    var used = 0
    while end < string.endIndex {
      let next = used + string[end].cellWidth
      if next > limit - 1 { break }
      used = next
      end = string.index(after: end)
    }
    return SafeText(string[..<end] + "…", width: used + 1)
  }

  /// Cleaned pieces put together: nothing in them needs cleaning again.
  private init(joining cleaned: String) {
    self.init(cleaned, width: cleaned.reduce(0) { $0 + $1.cellWidth })
  }

  private init(_ cleaned: some StringProtocol, width: Int) {
    string = String(cleaned)
    self.width = width
  }

  /// How many cells it takes when it is made of nothing but plain letters and signs.
  private static func plainWidth(of text: some StringProtocol) -> Int? {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text.utf8.count }
    var total = 0
    for scalar in text.unicodeScalars {
      guard let width = scalar.plainWidth else { return nil }
      total += width
    }
    return total
  }

  private static func cleaned(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      if character.isEmojiSequence {
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
    case 0x1f1e6...0x1f1ff:
      // A flag is two letters that some terminals paint over: shown as letters, its width is sure.
      result += String(UnicodeScalar(UInt8(scalar.value - 0x1f1e6 + 0x41)))
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

extension SafeText: ExpressibleByStringInterpolation, CustomStringConvertible {
  /// Text written in source.
  public init(stringLiteral value: String) { self.init(value) }

  /// Text written in source, with values that are cleaned on their way in.
  public init(stringInterpolation: DefaultStringInterpolation) {
    self.init(String(stringInterpolation: stringInterpolation))
  }

  /// The cleaned text, so that it can stand in another one.
  public var description: String { string }
}

extension Unicode.Scalar {
  /// Whether it draws something and does nothing else.
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: !properties.isDefaultIgnorableCodePoint
    }
  }
}
