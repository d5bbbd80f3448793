/// How one role looks: its colours and attributes, written on a line of a theme file.
///
///     selection = "black on cyan"
///     bad = "bright-red bold"
///
/// First the colour of the letters, if any, then attributes, then `on` and the colour behind them.
/// `default` is the terminal's own.
public struct ThemeRule: Hashable, Sendable {
  /// The colour of the letters; nil for the terminal's own.
  public var foreground: Color?
  /// The colour behind them; nil for the terminal's own.
  public var background: Color?
  /// Whether it is bold.
  public var isBold = false
  /// Whether it is dim.
  public var isDim = false
  /// Whether it is italic.
  public var isItalic = false
  /// Whether it is underlined.
  public var isUnderlined = false
  /// Whether letters and background change places.
  public var isReversed = false

  /// As the terminal shows plain text.
  public init() {}

  /// Reads a line such as `bright-red bold on default`.
  ///
  /// - Throws: `ThemeError` naming the word that makes no sense, and the nearest one that does.
  public init(_ text: String) throws(ThemeError) {
    var words = text.split { $0 == " " || $0 == "\t" }[...]
    while let word = words.popFirst() {
      if word == "on" {
        guard let name = words.popFirst() else { throw .missingBackground }
        background = try Self.color(name)
      } else if let attribute = Self.attributes[String(word)] {
        self[keyPath: attribute] = true
      } else {
        foreground = try Self.color(word)
      }
    }
  }

  private static func color(_ name: Substring) throws(ThemeError) -> Color? {
    if name == "default" { return nil }
    guard let color = Color(name: name) else {
      let known = Color.names + attributes.keys.sorted() + ["default", "on"]
      throw .unknownWord(String(name), nearest: nearest(to: String(name), among: known))
    }
    return color
  }

  private static var attributes: [String: WritableKeyPath<ThemeRule, Bool>] {
    [
      "bold": \.isBold, "dim": \.isDim, "italic": \.isItalic, "underline": \.isUnderlined,
      "reverse": \.isReversed,
    ]
  }

  /// The same without colours, for terminals and people who want none: what had another background
  /// is reversed, so that it can still be seen.
  public var withoutColor: ThemeRule {
    var rule = self
    rule.isReversed = isReversed || background != nil
    rule.foreground = nil
    rule.background = nil
    return rule
  }
}
