import Sales
import Screen

extension InvoiceEditor {
  /// What can be done with a draft, the most useful first.
  static let commands: [Command] =
    walking + whole + lines + moving + jumps + labels
    + filling

  private static let both: Set<Place> = [.editor, .editorCell]

  private static let walking: [Command] = [
    Command("editor.next", "go to the next cell", label: "next cell", keys: ["<tab>"], in: both) {
      $0.tabInEditor { $0.goToNextCell() }
    },
    Command("editor.previous", "go to the cell before", keys: ["<s-tab>"], in: both) {
      $0.tabInEditor { $0.goToPreviousCell() }
    },
    Command(
      "editor.enter", "take what was typed or chosen", label: "take", keys: ["<enter>"],
      in: [.editorCell]
    ) { $0.enterInEditor() },
    Command(
      "editor.type", "type into the cell", label: "type", keys: ["<enter>", "i"],
      in: [.editor]
    ) { $0.enterInEditor() },
    Command(
      "editor.leave-cell", "leave the cell for the grid", label: "grid", keys: ["<esc>"],
      in: [.editorCell]
    ) { $0.edit { $0.leaveCell() } },
    Command(
      "editor.down", "go to the choice or the line below", keys: ["<down>"],
      in: [.editorCell]
    ) { $0.stepInCell(1) },
    Command("editor.up", "go to the choice or the line above", keys: ["<up>"], in: [.editorCell]) {
      $0.stepInCell(-1)
    },
  ]

  private static let whole: [Command] = [
    Command(
      "draft.review", "save, review and send", label: "review & send", keys: ["S"],
      in: [.editor], writes: true, unavailable: { $0.reasonNotToStore }
    ) { $0.storeDraft(thenReview: true) },
    Command(
      "draft.close", "close; the draft is kept", label: "close (kept)", keys: ["<esc>", "q"],
      in: [.editor]
    ) { $0.closeEditor() },
    Command(
      "draft.save", "save the draft at Books", label: "save", keys: ["<c-s>"],
      in: both.union([.editorJump]),
      writes: true, unavailable: { $0.reasonNotToStore }
    ) { $0.storeDraft(thenReview: false) },
  ]

  private static let lines: [Command] = [
    Command("line.add", "make a new line", label: "line", keys: ["<c-n>"], in: both) {
      $0.tabInEditor { $0.addLine() }
    },
    line("line.copy", "copy the line", label: "copy line", keys: ["yy"]) {
      guard let line = $0.cell.lineIndex else { return [] }
      $0.copied = $0.draft.lines[line]
      $0.notice = "Line \(line + 1) is copied; p puts it below the cursor."
      return []
    },
    Command(
      "line.paste", "put the copied line below", label: "paste", keys: ["p"], in: [.editor],
      unavailable: { $0.editor?.copied == nil ? "no line is copied yet" : nil }
    ) { $0.edit { $0.pasteLine() } },
    line("line.delete", "delete the line", label: "delete", keys: ["dd"]) { $0.deleteLine() },
    line("line.down", "move the line down", keys: ["J"]) { $0.moveLine(1) },
    line("line.up", "move the line up", keys: ["K"]) { $0.moveLine(-1) },
    Command("cell.clear", "empty the cell", keys: ["<del>", "<backspace>", "x"], in: [.editor]) {
      $0.edit { $0.clearCell() }
    },
    Command(
      "draft.undo", "undo the last edit", label: "undo", keys: ["u"], in: [.editor],
      unavailable: { $0.editor?.past.isEmpty != false ? "nothing was edited since it opened" : nil }
    ) { $0.edit { $0.undo() } },
    Command(
      "draft.redo", "redo what was undone", keys: ["<c-r>"], in: [.editor],
      unavailable: { $0.editor?.future.isEmpty != false ? "nothing was undone" : nil }
    ) { $0.edit { $0.redo() } },
    Command(
      "draft.notes", "write the notes in $EDITOR", label: "notes", keys: ["<c-e>"],
      in: both
    ) {
      let effects = $0.edit { $0.leaveCell() }
      guard let draft = $0.editor?.draft else { return effects }
      return effects + [.editText(.draftNotes(draft.id), draft.notes)]
    },
  ]

  private static let moving: [Command] = [
    move("grid.left", "go left", keys: ["h", "<left>"]) { $0.move(cells: -1) },
    move("grid.down", "go down", keys: ["j", "<down>"]) { $0.move(rows: 1) },
    move("grid.up", "go up", keys: ["k", "<up>"]) { $0.move(rows: -1) },
    move("grid.right", "go right", keys: ["l", "<right>"]) { $0.move(cells: 1) },
    move("grid.first", "go to the first cell of the row", keys: ["<home>", "^"]) {
      $0.move(cells: -9)
    },
    move("grid.last", "go to the last cell of the row", keys: ["<end>", "$"]) {
      $0.move(cells: 9)
    },
    move("grid.top", "go to the first line", keys: ["gg"]) { $0.go(to: .line(0, .item)) },
    move("grid.bottom", "go to the last line", keys: ["G"]) {
      $0.go(to: .line($0.draft.lines.count - 1, .item))
    },
  ]

  private static let jumps: [Command] = [
    jump("customer", .customer, keys: ["gc"]), jump("date", .date, keys: ["gd"]),
    jump("terms", .terms, keys: ["gt"]), jump("due day", .due, keys: ["gu"]),
    jump("reference", .reference, keys: ["gr"]), jump("notes", .notes, keys: ["gn"]),
  ]

  private static func line(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String],
    run: @escaping @Sendable (inout InvoiceEditor) -> [Effect]
  ) -> Command {
    Command(
      id, title, label: label, keys: keys, in: [.editor],
      unavailable: { $0.editor?.cell.lineIndex == nil ? "the cursor is on no line" : nil }
    ) { $0.edit(run) }
  }

  private static func move(
    _ id: String, _ title: SafeText, keys: [String],
    run: @escaping @Sendable (inout InvoiceEditor) -> Void
  ) -> Command {
    Command(id, title, keys: keys, in: [.editor]) {
      $0.edit {
        run(&$0)
        return []
      }
    }
  }

  private static func jump(_ name: String, _ cell: GridCell, keys: [String]) -> Command {
    Command(
      "grid.\(name.split(separator: " ").joined(separator: "-"))", "go to the \(name)",
      keys: keys, in: [.editor]
    ) { $0.edit { $0.begin(cell, isFresh: true) } }
  }
}

extension AppState {
  /// Ends the live cell and goes on; stays, with the reason, when the text is no value.
  mutating func tabInEditor(_ move: (inout InvoiceEditor) -> [Effect]) -> [Effect] {
    edit { editor in
      var effects: [Effect] = []
      guard editor.finish(by: .tab, effects: &effects) else { return effects }
      return effects + move(&editor)
    }
  }

  /// In a live cell the arrows walk the choices, or the rows when there are none.
  mutating func stepInCell(_ step: Int) -> [Effect] {
    guard editor?.input?.choices.isEmpty == true else {
      editor?.input?.pick(step)
      return []
    }
    return tabInEditor { $0.begin($0.cellAt(rows: step, cells: 0), isFresh: true) }
  }
}
