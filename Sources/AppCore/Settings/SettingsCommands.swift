import Screen

/// What can be done about settings.
enum SettingsCommands {
  static let all: [Command] = [
    Command(
      "settings", "choose theme, keys and more", keys: [","],
      in: Commands.tabbed.union([.signInList])
    ) {
      $0.overlays.append(.settings(SettingsScreen()))
      return $0.previewTheme()
    },
    Command(
      "mouse.toggle", "give the mouse to the terminal, to select text, or take it back",
      keys: ["<f8>"], in: Commands.screens
    ) { state in
      state.preferences.usesMouse.toggle()
      state.tell(
        state.preferences.usesMouse
          ? "The mouse is ours: click, wheel, drag" : "The mouse selects text in the terminal",
        kind: .note)
      return []
    },
    Command(
      "settings.choose", "choose it, turn it on or off, or press new keys for it",
      label: "choose", keys: ["<enter>"], in: [.settings]
    ) { $0.chooseSetting() },
    Command(
      "settings.reset", "give the command its own keys again", label: "default keys",
      keys: ["<c-r>"], in: [.settings], unavailable: noCommand
    ) { $0.bindSelected(to: nil) },
    Command(
      "settings.unbind", "take the keys from the command", label: "no key", keys: ["<c-x>"],
      in: [.settings], unavailable: noCommand
    ) { $0.bindSelected(to: "") },
  ]

  @Sendable private static func noCommand(_ state: AppState) -> SafeText? {
    if case .keys = state.settingsRow { nil } else { "only a command has keys" }
  }
}

extension AppState {
  fileprivate mutating func bindSelected(to chord: String?) -> [Effect] {
    guard case .keys(let command) = settingsRow else { return [] }
    return bind(command.id, to: chord)
  }

  fileprivate mutating func chooseSetting() -> [Effect] {
    switch settingsRow {
    case .theme(let theme):
      preferences.theme = theme.name
      tell("theme = \"\(theme.name)\"")
      return [.settings(.keep([SettingChange(key: "theme", value: "\"\(theme.name)\"")]))]
    case .setting(let setting):
      let values = setting.values
      let place = values.firstIndex(of: setting.get(preferences)) ?? 0
      let next = values[(place + 1) % values.count]
      setting.set(&preferences, next)
      tell("\(setting.key) = \(setting.written(next))")
      let change = SettingChange(
        table: setting.table, key: setting.key, value: setting.written(next))
      return [.settings(.keep([change]))]
    case .keys(let command):
      guard case .settings(var screen) = overlays.last else { return [] }
      screen.capture = KeyCapture(command: command.id)
      overlays[overlays.count - 1] = .settings(screen)
      return []
    case nil: return []
    }
  }
}
