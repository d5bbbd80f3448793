import AppCore
import Curses
import Screen

/// Makes the terminal look as the state says: the theme, the modes, the title. What it has on already is
/// left alone.
struct TerminalDress {
  private let themes: ThemeLibrary
  /// How the organization looks at the top; nil as the theme has it.
  private let color: ThemeRule?
  private var worn: (name: String, revision: Int)?

  init(_ themes: ThemeLibrary, color: ThemeRule?) {
    self.themes = themes
    self.color = color
  }

  /// A theme with the account's own colour.
  func theme(named name: String) -> Theme {
    var theme = themes.theme(named: name).theme
    if let color { theme[.organization] = color }
    return theme
  }

  /// Puts on what differs.
  mutating func put(_ state: AppState, on terminal: inout Terminal) {
    if worn?.name != state.themeName || worn?.revision != state.looks.revision {
      worn = (state.themeName, state.looks.revision)
      terminal.setTheme(theme(named: state.themeName))
    }
    terminal.follow(Terminal.Options(state.preferences, usesColor: terminal.options.usesColor))
    terminal.setTitle(state.windowTitle)
  }
}

extension Terminal.Options {
  /// What the user has chosen; colours are the environment's to forbid.
  init(_ preferences: Preferences, usesColor: Bool? = nil) {
    self.init()
    if let usesColor { self.usesColor = usesColor }
    usesMouse = preferences.usesMouse
    heedsFocus = preferences.heedsFocus
    setsTitle = preferences.setsTitle
    marksLinks = preferences.marksLinks
    synchronizes = preferences.synchronizes
    bracketsPaste = preferences.bracketsPaste
  }
}

extension Looks {
  /// What is known before the terminal has answered: `COLORFGBG`, which some terminals set, names the
  /// background as one of the first 16 colours.
  init(_ themes: ThemeLibrary, environment: [String: String]) {
    self.init()
    self.themes = themes.briefs
    background = environment["COLORFGBG"].flatMap { Self.background(colorFGBG: $0) }
  }

  /// The background in a text such as `15;0`.
  static func background(colorFGBG text: String) -> Theme.Background? {
    guard let last = text.split(separator: ";").last, let index = Int(last),
      (0...15).contains(index)
    else { return nil }
    return index == 7 || index > 8 ? .light : .dark
  }
}
