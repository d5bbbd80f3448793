import Screen

/// Draws the keys that work now, the most useful first, as many as there is room for; while a chord is
/// begun, what its second key would do.
func drawFooter(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  canvas.fill(area)
  if !state.pendingKeys.isEmpty {
    let start: SafeText = " \(state.pendingKeys.shown)…  "
    let x = canvas.put(start, x: area.x, y: area.y, limit: area.right, style: .strong)
    put(completions(in: state), from: x, in: area, on: &canvas)
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
  let bindings = state.keymap.bindings(at: state.place)
  return state.keymap.commands(at: state.place).compactMap { command in
    guard let label = command.label,
      let keys = bindings.first(where: { $0.command.id == command.id })?.keys,
      command.reasonOff(in: state) == nil
    else { return nil }
    let key = SafeText(Key.shown(keys))
    return FooterEntry(id: command.id, key: key, label: label)
  }
}

private func completions(in state: AppState) -> [FooterEntry] {
  let pressed = state.pendingKeys.keys
  guard !pressed.isEmpty else {
    return [
      FooterEntry(id: "count", key: "a key", label: "does it so often"),
      FooterEntry(id: "cancel", key: "Esc", label: "forgets it"),
    ]
  }
  return state.keymap.followers(of: pressed, at: state.place).map { binding in
    let rest = Key.shown(Array(binding.keys.dropFirst(pressed.count)))
    return FooterEntry(
      id: binding.command.id, key: SafeText(rest),
      label: binding.command.label ?? binding.command.title)
  }
}
