import Sales
import Screen

extension RecordForm {
  /// What can be done in a form.
  static let commands: [Command] = [
    Command(
      "form.take", "take the choice, or go to the next field", label: "next", keys: ["<enter>"],
      in: [.form]
    ) { $0.enterInForm() },
    Command("form.save", "save", label: "save", keys: ["<c-s>"], in: [.form]) { $0.confirmForm() },
    Command("form.next", "go to the next field", keys: ["<tab>"], in: [.form]) {
      $0.stepInForm(1, closesMenu: true)
    },
    Command("form.previous", "go to the field before", keys: ["<s-tab>"], in: [.form]) {
      $0.stepInForm(-1, closesMenu: true)
    },
    Command("form.down", "go down", keys: ["<down>", "<c-n>"], in: [.form]) {
      $0.stepInForm(1, closesMenu: false)
    },
    Command("form.up", "go up", keys: ["<up>", "<c-p>"], in: [.form]) {
      $0.stepInForm(-1, closesMenu: false)
    },
    Command("form.page-down", "go eight fields down", keys: ["<pagedown>"], in: [.form]) {
      $0.changeForm { $0.move(8) }
    },
    Command("form.page-up", "go eight fields up", keys: ["<pageup>"], in: [.form]) {
      $0.changeForm { $0.move(-8) }
    },
    Command(
      "form.editor", "write the text in your own editor", label: "$EDITOR", keys: ["<c-e>"],
      in: [.form],
      unavailable: { $0.form?.current?.kind.isText == true ? nil : "this field holds no text" }
    ) { $0.editFormText() },
    Command(
      "form.duplicate", "open the record that has the same", label: "see the other",
      keys: ["<c-o>"],
      in: [.form],
      unavailable: { $0.form?.other == nil ? "no other record is known" : nil }
    ) { $0.openOtherOfForm() },
    Command(
      "form.reset", "forget what was typed", keys: ["<c-r>"], in: [.form],
      unavailable: { $0.form?.isChanged == true ? nil : "nothing was typed" }
    ) { $0.changeForm { $0.reset() } },
    Command(
      "form.close", "close; what was typed is kept", label: "close (kept)",
      keys: ["<esc>", "<c-c>"],
      in: [.form]
    ) { $0.closeForm() },
  ]

  /// The other record that has the same, as Zoho or the local copy says.
  var other: RecordKey? { duplicate ?? lookalikes.first?.key }
}

extension FormField.Kind {
  /// Whether it holds text that an editor can write.
  var isText: Bool { self == .text || self == .longText }
}

extension AppState {
  /// The form on top of the screen.
  public var form: RecordForm? {
    if case .form(let form)? = overlays.last { return form }
    return nil
  }

  /// Puts a form on top of the screen, or the one for the same purpose that was left with something
  /// typed.
  public mutating func openForm(_ form: RecordForm) {
    guard let kept = forms.kept.removeValue(forKey: form.purpose), !form.isInPlace else {
      overlays.append(.form(form))
      return
    }
    overlays.append(.form(kept))
    tell("The form is as you left it; Ctrl-R starts anew.", kind: .note)
  }

  /// Asks for the form of a new record of a module, filled in as far as given.
  public mutating func createRecord(
    of module: String, initial: [String: RecordValue] = [:]
  ) -> [Effect] {
    ask(for: .create(module: module), initial: initial)
  }

  /// Asks for the form of a record: of a deal, a contact, or any other module.
  public mutating func editRecord(_ key: RecordKey) -> [Effect] {
    ask(for: .edit(key), initial: [:])
  }

  /// Asks for the form of a deal.
  public mutating func editDeal(_ deal: Deal) -> [Effect] {
    editRecord(RecordKey(module: RecordEdit.deals, id: deal.id.rawValue, name: deal.name))
  }

  /// Asks for one field of a record, to be edited where it stands.
  mutating func editField(_ field: String, of key: RecordKey) -> [Effect] {
    let effects = ask(for: .edit(key), initial: [:])
    forms.awaitedField = field
    return effects
  }

