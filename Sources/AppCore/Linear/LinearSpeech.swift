import Screen

/// What linear mode says: each thing that happened, and what changed under the cursor, a line each.
///
/// It remembers what was said last, so that nothing is said twice and nothing changes unsaid.
public struct LinearSpeech: Sendable {
  private var place: Place?
  private var screen: ScreenName?
  private var overlays = 0
  private var last: SpokenScreen?
  private var heard: Event?

  /// Nothing said yet.
  public init() {}

  /// What is new in a state since the last time.
  public mutating func news(of state: AppState) -> [SafeText] {
    var lines = state.log.prefix { $0 != heard }.reversed().map(\.spoken)
    heard = state.log.first ?? heard
    let now = SpokenScreen(state)
    defer {
      (place, screen, overlays, last) = (state.place, state.screen, state.overlays.count, now)
    }
    let isElsewhere =
      state.screen != screen || state.overlays.count != overlays
      || (state.place != place && !state.place.takesText)
    guard let last, !isElsewhere else { return lines + opening(of: state, now) }
    if state.overlays.isEmpty {
      if now.cursor != last.cursor, !now.cursor.isEmpty { lines.append(now.cursor) }
    } else {
      let old = Set(last.lines)
      let fresh = now.lines.filter { !old.contains($0) && $0 != now.cursor }
      lines += fresh + (now.cursor != last.cursor && !now.cursor.isEmpty ? [now.cursor] : [])
    }
    return lines
  }

  /// Where we are, said in full.
  public func whereabouts(of state: AppState) -> [SafeText] {
    opening(of: state, SpokenScreen(state))
  }

  /// An overlay is told whole; of a screen its title and what the cursor stands on.
  private func opening(of state: AppState, _ now: SpokenScreen) -> [SafeText] {
    guard state.overlays.isEmpty, state.signIn == nil else { return now.lines }
    let title: SafeText = "\(state.screen.title): \(now.lines.first?.string ?? "")"
    return [title] + (now.cursor.isEmpty ? Array(now.lines.dropFirst().prefix(3)) : [now.cursor])
  }

  /// What can be done in a state: the keys, the words, and why it is off.
  public func help(for state: AppState) -> [SafeText] {
    let keys: [SafeText] = Commands.at(state.place).map { command in
      let shown = state.keymap.shown(for: command, at: state.place).map(\.string).joined(
        separator: " or ")
      let reason = command.reasonOff(in: state).map { " (off: \($0.string))" } ?? ""
      return "\(shown.isEmpty ? ":\(command.id)" : shown): \(command.title.string)\(reason)"
    }
    return keys + [
      "show: everything on the screen. Empty line: where we are. : and words: a command by name."
    ]
  }
}

extension Event {
  /// What happened, its kind as a word.
  fileprivate var spoken: SafeText {
    switch kind {
    case .done, .note: text
    case .warning: "warning: \(text)"
    case .failure: "failed: \(text)"
    }
  }
}
