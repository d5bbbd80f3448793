import Sales
import Screen

extension InvoiceEditor {
  /// Puts another content into the draft and has it saved; nothing when it is the same.
  mutating func put(_ content: InvoiceDraft) -> [Effect] {
    var new = content
    new.revision = draft.revision
    new.invoice = draft.invoice
    new.number = draft.number
    guard new != draft else { return [] }
    new.revision += 1
    draft = new
    return [.saveDraft(draft)]
  }

  /// Makes one edit that undo takes back.
  mutating func edit(_ change: (inout InvoiceDraft) -> Void) -> [Effect] {
    let before = draft
    var new = draft
    change(&new)
    let effects = put(new)
    remember(before)
    return effects
  }

  /// Keeps what stood before an edit, when the edit changed anything.
  mutating func remember(_ before: InvoiceDraft) {
    var same = before
    same.revision = draft.revision
    same.invoice = draft.invoice
    same.number = draft.number
    guard same != draft else { return }
    past.append(before)
    future = []
  }

  /// Takes the last edit back.
  mutating func undo() -> [Effect] {
    guard let before = past.popLast() else { return [] }
    future.append(draft)
    return show(before)
  }

  /// Makes the last edit that was taken back again.
  mutating func redo() -> [Effect] {
    guard let after = future.popLast() else { return [] }
    past.append(draft)
    return show(after)
  }

  private mutating func show(_ content: InvoiceDraft) -> [Effect] {
    let effects = put(content)
    if let line = cell.lineIndex, let column = cell.column {
      cell = .line(min(line, draft.lines.count - 1), column)
    }
    guard let customer = draft.customer, customer.id != standing?.customer.id else {
      return effects
    }
    return effects + [.loadCustomer(customer.id)]
  }

  /// Bills a customer in what undo, redo and the live cell go back to, where there was none: a
  /// customer that is found while one types is not lost to the next key.
  mutating func billEarlier(_ customer: Customer) {
    func billed(_ draft: InvoiceDraft) -> InvoiceDraft {
      guard draft.customer == nil else { return draft }
      var draft = draft
      draft.bill(customer)
      return draft
    }
    past = past.map(billed)
    future = future.map(billed)
    if let base = input?.base { input?.base = billed(base) }
  }

  /// Makes a new line below the cursor, or at the end, and goes to it.
  mutating func addLine() -> [Effect] {
    let place = cell.lineIndex.map { $0 + 1 } ?? draft.lines.count
    if let last = draft.lines.last, last.isUntouched, place >= draft.lines.count {
      return begin(.line(draft.lines.count - 1, .item), isFresh: true)
    }
    let effects = edit { $0.lines.insert(LineItem(), at: place) }
    return effects + begin(.line(place, .item), isFresh: true)
  }

  /// Deletes the line under the cursor.
  mutating func deleteLine() -> [Effect] {
    guard let line = cell.lineIndex, let column = cell.column else { return [] }
    let effects = edit {
      $0.lines.remove(at: line)
      if $0.lines.isEmpty { $0.lines = [LineItem()] }
    }
    cell = .line(min(line, draft.lines.count - 1), column)
    return effects
  }

  /// Puts the copied line below the cursor.
  mutating func pasteLine() -> [Effect] {
    guard var line = copied else { return [] }
    line.id = nil
    let place = cell.lineIndex.map { $0 + 1 } ?? draft.lines.count
    let effects = edit { $0.lines.insert(line, at: place) }
    cell = .line(place, cell.column ?? .item)
    return effects
  }

  /// Moves the line under the cursor up or down.
  mutating func moveLine(_ step: Int) -> [Effect] {
    guard let line = cell.lineIndex, let column = cell.column,
      draft.lines.indices.contains(line + step)
    else { return [] }
    let effects = edit { $0.lines.swapAt(line, line + step) }
    cell = .line(line + step, column)
    return effects
  }

  /// Empties the cell under the cursor where it can be empty.
  mutating func clearCell() -> [Effect] {
    let cell = cell
    return edit {
      switch cell {
      case .reference: $0.reference = ""
      case .notes: $0.notes = ""
      case .conditions: $0.terms = ""
      case .discount: $0.discount = nil
      case .shipping: $0.shipping = nil
      case .adjustment: $0.adjustment = nil
      case .line(let line, .item):
        $0.lines[line].name = ""
        $0.lines[line].description = ""
        $0.lines[line].item = nil
      case .line(let line, .discount): $0.lines[line].discount = nil
      case .line(let line, .tax): $0.lines[line].tax = nil
      case .line(let line, .rate): $0.lines[line].rate = 0
      case .line(let line, .quantity): $0.lines[line].quantity = 1
      case .customer, .date, .terms, .due: break
      }
    }
  }
}

extension LineItem {
  /// Whether nobody has touched it: such a line at the end comes and goes with the cursor.
  var isUntouched: Bool { isBlank && quantity == 1 && discount == nil && tax == nil }
}
