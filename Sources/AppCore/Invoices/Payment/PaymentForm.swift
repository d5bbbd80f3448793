import FoundationEssentials
import Sales
import Screen

/// A payment being recorded, spread over the customer's invoices.
public struct PaymentForm: Hashable, Sendable {
  /// The payment as it stands, as far as what was typed makes sense.
  public internal(set) var draft: PaymentDraft
  /// The customer's invoices that are not paid, in the payment's currency, oldest due first.
  public let unpaid: [Invoice]
  /// The field that has the keys.
  var field = PaymentField.amount
  /// Whether the next character replaces the field's text.
  var isFresh = true
  /// What was typed, by field.
  var texts: [PaymentField: TextField] = [:]
  /// Why a text is no value, by field.
  var problems: [PaymentField: SafeText] = [:]

  /// What the customer has left of credits; nil when it has none.
  public let credits: Money?
  private let today: CalendarDate
  /// The invoice the payment was started from: it is served first.
  let first: Invoice.ID?

  /// The form of a payment that was started.
  public init(_ start: PaymentStart, today: CalendarDate) {
    draft = start.draft
    self.today = today
    credits = start.credits.flatMap { $0.amount > 0 ? $0 : nil }
    first = start.draft.applications.first?.invoice
    let currency = start.draft.amount.currency
    unpaid = start.unpaid.filter { $0.currency == currency && $0.balance > 0 }
    if draft.amount.amount > 0 {
      texts[.amount] = TextField(draft.amount.amount.typed(places: currency.decimals))
    }
    texts[.date] = TextField(draft.date.spoken.string)
    texts[.reference] = TextField(draft.reference)
    if draft.applications.isEmpty { spread() } else { showApplications() }
  }

  /// The fields from top to bottom.
  var fields: [PaymentField] {
    [.amount, .date, .mode, .reference] + unpaid.map { .invoice($0.id) }
  }

  private var currency: Currency { draft.amount.currency }

  /// What the invoices get in all.
  var applied: Decimal { draft.applications.reduce(0) { $0 + $1.amount } }

  /// What one invoice gets.
  func applied(to invoice: Invoice.ID) -> Decimal {
    draft.applications.first { $0.invoice == invoice }?.amount ?? 0
  }

  /// Why it cannot be recorded as it stands; nil when it can.
  var problem: SafeText? {
    for field in fields {
      if let problem = problems[field] { return problem }
    }
    if draft.amount.amount <= 0 { return "type the amount that came in" }
    guard draft.remainder < 0 else { return nil }
    let applied = Money(applied, currency).full.string
    return "the invoices get \(applied), but only \(draft.amount.full.string) came in"
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
    if field == .mode { return takeMode(key) }
    var text = texts[field] ?? TextField()
    if isFresh {
      switch key {
      case .character, .paste, .backspace, .delete: text = TextField()
      default: break
      }
    }
    guard text.take(key) else { return false }
    isFresh = false
    guard text.text != texts[field]?.text else {
      texts[field] = text
      return true
    }
    texts[field] = text
    problems[field] = nil
    do throws(InputProblem) {
      try enter(text.text)
    } catch {
      problems[field] = error.words
    }
    return true
  }

  private mutating func enter(_ text: String) throws(InputProblem) {
    switch field {
    case .amount:
      draft.amount.amount = 0
      if !text.isEmpty {
        draft.amount.amount = try NumberInput.amount(text, in: currency, of: "an amount")
      }
      spread()
    case .date: draft.date = try DateInput.parse(text, from: today)
    case .reference: draft.reference = text
    case .mode: break
    case .invoice(let id): try apply(text, to: id)
    }
  }

  private mutating func apply(_ text: String, to id: Invoice.ID) throws(InputProblem) {
    guard let invoice = unpaid.first(where: { $0.id == id }) else { return }
    setApplication(0, to: id)
    guard !text.isEmpty else { return }
    let amount = try NumberInput.amount(text, in: currency, of: "an amount")
    guard amount <= invoice.balance else {
      let balance = Money(invoice.balance, currency).full.string
      throw InputProblem("\(invoice.number) lacks only \(balance)")
    }
    setApplication(amount, to: id)
  }

  /// Keeps the order of the invoices, and none that gets nothing.
  private mutating func setApplication(_ amount: Decimal, to id: Invoice.ID) {
    var amounts: [Invoice.ID: Decimal] = [:]
    for application in draft.applications { amounts[application.invoice] = application.amount }
    amounts[id] = amount
    draft.applications = unpaid.compactMap { invoice in
      guard let amount = amounts[invoice.id], amount > 0 else { return nil }
      return .init(invoice: invoice.id, amount: amount)
    }
  }

  /// Gives the amount to the invoice the payment was started from, what is left to the others, the
  /// oldest due first; none gets more than it lacks.
  private mutating func spread() {
    draft.applications = []
    var left = draft.amount.amount
    for invoice in unpaid.filter({ $0.id == first }) + unpaid.filter({ $0.id != first }) {
      let amount = min(left, invoice.balance)
      left -= amount
      setApplication(amount, to: invoice.id)
    }
    showApplications()
  }

  private mutating func showApplications() {
    for invoice in unpaid {
      let amount = applied(to: invoice.id)
      problems[.invoice(invoice.id)] = nil
      texts[.invoice(invoice.id)] = TextField(
        amount == 0 ? "" : amount.typed(places: currency.decimals))
    }
  }

  private mutating func takeMode(_ key: Key) -> Bool {
    let modes = PaymentMode.allCases
    let place = modes.firstIndex { $0.rawValue == draft.mode }
    switch key {
    case .left: draft.mode = modes[((place ?? 0) + modes.count - 1) % modes.count].rawValue
    case .right, .character(" "): draft.mode = modes[((place ?? -1) + 1) % modes.count].rawValue
    case .character(let letter):
      let after = modes.indices.map { modes[($0 + (place ?? -1) + 1) % modes.count] }
      let found = after.first { $0.words.first == Character(letter.lowercased()) }
      if let found { draft.mode = found.rawValue }
    case .paste, .backspace: break
    default: return false
    }
    return true
  }
}
