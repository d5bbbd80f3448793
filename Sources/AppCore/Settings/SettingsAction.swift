import FoundationEssentials
import Screen

/// What can happen to the settings, and what the terminal tells of itself.
public enum SettingsAction: Hashable, Sendable {
  /// The files were read anew, with what is wrong in them.
  case loaded(Preferences, themes: [ThemeInBrief], problems: [SafeText])
  /// A setting could not be kept, and why.
  case notKept(SafeText)
  /// The terminal has told its background.
  case backgroundTold(Theme.Background)
  /// The terminal got the focus, or lost it.
  case focused(Bool)
  /// A command of the user's own has ended.
  case commandEnded(CommandRun, CommandResult)
}

/// What the settings want done.
public enum SettingsEffect: Hashable, Sendable {
  /// Write lines of `config.toml` anew, and leave everything else in it as it is.
  case keep([SettingChange])
  /// Run a command of the user's own. Answered by `commandEnded`.
  case run(CommandRun)
}

extension AppState {
  /// Takes a change of the settings.
  mutating func reduceSettings(_ action: SettingsAction) -> [Effect] {
    switch action {
    case .loaded(let new, let themes, let problems):
      takeSettings(new, themes, problems)
      return []
    case .notKept(let reason):
      tell("The setting holds until you leave, but was not kept: \(reason)", kind: .failure)
      return []
    case .backgroundTold(let background):
      looks.background = background
      return []
    case .focused(let isFocused):
      let isBack = isFocused && !looks.isFocused
      looks.isFocused = isFocused
      // What was fetched less than a minute ago is not fetched again.
      guard isBack, preferences.heedsFocus, signIn == nil,
        let last = sync.lastSynced, now.timeIntervalSince(last) > 60
      else { return [] }
      return [.refresh]
    case .commandEnded(let run, let result): return take(result, of: run)
    }
  }

  private mutating func takeSettings(
    _ new: Preferences, _ themes: [ThemeInBrief], _ problems: [SafeText]
  ) {
    let changes = preferences.changes(to: new)
    preferences = new
    looks.themes = themes
    looks.revision += 1
    if !changes.isEmpty {
      let words = changes.map(\.string).joined(separator: ", ")
      tell("The settings were read again: \(words)", kind: .note)
    }
    for problem in problems { tell(problem, kind: .warning) }
  }
}

extension Preferences {
  /// What is different, in words: `theme is light`, `keys of quit`.
  func changes(to new: Preferences) -> [SafeText] {
    var changes: [SafeText] = []
    if theme != new.theme { changes.append("theme is \(new.theme)") }
    for setting in Setting.all where setting.get(self) != setting.get(new) {
      changes.append("\(setting.key) is \(setting.get(new))")
    }
    let ids = Set(keymap.chords.keys).union(new.keymap.chords.keys)
      .union(keymap.localChords.values.flatMap(\.keys))
      .union(new.keymap.localChords.values.flatMap(\.keys))
    let rebound = ids.filter { id in
      keymap.chords[id] != new.keymap.chords[id]
        || Place.allCases.contains {
          keymap.localChords[$0]?[id] != new.keymap.localChords[$0]?[id]
        }
    }
    changes += rebound.sorted().map { "keys of \($0)" }
    if keymap.own != new.keymap.own { changes.append("your own commands") }
    return changes
  }
}
