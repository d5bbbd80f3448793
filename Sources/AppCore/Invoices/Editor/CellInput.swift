import Sales
import Screen

/// What is being typed into a cell.
public struct CellInput: Hashable, Sendable {
  /// The text as typed.
  var field: TextField
  /// Whether nothing was typed yet: the first character replaces the text.
  var isFresh: Bool
  /// The draft before the first character.
  var base: InvoiceDraft
  /// Whether anything was typed.
  var isTyped = false
  /// Why the text is no value; nil when it is one.
  var problem: SafeText?
  /// The value as it was understood.
  var echo: SafeText = ""
  /// What the text could mean: items, customers or taxes.
  var choices: [CellChoice] = []
  /// The words the choices were found for; nil while they are looked for.
  var found: String?
  /// The choice under the cursor.
  var selected = 0
  /// Whether the arrows moved to a choice.
  var isPicked = false
  /// Whether Enter came before the answer to what was typed.
  var isAwaited = false

  /// A cell holding that text.
  init(_ text: String, isFresh: Bool, base: InvoiceDraft) {
    field = TextField(text)
    self.isFresh = isFresh
    self.base = base
  }

  /// The choice under the cursor.
  var choice: CellChoice? { choices.indices.contains(selected) ? choices[selected] : nil }

  /// Takes a key that edits the text; false when the key means something else.
  mutating func take(_ key: Key) -> Bool {
    var edited = field
    if isFresh {
      switch key {
      case .character, .paste, .backspace, .delete: edited = TextField()
      default: break
      }
    }
    guard edited.take(key) else { return false }
    if edited.text != field.text { isTyped = true }
    field = edited
    isFresh = false
    return true
  }

  /// Shows what was found for the text.
  mutating func show(_ choices: [CellChoice], for words: String) {
    self.choices = choices
    found = words
    selected = 0
    isPicked = false
  }

  /// Goes to another choice, around the ends.
  mutating func pick(_ step: Int) {
    guard !choices.isEmpty else { return }
    selected = (selected + step + choices.count) % choices.count
    isPicked = true
  }
}

/// Something a cell can be filled with.
enum CellChoice: Hashable, Sendable {
  /// An item with its rate and tax.
  case item(Item)
  /// A customer.
  case customer(Customer)
  /// A tax, or none.
  case tax(Tax?)

  /// What it is called.
  var label: SafeText {
    switch self {
    case .item(let item): SafeText(item.name)
    case .customer(let customer): SafeText(customer.name)
    case .tax(let tax): tax?.words ?? "no tax"
    }
  }
}
