import Screen

/// Draws the last thing that happened, and at the right how to undo it and where to read the rest.
func drawEvent(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  if drawHeld(state, in: area, on: &canvas) { return }
  let hints = eventHints(state)
  let hintWidth = hints.reduce(0) { $0 + $1.key.width + $1.label.width + 3 }
  let (left, right) = area.split(right: area.width >= hintWidth + 40 ? hintWidth : 0)
  if let event = state.event {
    canvas.draw(" \(event.kind.mark) \(event.text)", in: left, style: event.kind.style)
  }
  guard !right.isEmpty else { return }
  var x = right.x
  for hint in hints {
    x = canvas.put(hint.key, x: x, y: right.y, style: .key)
    x = canvas.put(" \(hint.label)  ", x: x, y: right.y, limit: right.right, style: .dim)
  }
}

private func eventHints(_ state: AppState) -> [(key: SafeText, label: SafeText)] {
  let commands = state.keymap.commands(at: state.place)
  let undo = commands.first { $0.label == "undo" && $0.reasonOff(in: state) == nil }
  let log = commands.first { $0.id == "log" }
  return [(undo, "undo"), (log, "log")].compactMap { command, label in
    command.flatMap { state.keymap.shown(for: $0, at: state.place).first }.map {
      (key: $0, label: label)
    }
  }
}

extension Event.Kind {
  /// What stands before the words, so that no meaning hangs on colour alone.
  var mark: SafeText {
    switch self {
    case .done: "✓"
    case .note: "·"
    case .warning: "!"
    case .failure: "✗"
    }
  }

  /// How it is drawn.
  var style: Style {
    switch self {
    case .done: .good
    case .note: .normal
    case .warning: .warning
    case .failure: .bad
    }
  }
}
