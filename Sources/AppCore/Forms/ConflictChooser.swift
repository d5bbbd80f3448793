import Sales
import Screen

/// Which value each field gets that two people changed: the one from before, mine, or theirs.
public struct ConflictChooser: Hashable, Sendable {
  /// One of the three.
  enum Side: Hashable, Sendable, CaseIterable {
    /// As it was when I opened it.
    case before
    /// What I typed.
    case mine
    /// What the other person saved.
    case theirs
  }

  /// What met.
  let conflict: RecordConflict
  /// The fields that both changed, by label.
  let fields: [String]
  /// What was chosen, by field; theirs until something else is.
  var sides: [String: Side] = [:]
  /// The field under the cursor.
  var selected = 0

  /// The choice about what met.
  init(_ conflict: RecordConflict) {
    self.conflict = conflict
    let base = conflict.edit.base ?? [:]
    fields = conflict.edit.fields.keys.filter { name in
      !conflict.theirs[name].isSame(as: base[name] ?? .empty)
        && !conflict.theirs[name].isSame(as: conflict.edit.fields[name] ?? .empty)
    }.sorted { (conflict.labels[$0] ?? $0) < (conflict.labels[$1] ?? $1) }
  }

  /// What people call a field.
  func label(_ field: String) -> String { conflict.labels[field] ?? field }

  /// What was chosen for a field.
  func side(_ field: String) -> Side { sides[field] ?? .theirs }

  /// A value of the three.
  func value(_ field: String, _ side: Side) -> RecordValue {
    switch side {
    case .before: conflict.edit.base?[field] ?? .empty
    case .mine: conflict.edit.fields[field] ?? .empty
    case .theirs: conflict.theirs[field]
    }
  }

  /// What is written: my other fields, and of these what was chosen over theirs; nil when nothing is.
  var edit: RecordEdit? {
    var fields = conflict.edit.fields.filter { !self.fields.contains($0.key) }
    for field in self.fields where side(field) != .theirs {
      fields[field] = value(field, side(field))
    }
    fields = fields.filter { !$0.value.isSame(as: conflict.theirs[$0.key]) }
    guard !fields.isEmpty else { return nil }
    let theirs = conflict.theirs
    return RecordEdit(
      module: theirs.module, id: theirs.id, name: conflict.edit.name, fields: fields,
      version: theirs.version, base: fields.keys.reduce(into: [:]) { $0[$1] = theirs[$1] })
  }

  /// What can be done with it.
  static let commands: [Command] = [
    choose("before", "take the value from before", keys: ["b"], .before),
    choose("mine", "take mine", keys: ["m"], .mine),
    choose("theirs", "take theirs", keys: ["t"], .theirs),
    Command(
      "conflict.down", "go to the next field", label: "field", keys: ["<down>", "j", "<tab>"],
      in: [.recordConflict]
    ) { $0.changeConflict { $0.selected = min($0.selected + 1, max(0, $0.fields.count - 1)) } },
    Command(
      "conflict.up", "go to the field before", keys: ["<up>", "k", "<s-tab>"],
      in: [.recordConflict]
    ) { $0.changeConflict { $0.selected = max(0, $0.selected - 1) } },
    Command(
      "conflict.save", "save what was chosen", label: "save", keys: ["<c-s>"],
      in: [.recordConflict], writes: true
    ) { state in
      guard let chooser = state.conflictChooser else { return [] }
      state.overlays.removeLast()
      guard let edit = chooser.edit else {
        state.keepTheirs(chooser)
        return state.reload()
      }
      return [.enqueue(.editRecord(edit))]
    },
    Command(
      "conflict.keep", "keep all of theirs", label: "keep theirs", keys: ["<esc>", "<c-c>"],
      in: [.recordConflict]
    ) { state in
      guard let chooser = state.conflictChooser else { return [] }
      state.overlays.removeLast()
      state.keepTheirs(chooser)
      return state.reload()
    },
  ]

  private static func choose(
    _ id: String, _ title: SafeText, keys: [String], _ side: Side
  ) -> Command {
    Command("conflict.\(id)", title, label: "\(id)", keys: keys, in: [.recordConflict]) {
      $0.changeConflict { chooser in
        guard chooser.fields.indices.contains(chooser.selected) else { return }
        chooser.sides[chooser.fields[chooser.selected]] = side
        chooser.selected = min(chooser.selected + 1, chooser.fields.count - 1)
      }
    }
  }
}

extension AppState {
  /// The choice between two people's changes on top of the screen.
  var conflictChooser: ConflictChooser? {
    if case .recordConflict(let chooser)? = overlays.last { return chooser }
    return nil
  }

  fileprivate mutating func changeConflict(_ change: (inout ConflictChooser) -> Void) -> [Effect] {
    guard var chooser = conflictChooser else { return [] }
    change(&chooser)
    overlays[overlays.count - 1] = .recordConflict(chooser)
    return []
  }

  fileprivate mutating func keepTheirs(_ chooser: ConflictChooser) {
    forms.note(nil, chooser.conflict.edit.fields.keys, of: chooser.conflict.edit)
    tell("\(chooser.conflict.edit.name): theirs is kept", kind: .note)
  }
}
