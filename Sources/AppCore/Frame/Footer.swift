import Screen

/// Draws the keys that work now, the most useful first, as many as there is room for; while a chord is
/// begun, what its second key would do.
func drawFooter(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  canvas.fill(area)
  if let chord = state.chord {
    let start: SafeText = " \(chord.description)…  "
    let x = canvas.put(start, x: area.x, y: area.y, limit: area.right, style: .strong)
    put(completions(of: chord, in: state), from: x, in: area, on: &canvas)
    return
  }
  var entries = footerEntries(state)
  // Where not all of them fit, the way to the rest is always there.
  let help = entries.firstIndex { $0.id == "help" }.map { entries.remove(at: $0) }
  let room = area.width - 1 - (help?.width ?? 0)
  var used = 0
  let fitting = entries.prefix { entry in
    used += entry.width
    return used <= room
  }
  put(Array(fitting) + (help.map { [$0] } ?? []), from: area.x + 1, in: area, on: &canvas)
}

private struct FooterEntry {
  var id: String
  var key: SafeText
  var label: SafeText

  var width: Int { key.width + label.width + 3 }
}

private func put(
  _ entries: [FooterEntry], from start: Int, in area: Rect, on canvas: inout Canvas
) {
  var x = start
  for entry in entries where x + entry.width - 2 <= area.right {
    x = canvas.put(entry.key, x: x, y: area.y, style: .key)
    x = canvas.put(" \(entry.label)  ", x: x, y: area.y, limit: area.right)
  }
}

private func footerEntries(_ state: AppState) -> [FooterEntry] {
  Commands.at(state.place).compactMap { command in
    guard let label = command.label, let key = state.keymap.shown(for: command).first,
      command.reasonOff(in: state) == nil
    else { return nil }
    return FooterEntry(id: command.id, key: key, label: label)
  }
}

private func completions(of first: Key, in state: AppState) -> [FooterEntry] {
  Commands.at(state.place).flatMap { command in
    state.keymap.keys(of: command).compactMap { chord in
      guard let keys = Key.parse(chord), keys.count > 1, keys[0] == first else { return nil }
      let rest = keys.dropFirst().map(\.description).joined()
      return FooterEntry(
        id: command.id, key: SafeText(rest), label: command.label ?? command.title)
    }
  }
}
