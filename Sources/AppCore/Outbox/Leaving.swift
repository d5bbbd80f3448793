import Screen

extension AppState {
  /// Leaves; when the fate of a write is unknown, lists it and asks first.
  mutating func quit() -> [Effect] {
    let uncertain = outbox.rows.filter { $0.state == .uncertain }
    guard !uncertain.isEmpty else {
      isFinished = true
      return []
    }
    let shown = 6
    var lines = uncertain.prefix(shown).map { "? \($0.title)" as SafeText }
    if uncertain.count > shown { lines.append("and \(uncertain.count - shown) more") }
    lines.append("Nobody knows yet whether this happened. Fairlead asks again at its next start.")
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Leave with \(uncertain.count) uncertain?", lines: lines,
          answers: [
            .init(key: "s", label: "stay"), .init(key: "l", label: "leave", action: .left),
          ])))
    return []
  }
}
