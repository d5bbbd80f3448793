import Screen

/// The settings: the theme, what is on or off, and the keys of every command.
public struct SettingsScreen: Hashable, Sendable {
  /// What was typed to filter.
  public var filter = TextField()
  /// The row under the cursor.
  public var selected = 0
  /// The keys being pressed for a command; nil while the list has the keys.
  public var capture: KeyCapture?

  /// The settings from their start.
  public init() {}

  /// A row.
  enum Row: Sendable {
    /// A theme to choose.
    case theme(ThemeInBrief)
    /// A setting with a few values.
    case setting(Setting)
    /// The keys of a command.
    case keys(Command)

    /// The part of the screen it belongs to.
    var section: SafeText {
      switch self {
      case .theme: "Theme"
      case .setting(let setting): setting.table.isEmpty ? "General" : "Terminal"
      case .keys: "Keys"
      }
    }
  }

  /// The rows that the filter leaves.
  func rows(in state: AppState) -> [Row] {
    let automatic = ThemeInBrief(
      name: Preferences.automatic, background: .any, isOwn: false)
    let themes = ([automatic] + state.looks.themes).map(Row.theme)
    let all = themes + Setting.all.map(Row.setting) + Commands.all.map(Row.keys)
    guard !filter.text.isEmpty else { return all }
    return all.filter { row in
      let words: SafeText =
        switch row {
        case .theme(let theme): "theme \(theme.name)"
        case .setting(let setting): "\(setting.key) \(setting.title)"
        case .keys(let command): "\(command.title) \(command.id)"
        }
      return words.string.hasWords(of: filter.text)
    }
  }
}

/// The keys being pressed for a command.
public struct KeyCapture: Hashable, Sendable {
  /// The command.
  public var command: String
  /// The keys so far.
  public var keys: [Key] = []
  /// How many keys a chord has at most.
  static let limit = 4
}

extension AppState {
  /// The row of the settings under the cursor.
  var settingsRow: SettingsScreen.Row? {
    guard case .settings(let screen) = overlays.last else { return nil }
    let rows = screen.rows(in: self)
    return rows.indices.contains(screen.selected) ? rows[screen.selected] : nil
  }

  /// Shows the theme under the cursor of the settings, or else the chosen one again.
  mutating func previewTheme() -> [Effect] {
    guard case .settings = overlays.last else { return [] }
    looks.preview = nil
    if case .theme(let theme) = settingsRow { looks.preview = theme.name }
    return []
  }

  /// What is in the way of new keys of a command, with the keys given to it: the clash in words.
  func clash(of capture: KeyCapture) -> SafeText? {
    guard !capture.keys.isEmpty else { return nil }
    if capture.keys.isFixed {
      return "\(capture.keys[0].description) always keeps its meaning"
    }
    var keymap = keymap
    keymap.chords[capture.command] = [Key.written(capture.keys)]
    return keymap.clashes.first { $0.winner == capture.command || $0.loser == capture.command }?
      .text
  }

  /// Takes a key for the chord that is being pressed.
  mutating func capture(_ key: Key) -> [Effect] {
    guard case .settings(var screen) = overlays.last, var capture = screen.capture else {
      return []
    }
    var effects: [Effect] = []
    switch key {
    case .escape: screen.capture = nil
    case .enter:
      guard !capture.keys.isEmpty, !capture.keys.isFixed else { return [] }
      screen.capture = nil
      effects = bind(capture.command, to: Key.written(capture.keys))
    case .backspace where !capture.keys.isEmpty:
      capture.keys.removeLast()
      screen.capture = capture
    case .paste, .mouse: return []
    default:
      guard capture.keys.count < KeyCapture.limit else { return [] }
      capture.keys.append(key)
      screen.capture = capture
    }
    overlays[overlays.count - 1] = .settings(screen)
    return effects
  }

  /// Gives a command another chord, none when it is empty, or with nil its own ones again, and keeps
  /// that.
  mutating func bind(_ id: String, to chord: String?) -> [Effect] {
    keymap.chords[id] = chord.map { $0.isEmpty ? [] : [$0] }
    switch chord {
    case nil: tell("\(id) has its own keys again")
    case ""?: tell("\(id) has no key now")
    case let chord?: tell("\(id) is \(chord) now")
    }
    let value = chord.map { "\"\($0.tomlEscaped)\"" }
    return [.settings(.keep([SettingChange(table: "keys", key: id, value: value)]))]
  }
}

extension String {
  /// The text between the quotes of a TOML string.
  fileprivate var tomlEscaped: String {
    map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : "\($0)" }.joined()
  }
}
