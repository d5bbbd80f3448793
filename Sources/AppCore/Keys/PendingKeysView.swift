import Screen

/// Draws, at the bottom right, what may follow the keys that were pressed.
func drawPendingKeys(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  guard state.pendingKeys.isListed else { return }
  let rows = pendingRows(state)
  let keyWidth = rows.map(\.key.width).max() ?? 0
  let widest = rows.map { keyWidth + 2 + $0.title.width }.max() ?? 0
  let size = Size(
    width: min(max(widest, 24) + 4, area.width), height: min(rows.count + 2, area.height))
  let box = Rect(
    x: area.right - size.width, y: area.bottom - size.height, width: size.width,
    height: size.height)
  canvas.fill(box)
  let inside = canvas.frame(box, title: "\(state.pendingKeys.shown)…", style: .focus).inset(x: 1)
  for (place, row) in rows.prefix(inside.height).enumerated() {
    let (left, right) = inside.row(place).split(left: keyWidth + 2)
    canvas.draw(row.key, in: left, style: .key)
    canvas.draw(row.title, in: right, style: row.isOff ? .dim : .normal)
  }
}

private func pendingRows(_ state: AppState) -> [(key: SafeText, title: SafeText, isOff: Bool)] {
  let pending = state.pendingKeys
  var rows: [(key: SafeText, title: SafeText, isOff: Bool)] = []
  if !pending.keys.isEmpty {
    rows = state.keymap.followers(of: pending.keys, at: state.place).map { binding in
      let rest = Key.shown(Array(binding.keys.dropFirst(pending.keys.count)))
      let reason = binding.command.reasonOff(in: state)
      let title = binding.command.spoken(in: state)
      return (SafeText(rest), reason.map { "\(title)  (off: \($0))" } ?? title, reason != nil)
    }
  } else {
    let often: SafeText = pending.count.map { $0 > 1 ? "\($0) times" : "as often" } ?? "as often"
    rows = [("0–9", "another digit of the count", false), ("a key", "do it \(often)", false)]
  }
  return rows + [("Esc", "forget it", false)]
}

extension Command {
  /// What it does, with the name of what it leads to where the screen decides that.
  func spoken(in state: AppState) -> SafeText {
    guard id.hasPrefix("pane."), let number = Int(id.dropFirst(5)),
      state.panes.indices.contains(number - 1)
    else { return title }
    return "\(title): \(state.panes[number - 1].title)"
  }
}
