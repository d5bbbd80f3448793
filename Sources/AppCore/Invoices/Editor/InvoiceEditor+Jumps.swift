import Sales
import Screen

extension InvoiceEditor {
  /// What can be done with the labels of the cells.
  static let labels: [Command] = [
    Command(
      "grid.jump", "show a label on every cell: it jumps there, a number to its line",
      label: "jump", keys: ["<c-o>"], in: [.editor, .editorCell]
    ) { $0.showLabels() },
    Command("grid.jump-from-grid", "jump to a cell by its label", keys: [";"], in: [.editor]) {
      $0.showLabels()
    },
    Command(
      "jump.line", "go to the line of that number", label: "line", keys: ["<enter>"],
      in: [.editorJump],
      unavailable: { $0.editor?.jump?.line == nil ? "no number of a line was typed" : nil }
    ) { state in state.editor?.jump?.line.map { state.jump(to: .line($0)) } ?? [] },
    Command("jump.leave", "stay here", label: "stay", keys: ["<esc>", "<c-o>"], in: [.editorJump]) {
      $0.editor?.jump = nil
      return []
    },
  ]
}

extension AppState {
  /// Ends the live cell and shows the labels.
  fileprivate mutating func showLabels() -> [Effect] {
    let effects = tabInEditor { editor in
      editor.input = nil
      return []
    }
    guard let open = editor, open.input == nil else { return effects }
    let layout = layout(of: open)
    let lines = open.draft.lines.indices.flatMap { line in
      LineColumn.allCases.map { GridCell.line(line, $0) }
    }
    let cells = (GridCell.fields + lines).filter { layout.rect(of: $0)?.isEmpty == false }
    editor?.jump = JumpLabels(cells, lines: open.draft.lines.count)
    return effects
  }

  /// Takes a key of a label; nil when the key is a command.
  mutating func typeLabel(_ key: Key) -> [Effect]? {
    guard case .character = key, var jump = editor?.jump else {
      if case .paste = key { return [] }
      return nil
    }
    let step = jump.take(key)
    editor?.jump = jump
    return self.jump(to: step)
  }

  /// Goes where a label leads: cells are typed into at once, lines are found in the grid.
  fileprivate mutating func jump(to step: JumpLabels.Step) -> [Effect] {
    switch step {
    case .more: return []
    case .cell(let cell):
      editor?.jump = nil
      return edit { $0.begin(cell, isFresh: true) }
    case .line(let line):
      editor?.jump = nil
      return edit {
        $0.go(to: .line(line, $0.cell.column ?? .item))
        return []
      }
    case .nothing:
      editor?.jump = nil
      tell("No cell has that label.", kind: .note)
      return []
    }
  }

  /// A click goes to the cell under it; the wheel goes up and down.
  mutating func point(at event: MouseEvent, in open: InvoiceEditor) -> [Effect] {
    editor?.jump = nil
    switch event.kind {
    case .wheelUp, .wheelDown:
      return tabInEditor {
        $0.move(rows: event.kind == .wheelUp ? -1 : 1)
        return []
      }
    case .press:
      let layout = layout(of: open)
      let rows = GridCell.rows(lines: open.draft.lines.count)
      let cell = rows.lazy.flatMap { $0 }.first { cell in
        guard let rect = layout.rect(of: cell) else { return false }
        return rect.y == event.y && (rect.x..<rect.right).contains(event.x)
      }
      guard let cell else { return [] }
      return tabInEditor {
        $0.go(to: cell)
        return []
      }
    case .release: return []
    }
  }
}
