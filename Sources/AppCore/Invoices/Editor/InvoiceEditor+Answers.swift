import FoundationEssentials
import Sales
import Screen

extension AppState {
  /// Takes what was loaded for the editor.
  mutating func reduceEditor(_ action: Action) -> [Effect] {
    switch action {
    case .draftStarted(.success(let start)):
      return openEditor(start)
    case .draftStarted(.failure(let failure)):
      tell("No draft was opened: \(failure.message.string)", kind: .failure)
    case .draftSaved(let id, let revision, let result):
      return draftSaved(id, revision: revision, result)
    case .itemsFound(let words, let items):
      return showChoices(items.filter(\.isActive).map { .item($0) }, for: words) {
        $0.cell.column == .item
      }
    case .customersFound(let words, let customers):
      if let made = editor?.made, made.name == words { return billMade(made, among: customers) }
      return showChoices(customers.map { .customer($0) }, for: words) { $0.cell == .customer }
    case .taxesLoaded(let taxes):
      editor?.taxes = taxes
    case .customerLoaded(let id, let standing):
      return showCustomer(id, standing)
    case .dealDetailLoaded(let id, let result):
      guard editor?.draft.deal?.id == id else { return [] }
      switch result {
      case .success(let detail): editor?.dealMoney = detail.money
      case .failure: editor?.isDealUnread = true
      }
    case .draftStored(let id, let revision, let result):
      return draftStored(id, revision: revision, result)
    case .textEdited(let purpose, let text):
      return textEdited(purpose, text)
    default: break
    }
    return []
  }

  /// A revision is on disk, or is not: that is said once, also when the editor was left meanwhile.
  private mutating func draftSaved(
    _ id: InvoiceDraft.ID, revision: Int, _ result: Result<Date, Failure>
  ) -> [Effect] {
    let isOpen = editor?.draft.id == id
    if case .failure(let failure) = result, !isOpen || editor?.saving.failure != failure {
      tell("The draft is not on disk: \(failure.message.string)", kind: .failure)
    }
    if isOpen { editor?.saving.settle(revision, result) }
    return !isOpen && invoices.isShowingDrafts ? [.loadDrafts] : []
  }

  /// Changes the open editor, and tells what it has to say.
  mutating func edit(_ change: (inout InvoiceEditor) -> [Effect]) -> [Effect] {
    guard var open = editor else { return [] }
    let effects = change(&open)
    if let notice = open.notice { tell(notice, kind: .note) }
    open.notice = nil
    editor = open
    return effects
  }

  /// Lets the cell being edited have a key. In the grid only digits and pastes are text.
  mutating func typeInEditor(_ key: Key) -> [Effect]? {
    guard let open = editor else { return nil }
    if case .mouse(let event) = key { return point(at: event, in: open) }
    if open.jump != nil { return typeLabel(key) }
    let today = today
    if open.input == nil {
      switch key {
      case .character(let character) where character.isASCII && character.isNumber: break
      case .paste: break
      default: return nil
      }
      guard pendingKeys.isEmpty else { return nil }
      return edit {
        let effects = $0.begin($0.cell, isFresh: true)
        return effects + ($0.type(key, today: today) ?? [])
      }
    }
    var isText = false
    let effects = edit {
      guard let effects = $0.type(key, today: today) else { return [] }
      isText = true
      return effects
    }
    return isText ? effects : nil
  }

  private mutating func showChoices(
    _ choices: [CellChoice], for words: String, where isWanted: (InvoiceEditor) -> Bool
  ) -> [Effect] {
    guard let open = editor, isWanted(open), let input = open.input, input.isTyped,
      input.field.text == words
    else { return [] }
    editor?.input?.show(words.isEmpty ? [] : choices, for: words)
    return input.isAwaited ? enterInEditor() : []
  }

  /// Enter: a live cell takes the choice or what was typed and leaves for the grid; in the grid it
  /// makes the cell live.
  mutating func enterInEditor() -> [Effect] {
    edit { editor in
      guard let input = editor.input else { return editor.begin(editor.cell, isFresh: false) }
      if input.isLooking(in: editor.cell), !input.isAwaited {
        editor.input?.isAwaited = true
        return []
      }
      let isItem = input.choice != nil && editor.cell.column == .item
      var effects: [Effect] = []
      guard editor.finish(by: .enter, effects: &effects) else { return effects }
      // An item is taken to say how many next; elsewhere Enter is done with the cell.
      return isItem ? effects + editor.goToNextCell() : effects
    }
  }

  private mutating func textEdited(_ purpose: TextPurpose, _ text: String?) -> [Effect] {
    guard let text else {
      tell("The text is unchanged.", kind: .note)
      return []
    }
    switch purpose {
    case .draftNotes(let id):
      guard editor?.draft.id == id else { return [] }
      let kept = String(text.reversed().drop { $0.isNewline }.reversed())
      return edit { $0.edit { $0.notes = kept } }
    case .mailBody(let id):
      changeReview { if $0.stored.detail.invoice.id == id { $0.stored.mail.body = text } }
      return []
    case .formField, .note: return []
    }
  }
}

extension CellInput {
  /// Whether items or customers are still being looked for.
  func isLooking(in cell: GridCell) -> Bool {
    isTyped && !field.text.isEmpty && found == nil && (cell == .customer || cell.column == .item)
  }
}
