/// What every role looks like.
public struct Theme: Hashable, Sendable {
  /// The terminal's background that a theme is made for.
  public enum Background: String, Hashable, Sendable, CaseIterable {
    /// Dark, with light letters.
    case dark
    /// Light, with dark letters.
    case light
    /// Whichever it is.
    case any
  }

  private var rules: [ThemeRule]
  /// The background it is made for.
  public var background = Background.any

  /// How a role looks.
  public subscript(style: Style) -> ThemeRule {
    get { rules[Int(style.rawValue)] }
    set { rules[Int(style.rawValue)] = newValue }
  }

  /// Attributes only: readable on every terminal, and what stands in for what a theme lacks.
  public static let plain: Theme = {
    var theme = Theme(rules: Style.allCases.map { _ in ThemeRule() })
    for style in [Style.strong, .title, .focus, .tab, .key, .warning, .good] {
      theme[style].isBold = true
    }
    for style in [Style.selection, .organization, .bad] { theme[style].isReversed = true }
    for style in [Style.field, .match, .tab] { theme[style].isUnderlined = true }
    theme[.pending].isItalic = true
    return theme
  }()

  /// The line of a theme file that says which background it is made for.
  public static let backgroundKey = "background"

  private init(rules: [ThemeRule]) { self.rules = rules }

  /// A theme from the lines of a file: role and rule, such as `"selection": "black on cyan"`.
  ///
  /// A line that makes no sense costs that line: its role looks as in `plain`, and the problem is told.
  ///
  /// - Returns: The theme, and what is wrong with it in the order of the roles' names.
  public static func read(_ lines: [String: String]) -> (theme: Theme, problems: [SafeText]) {
    var theme = plain
    var problems: [SafeText] = []
    for (name, text) in lines.sorted(by: { $0.key < $1.key }) {
      if name == backgroundKey {
        guard let background = Background(rawValue: text) else {
          let near = nearest(to: text, among: Background.allCases.map(\.rawValue))
          problems.append("\(name): \"\(text)\" is no background; the nearest is \(near)")
          continue
        }
        theme.background = background
        continue
      }
      guard let style = Style.allCases.first(where: { $0.name == name }) else {
        let near = nearest(to: name, among: Style.allCases.map(\.name) + [backgroundKey])
        problems.append("\(name): there is no such role; the nearest is \(near)")
        continue
      }
      do throws(ThemeError) {
        theme[style] = try ThemeRule(text)
      } catch {
        problems.append("\(name): \(error.description)")
      }
    }
    return (theme, problems)
  }
}
