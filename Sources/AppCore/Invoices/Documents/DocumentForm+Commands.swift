import Sales
import Screen

extension DocumentForm {
  /// What can be done in the form of a paper.
  static let commands: [Command] = [
    Command(
      "document-form.next-field", "go to the next field", label: "next",
      keys: ["<tab>", "<enter>", "<down>"], in: [.documentForm]
    ) {
      $0.changeDocumentForm { $0.move(1) }
      return []
    },
    Command(
      "document-form.previous-field", "go to the field before", keys: ["<s-tab>", "<up>"],
      in: [.documentForm]
    ) {
      $0.changeDocumentForm { $0.move(-1) }
      return []
    },
    Command(
      "document.create", "make it at Books", label: "make it", keys: ["<c-s>"],
      in: [.documentForm], writes: true, unavailable: { $0.documentForm?.problem }
    ) { state in
      guard let form = state.documentForm else { return [] }
      state.overlays.append(.confirmation(state.confirmation(making: form)))
      return []
    },
    Command(
      "document-form.leave", "go back; nothing is made", label: "back", keys: ["<esc>"],
      in: [.documentForm]
    ) {
      $0.overlays.removeLast()
      $0.tell("Nothing was made.", kind: .note)
      return []
    },
  ]
}

extension AppState {
  /// The form on top of the screen.
  var documentForm: DocumentForm? {
    if case .drafting(.form(let form))? = overlays.last { return form }
    return nil
  }

  /// Changes the form on top of the screen, if there is one.
  mutating func changeDocumentForm(_ change: (inout DocumentForm) -> Void) {
    guard var form = documentForm else { return }
    change(&form)
    overlays[overlays.count - 1] = .drafting(.form(form))
  }

  /// Lets the field being typed into have a key; nil when the key is not text there.
  mutating func typeInDocumentForm(_ key: Key) -> [Effect]? {
    var isText = false
    changeDocumentForm { isText = $0.take(key) }
    return isText ? [] : nil
  }

  /// Closes the form of a paper that is in the journal now.
  mutating func closeForm(of write: DocumentWrite) {
    guard case .create(let draft) = write else { return }
    overlays.removeAll {
      if case .drafting(.form(let form)) = $0 { return form.draft.tag == draft.tag }
      return false
    }
  }

  /// The question before a paper is made.
  fileprivate func confirmation(making form: DocumentForm) -> Confirmation {
    let draft = form.draft
    var lines: [SafeText] = [
      "Organization  \(tenant.organization)",
      "Customer      \(draft.customer.name)",
      "Amount        \(draft.total.full.string)",
    ]
    if let recurrence = draft.recurrence {
      let often = RecurrenceInput.words(recurrence.count, recurrence.unit)
      let end = recurrence.end.map { " until \($0.spoken.string)" } ?? ", without end"
      lines.append("Invoices      \(often.string) from \(draft.date.spoken.string)\(end)")
      if draft.date <= today { lines.append("The first is made at once.") }
    } else {
      lines.append("Date          \(draft.date.spoken.string)")
    }
    if let invoice = draft.invoice { lines.append("It is put on   \(invoice.name).") }
    lines.append("No mail goes out.")
    return Confirmation(
      title: "Make a \(draft.kind.singular) of \(draft.total.full.string)?", lines: lines,
      answers: [
        .init(key: "c", label: "cancel", effects: []),
        .init(
          key: "m", label: "make it", effects: [.enqueue(.document(.create(draft)))]),
      ])
  }
}
