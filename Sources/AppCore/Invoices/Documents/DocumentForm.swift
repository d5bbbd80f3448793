import FoundationEssentials
import Sales
import Screen

/// A field of the form of a paper.
enum DocumentField: Hashable, Sendable {
  /// The name of a recurring profile.
  case name
  /// How often it makes an invoice.
  case every
  /// The paper's day; of a recurring profile the first.
  case date
  /// The last day of a recurring profile.
  case end
  /// What a retainer comes to: a sum, or a share of the deal.
  case amount
  /// What a retainer is for.
  case words
  /// The user's own reference.
  case reference
  /// A line of the invoice that a credit note is for.
  case line(Int)

  /// What it is called.
  var title: String {
    switch self {
    case .name: "Name"
    case .every: "Every"
    case .date: "Date"
    case .end: "Ends"
    case .amount: "Amount"
    case .words: "For"
    case .reference: "Reference"
    case .line: ""
    }
  }
}

/// A paper being filled in: a recurring profile, a credit note, a retainer.
public struct DocumentForm: Hashable, Sendable {
  /// The paper as it stands, as far as what was typed makes sense.
  private(set) var draft: DocumentDraft
  /// What the deal of a retainer is worth.
  let dealValue: Money?
  /// The lines that can be chosen from, as the invoice has them.
  let lines: [LineItem]
  /// The lines that are left out, by their places.
  private(set) var leftOut: Set<Int> = []
  /// The field that has the keys.
  private(set) var field: DocumentField
  /// What was typed, by field.
  private(set) var texts: [DocumentField: TextField] = [:]
  /// Why a text is no value, by field.
  private(set) var problems: [DocumentField: SafeText] = [:]
  private var isFresh = true
  private let today: CalendarDate
  private let decimalMark: Character?

  /// The form of a paper that was begun.
  init(_ start: DocumentStart, today: CalendarDate, decimalMark: Character? = nil) {
    draft = start.draft
    dealValue = start.dealValue
    lines = start.draft.lines
    self.today = today
    self.decimalMark = decimalMark
    field = start.draft.kind == .retainerInvoice ? .amount : .date
    texts[.date] = TextField(draft.date.spoken.string)
    texts[.reference] = TextField(draft.reference)
    texts[.words] = TextField(lines.first?.name ?? "")
    if let recurrence = draft.recurrence {
      texts[.name] = TextField(recurrence.name)
      texts[.every] = TextField(
        RecurrenceInput.words(recurrence.count, recurrence.unit).string)
      field = .every
    }
  }

  /// The fields from top to bottom.
  var fields: [DocumentField] {
    switch draft.kind {
    case .recurringInvoice: [.name, .every, .date, .end]
    case .retainerInvoice: [.amount, .words, .date, .reference]
    default: [.date, .reference] + lines.indices.map { .line($0) }
    }
  }

  /// What a field is called in this paper.
  func title(of field: DocumentField) -> String {
    field == .date && draft.kind == .recurringInvoice ? "Starts" : field.title
  }

  /// The value of a field as it was understood; nil where the text says it all.
  func understood(_ field: DocumentField) -> SafeText? {
    switch field {
    case .date: draft.date.spoken
    case .end: draft.recurrence?.end?.spoken ?? "no end"
    case .every: draft.recurrence.map { RecurrenceInput.words($0.count, $0.unit) }
    case .amount: draft.total.amount > 0 ? draft.total.full : nil
    case .name, .words, .reference, .line: nil
    }
  }

  /// Why it cannot be made as it stands; nil when it can.
  var problem: SafeText? {
    for field in fields {
      if let problem = problems[field] { return problem }
    }
    if let recurrence = draft.recurrence {
      if recurrence.name.allSatisfy({ $0 == " " }) { return "give the profile a name" }
      if let end = recurrence.end, end < draft.date { return "it ends before it starts" }
    }
    if draft.lines.isEmpty { return "no line is chosen: space chooses one" }
    guard draft.total.amount > 0 else {
      return draft.kind == .retainerInvoice
        ? "type an amount, or a share such as 30%" : "it comes to nothing"
    }
    return nil
  }

  /// Goes to another field, around the ends; its text is replaced by the first character.
  mutating func move(_ step: Int) {
    let fields = fields
    let place = fields.firstIndex(of: field) ?? 0
    field = fields[(place + step + fields.count) % fields.count]
    isFresh = true
  }

  /// Takes a key that edits the field; false when the key means something else.
  mutating func take(_ key: Key) -> Bool {
    if case .line(let line) = field {
      guard case .character(let character) = key else { return key.isPasteOrMouse }
      if character == " " { toggle(line) }
      return true
    }
    var text = texts[field] ?? TextField()
    if isFresh {
      switch key {
      case .character, .paste, .backspace, .delete: text = TextField()
      default: break
      }
    }
    guard text.take(key) else { return false }
    isFresh = false
    let isChanged = text.text != texts[field]?.text
    texts[field] = text
    guard isChanged else { return true }
    problems[field] = nil
    do throws(InputProblem) {
      try enter(text.text)
    } catch {
      problems[field] = error.words
    }
    return true
  }

  private mutating func toggle(_ line: Int) {
    if leftOut.remove(line) == nil { leftOut.insert(line) }
    draft.lines = lines.enumerated().filter { !leftOut.contains($0.offset) }.map(\.element)
  }

  private mutating func enter(_ text: String) throws(InputProblem) {
    switch field {
    case .name: draft.recurrence?.name = text
    case .every:
      let (count, unit) = try RecurrenceInput.parse(text)
      draft.recurrence?.count = count
      draft.recurrence?.unit = unit
    case .date: draft.date = try DateInput.parse(text, from: today)
    case .end:
      draft.recurrence?.end =
        text.isEmpty ? nil : try DateInput.parse(text, from: draft.date, isDue: true)
    case .amount: try enterAmount(text)
    case .words: if !draft.lines.isEmpty { draft.lines[0].name = text }
    case .reference: draft.reference = text
    case .line: break
    }
  }

  /// A sum, or a share of what the deal is worth.
  private mutating func enterAmount(_ text: String) throws(InputProblem) {
    guard !draft.lines.isEmpty else { return }
    draft.lines[0].rate = 0
    guard text.last == "%" else {
      draft.lines[0].rate = try NumberInput.amount(
        text, in: draft.currency, of: "an amount", decimalMark: decimalMark)
      return
    }
    guard let dealValue else { throw InputProblem("the deal's value is not known: type a sum") }
    guard dealValue.currency == draft.currency else {
      throw InputProblem("the deal is in \(dealValue.currency.code): type a sum")
    }
    let share = try NumberInput.parse(
      String(text.dropLast()), places: 4, of: "a share", decimalMark: decimalMark)
    guard share <= 100 else { throw InputProblem("a share is at most 100%") }
    draft.lines[0].rate = (dealValue.amount * share / 100).rounded(
      toPlaces: draft.currency.decimals)
  }
}