  private mutating func ask(
    for purpose: RecordForm.Purpose, initial: [String: RecordValue]
  ) -> [Effect] {
    forms.awaited = purpose
    forms.awaitedField = nil
    return [.form(.load(purpose, initial: initial))]
  }

  /// Changes the form on top of the screen, if there is one.
  @discardableResult
  mutating func changeForm(_ change: (inout RecordForm) -> Void) -> [Effect] {
    guard var form else { return [] }
    change(&form)
    overlays[overlays.count - 1] = .form(form)
    return []
  }

  /// Lets the field being typed into have a key; nil when the key is not text there.
  mutating func typeInForm(_ key: Key) -> [Effect]? {
    guard var form else { return nil }
    if case .mouse(let event) = key { return pointAtForm(event) }
    guard let looks = form.take(key) else { return nil }
    overlays[overlays.count - 1] = .form(form)
    return looks ? lookInForm() : []
  }

  /// Looks for the records that the open look-up may lead to.
  func lookInForm() -> [Effect] {
    guard let form, let menu = form.menu, let field = form.current else { return [] }
    let module = field.kind == .user ? FormField.users : field.target ?? ""
    return [.form(.find(module: module, words: menu.filter.text, field: field.apiName))]
  }

  /// Takes the open choice and goes on; opens the choices of a field that has some.
  fileprivate mutating func enterInForm() -> [Effect] {
    guard var form, let field = form.current else { return [] }
    let isChoice = !field.kind.isTyped && field.kind != .boolean
    if isChoice, form.menu == nil {
      form.openMenu()
      overlays[overlays.count - 1] = .form(form)
      return field.kind.isLookUp ? lookInForm() : []
    }
    if isChoice, !form.choose() {
      tell("nothing is chosen yet; Esc closes the choices", kind: .warning)
      return []
    }
    if form.isInPlace {
      overlays[overlays.count - 1] = .form(form)
      return confirmForm()
    }
    form.move(1)
    overlays[overlays.count - 1] = .form(form)
    return leaveField()
  }

  fileprivate mutating func stepInForm(_ step: Int, closesMenu: Bool) -> [Effect] {
    guard var form else { return [] }
    if form.menu != nil {
      guard closesMenu else { return changeForm { $0.menu?.move(step) } }
      if form.menu?.filter.text.isEmpty == false { _ = form.choose() }
    }
    form.move(step)
    overlays[overlays.count - 1] = .form(form)
    return leaveField()
  }

  /// A field of a new record was left: records that look like it are looked for.
  private func leaveField() -> [Effect] {
    guard let form, case .create = form.purpose, form.isChanged else { return [] }
    return [.form(.findLookalikes(form.purpose, values: form.values))]
  }

  fileprivate mutating func editFormText() -> [Effect] {
    guard let form, let field = form.current else { return [] }
    let text = form.texts[field.apiName]?.text ?? form.value(field.apiName).text
    return [.editText(.formField(field.apiName), text)]
  }

  /// Takes a text that was written in the user's own editor.
  mutating func takeFormText(_ text: String?, of name: String) -> [Effect] {
    guard let text, let field = form?.named(name) else { return [] }
    let kept = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return changeForm { form in
      form.texts[name] = nil
      form.enter(kept, in: field)
    }
  }

  /// Closes the choices, or the form; what was typed is kept.
  fileprivate mutating func closeForm() -> [Effect] {
    guard let form else { return [] }
    if form.menu != nil { return changeForm { $0.menu = nil } }
    overlays.removeLast()
    guard form.isChanged else { return [] }
    if form.isInPlace {
      tell("The field is as it was.", kind: .note)
      return []
    }
    forms.kept[form.purpose] = form
    tell("Nothing was saved. The form is kept as typed and opens as you left it.", kind: .note)
    return []
  }
}
