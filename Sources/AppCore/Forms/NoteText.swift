import Sales
import Screen

/// A remark that has outgrown its line: it is written in the user's own editor.
enum NoteText {
  static let commands: [Command] = [
    Command(
      "prompt.editor", "write it in your own editor", label: "$EDITOR", keys: ["<c-e>"],
      in: [.prompt], unavailable: { $0.noteTarget == nil ? "this is one line" : nil }
    ) { state in
      guard let target = state.noteTarget else { return [] }
      return [.editText(.note(target.key), target.text)]
    }
  ]
}

extension AppState {
  /// The record that the line on top of the screen is a remark on, with what was typed.
  fileprivate var noteTarget: (key: RecordKey, text: String)? {
    guard case .prompt(let prompt)? = overlays.last else { return nil }
    if case .recordNote(let key) = prompt.purpose { return (key, prompt.field.text) }
    guard case .note(let deal) = prompt.purpose else { return nil }
    return (RecordKey(module: RecordEdit.deals, id: deal.rawValue, name: ""), prompt.field.text)
  }

  /// Takes a remark that was written in the user's own editor; unchanged, it stays in its line.
  mutating func takeNoteText(_ text: String?, on key: RecordKey) -> [Effect] {
    guard noteTarget?.key == key, let text = text?.trimmed, !text.isEmpty else { return [] }
    overlays.removeLast()
    if key.module == RecordEdit.deals { return writeNote(text, on: Deal.ID(key.id)) }
    return [.enqueue(.record(.addNote(key, content: text)))]
  }
}
