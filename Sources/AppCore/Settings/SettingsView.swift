import Screen

/// Draws the settings: a filter, then the rows in sections; while keys are pressed, what they would do.
func drawSettings(
  _ screen: SettingsScreen, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  // Narrow, so that the preview of a theme can be seen beside it.
  let size = Size(width: min(76, area.width - 2), height: area.height)
  let inside = drawBox("Settings", size: size, in: area, on: &canvas)
  var list = drawFilter(screen.filter, "/", in: inside, on: &canvas)
  if let capture = screen.capture {
    canvas.cursor = nil
    let (rest, bottom) = list.split(bottom: 4)
    draw(capture, state, in: bottom, on: &canvas)
    list = rest
  }
  let rows = screen.rows(in: state)
  if rows.isEmpty { canvas.draw("Nothing has these words.", in: list.row(0), style: .dim) }
  let lines = lines(rows)
  let current = lines.firstIndex { $0.row == screen.selected } ?? 0
  let range = visible(lines.count, around: current, rows: list.height)
  for place in range {
    let line = lines[place]
    let row = list.row(place - range.lowerBound)
    if let index = line.row {
      draw(rows[index], state, isSelected: index == screen.selected, in: row, on: &canvas)
    } else {
      canvas.draw(line.heading, in: row, style: .title)
    }
  }
}

/// A heading, or the place of a row.
private func lines(_ rows: [SettingsScreen.Row]) -> [(heading: SafeText, row: Int?)] {
  var result: [(heading: SafeText, row: Int?)] = []
  var section: SafeText?
  for (index, row) in rows.enumerated() {
    if row.section != section { result.append((row.section, nil)) }
    section = row.section
    result.append((row.section, index))
  }
  return result
}

private func draw(
  _ row: SettingsScreen.Row, _ state: AppState, isSelected: Bool, in area: Rect,
  on canvas: inout Canvas
) {
  let style: Style = isSelected ? .selection : .normal
  canvas.fill(area, style: style)
  let (left, right) = area.split(left: 26)
  let mark: SafeText = isSelected ? "▌" : " "
  switch row {
  case .theme(let theme):
    let isChosen = theme.name == state.preferences.theme
    canvas.draw("\(mark)\(isChosen ? "●" : "○") \(theme.name)", in: left, style: style)
    canvas.draw(theme.about, in: right, style: isSelected ? .selection : .dim)
  case .setting(let setting):
    canvas.draw(
      "\(mark)\(setting.key): \(setting.value(in: state.preferences))", in: left, style: style)
    canvas.draw(setting.title, in: right, style: isSelected ? .selection : .dim)
  case .keys(let command):
    let chords = state.keymap.chords[command.id]
    let keys = (chords ?? command.keys).map { Key.parse($0).map(Key.shown) ?? "" }
    let shown = keys.filter { !$0.isEmpty }.joined(separator: " ")
    canvas.draw(
      "\(mark)\(shown.isEmpty ? "no key" : shown)\(chords == nil ? "" : "  (yours)")",
      in: left, style: isSelected ? .selection : .key)
    canvas.draw("\(command.title)  \(command.id)", in: right, style: style)
  }
}

private func draw(
  _ capture: KeyCapture, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  let keys = Key.shown(capture.keys)
  canvas.draw(
    "New keys of \(capture.command): \(keys.isEmpty ? "press them" : keys)", in: area.row(0),
    style: .strong)
  if let clash = state.clash(of: capture) {
    let text: SafeText = "! \(clash)"
    for (place, line) in text.wrapped(to: area.width, limit: 2).enumerated() {
      canvas.draw(line, in: area.row(1 + place), style: .warning)
    }
  }
  canvas.draw(
    "Enter keeps them, Backspace drops the last, Esc leaves all as it was", in: area.row(3),
    style: .dim)
}

extension ThemeInBrief {
  /// What it is for.
  fileprivate var about: SafeText {
    let place: SafeText = isOwn ? ", a file of yours" : ""
    if name == Preferences.automatic { return "dark or light, as the terminal's background is" }
    switch background {
    case .dark: return "for a dark background\(place)"
    case .light: return "for a light background\(place)"
    case .any: return "for any background\(place)"
    }
  }
}
