import Screen

extension AppState {
  /// Leaves; when a mail is held or the fate of a write is unknown, lists it and asks first.
  mutating func quit() -> [Effect] {
    let uncertain = outbox.rows.filter { $0.state == .uncertain }
    let held = invoices.held
    guard !uncertain.isEmpty || !held.isEmpty else {
      isFinished = true
      return []
    }
    let shown = 6
    var lines = held.map { mail -> SafeText in
      "◷ \(mail.review.invoice.number) to \(mail.review.stored.mail.addressesInWords)"
    }
    if !held.isEmpty { lines.append("Held: it is not sent before you say so at the next start.") }
    lines += uncertain.prefix(shown).map { "? \($0.title)" as SafeText }
    if uncertain.count > shown { lines.append("and \(uncertain.count - shown) more") }
    if !uncertain.isEmpty {
      lines.append("Nobody knows yet whether this happened. Fairlead asks again at its next start.")
    }
    var parts: [String] = []
    if !held.isEmpty { parts.append("\(held.count) held") }
    if !uncertain.isEmpty { parts.append("\(uncertain.count) uncertain") }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Leave with \(parts.joined(separator: " and "))?", lines: lines,
          answers: [
            .init(key: "s", label: "stay"), .init(key: "l", label: "leave", action: .left),
          ])))
    return []
  }
}
