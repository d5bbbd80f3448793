import FoundationEssentials
import Sales
import Screen

extension InvoiceEditor {
  /// Makes a cell live. Fresh cells are replaced by the first character, others are added to.
  mutating func begin(_ cell: GridCell, isFresh: Bool) -> [Effect] {
    self.cell = cell
    dropUntouchedEnd()
    let text = draft.typed(in: cell, decimalMark: decimalMark)
    guard !text.contains(where: \.isNewline) else {
      notice = "\(cell.title) has several lines: Ctrl-E opens it in $EDITOR"
      return []
    }
    var input = CellInput(text, isFresh: isFresh, base: draft)
    if case .line(let line, .tax) = cell {
      input.show(taxes(named: ""), for: text)
      input.selected = input.choices.firstIndex(of: .tax(draft.lines[line].tax)) ?? -1
    }
    self.input = input
    return []
  }

  /// Gives a key to the live cell; nil when it is no text there.
  mutating func type(_ key: Key, today: CalendarDate) -> [Effect]? {
    guard var input else { return nil }
    input.isAwaited = false
    let before = input.field.text
    guard input.take(key) else { return nil }
    defer { self.input = input }
    guard input.field.text != before else { return [] }
    let text = input.field.text
    var new = input.base
    input.problem = nil
    input.echo = ""
    switch (cell, cell.column) {
    case (.customer, _):
      input.found = nil
      return put(new) + [.findCustomers(words: text)]
    case (_, .tax):
      input.show(taxes(named: text), for: text)
      return put(new)
    case (_, .item): input.found = nil
    default: break
    }
    do throws(InputProblem) {
      input.echo = try new.enter(text, in: cell, today: today, decimalMark: decimalMark)
    } catch {
      new = input.base
      input.problem = error.words
    }
    return put(new) + (cell.column == .item ? [.findItems(words: text)] : [])
  }

  /// How typing into a cell ends.
  enum Ending {
    /// Enter takes the choice under the cursor.
    case enter
    /// Tab takes a customer or a tax, but an item only when it was picked or named in full: other
    /// words are a line without an item.
    case tab
    /// Esc takes what was typed, and chooses nothing.
    case escape
  }

  /// Ends typing. Answers false, and says why beside the cell, when the text is no value.
  mutating func finish(by ending: Ending, effects: inout [Effect]) -> Bool {
    guard var input else { return true }
    if let problem = problemBeforeChoosing(input) {
      input.problem = problem
      self.input = input
      return false
    }
    let choice = choiceToTake(input, by: ending)
    if choice == nil, ending == .escape, cell == .customer, input.isTyped {
      notice = "Customer is as before: Enter chooses one."
    }
    self.input = nil
    if let choice {
      effects += choose(choice, in: input.base)
    } else if cell.column == .tax, input.isTyped, input.field.text.isEmpty {
      effects += choose(.tax(nil), in: input.base)
    }
    remember(input.base)
    return true
  }

  /// Ends typing whatever the text is worth: what is no value is left out, and that is said.
  mutating func leaveCell() -> [Effect] {
    var effects: [Effect] = []
    guard let input, !finish(by: .escape, effects: &effects) else { return effects }
    self.input = nil
    notice = "\(cell.title) is as before: \(input.field.text) was no value"
    return effects + put(input.base)
  }

  private func problemBeforeChoosing(_ input: CellInput) -> SafeText? {
    guard input.isTyped else { return nil }
    let text = input.field.text
    switch (cell, cell.column) {
    case (.customer, _):
      guard !text.isEmpty, input.choices.isEmpty, text != draft.customer?.name else { break }
      return input.found == nil
        ? "still looking; Enter again in a moment" : "no customer in Books has these words"
    case (_, .tax):
      if !text.isEmpty, input.choices.isEmpty { return "no tax in Books has these words" }
    default: return input.problem
    }
    if case .customer(let customer)? = input.choice, !customer.isActive {
      return "\(customer.name) is inactive in Books"
    }
    return nil
  }

  private func choiceToTake(_ input: CellInput, by ending: Ending) -> CellChoice? {
    guard let choice = input.choice, input.isTyped || input.isPicked else { return nil }
    if input.isPicked, ending != .escape { return choice }
    if input.field.text.isEmpty { return nil }
    if ending == .enter || ending == .tab && cell.column != .item { return choice }
    return input.choices.first {
      $0.label.string.lowercased() == input.field.text.lowercased()
    }
  }

  private mutating func choose(_ choice: CellChoice, in base: InvoiceDraft) -> [Effect] {
    var new = base
    switch choice {
    case .customer(let customer):
      new.bill(customer)
      if new.currency != base.currency, !new.filledLines.isEmpty {
        notice = "The rates count as \(new.currency.code) now; they were not converted."
      }
      return put(new) + [.loadCustomer(customer.id)]
    case .tax(let tax):
      guard let line = cell.lineIndex, new.lines.indices.contains(line) else { return [] }
      new.lines[line].tax = tax
    case .item(let item):
      guard let line = cell.lineIndex, new.lines.indices.contains(line) else { return [] }
      new.lines[line].item = item.id
      new.lines[line].name = item.name
      new.lines[line].description = item.description ?? ""
      if home == nil || home == new.currency {
        new.lines[line].rate = item.rate
      } else {
        notice = "\(item.name) is priced in another currency: type its rate in \(new.currency.code)"
      }
      new.lines[line].tax = taxes.first { $0.id == item.tax }
    }
    return put(new)
  }

  /// The taxes whose names have every word, and none at all.
  private func taxes(named words: String) -> [CellChoice] {
    let words = words.lowercased().split(separator: " ")
    let choices = taxes.map { CellChoice.tax($0) } + [.tax(nil)]
    return choices.filter { choice in
      words.allSatisfy { choice.label.string.lowercased().contains($0) }
    }
  }
}

extension InvoiceDraft {
  /// Bills a customer, in its currency and on its terms.
  mutating func bill(_ customer: Customer) {
    self.customer = Reference(id: customer.id, name: customer.name)
    currency = customer.currency
    paymentTerms = customer.paymentTerms
    dueDate = date.adding(days: customer.paymentTerms)
    if terms.isEmpty { terms = customer.paymentTermsLabel ?? "" }
  }
}
