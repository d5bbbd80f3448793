/// How well a theme can be read: the contrast of every role by WCAG 2.2.
///
/// <https://www.w3.org/TR/WCAG22/#contrast-minimum>
public struct ThemeCheck: Hashable, Sendable {
  /// The contrast of one role.
  public struct Figure: Hashable, Sendable {
    /// The role.
    public let style: Style
    /// The contrast at worst, from 1 to 21; nil where both colours are the terminal's own.
    public let contrast: Double?
    /// What it has to be.
    public let needed: Double

    /// Whether it can be read.
    public var passes: Bool { contrast.map { $0 >= needed } ?? true }
  }

  /// The figures, in the order of the roles.
  public let figures: [Figure]

  /// Whether every role can be read.
  public var passes: Bool { figures.allSatisfy(\.passes) }

  /// Measures a theme. Where letters or background are the terminal's own, it is measured on what people
  /// have: black to the dark grey-blues of popular schemes, white to their cream.
  public init(_ theme: Theme) {
    figures = Style.allCases.map { style in
      Figure(
        style: style, contrast: Self.contrast(of: theme[style], on: theme.background),
        needed: Self.isLine(style) ? Self.lines : Self.text)
    }
  }

  /// What text needs, level AA.
  public static let text = 4.5
  /// What lines and marks need that are no text.
  public static let lines = 3.0

  private static func isLine(_ style: Style) -> Bool { style == .border || style == .focus }

  private typealias RGB = (Int, Int, Int)

  private static let darkBackgrounds: [RGB] = [(0, 0, 0), (0, 43, 54), (40, 44, 52), (30, 30, 46)]
  private static let lightBackgrounds: [RGB] = [(255, 255, 255), (253, 246, 227), (239, 241, 245)]
  private static let darkLetters: [RGB] = [(0, 0, 0), (76, 79, 105)]
  private static let lightLetters: [RGB] = [(255, 255, 255), (204, 204, 204)]

  private static func contrast(of rule: ThemeRule, on background: Theme.Background) -> Double? {
    // Reversed, the two change places, which changes no contrast.
    if rule.foreground == nil, rule.background == nil { return nil }
    let letters = colors(rule.foreground, orElse: letters(on: background))
    let behind = colors(rule.background, orElse: backgrounds(background))
    return letters.flatMap { one in behind.map { contrast(one, $0) } }.min()
  }

  private static func backgrounds(_ background: Theme.Background) -> [RGB] {
    switch background {
    case .dark: darkBackgrounds
    case .light: lightBackgrounds
    case .any: darkBackgrounds + lightBackgrounds
    }
  }

  private static func letters(on background: Theme.Background) -> [RGB] {
    switch background {
    case .dark: lightLetters
    case .light: darkLetters
    case .any: lightLetters + darkLetters
    }
  }

  private static func colors(_ color: Color?, orElse own: [RGB]) -> [RGB] {
    guard let color else { return own }
    // The first 16 are whatever the terminal makes of them: each is taken as the schemes have it.
    return color.index < 16 ? Self.ansi(Int(color.index)) : [color.components]
  }

  /// One of the first 16 as xterm and as VS Code have it.
  private static func ansi(_ index: Int) -> [RGB] {
    let xterm: [RGB] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
      (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
      (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    let other: [RGB] = [
      (0, 0, 0), (205, 49, 49), (13, 188, 121), (229, 229, 16), (36, 114, 200), (188, 63, 188),
      (17, 168, 205), (229, 229, 229), (102, 102, 102), (241, 76, 76), (35, 209, 139),
      (245, 245, 67), (59, 142, 234), (214, 112, 214), (41, 184, 219), (229, 229, 229),
    ]
    return [xterm[index], other[index]]
  }

  private static func contrast(_ one: RGB, _ other: RGB) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The relative luminance as WCAG defines it.
  private static func luminance(_ color: RGB) -> Double {
    0.2126 * linear[color.0] + 0.7152 * linear[color.1] + 0.0722 * linear[color.2]
  }

  /// The light of each step of a channel: `((c + 0.055) / 1.055) ^ 2.4`.
  private static let linear: [Double] = (0...255).map { step in
    let channel = Double(step) / 255
    if channel <= 0.04045 { return channel / 12.92 }
    let base = (channel + 0.055) / 1.055
    return base * base * fifthRoot(of: base * base)
  }

  /// The fifth root of a number from 0 to 1, by Newton's method: `x ^ 2.4` is `x² · ⁵√(x²)`.
  private static func fifthRoot(of number: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 { root -= (root - number / (root * root * root * root)) / 5 }
    return root
  }
}
