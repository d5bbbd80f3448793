import FoundationEssentials
import Sales
import Screen

extension InvoiceDraft {
  /// What a cell holds, as it is shown.
  func shown(in cell: GridCell) -> SafeText {
    switch cell {
    case .customer: SafeText(customer?.name ?? "")
    case .date: date.spoken
    case .terms: Self.termsInWords(paymentTerms)
    case .due: dueDate.spoken
    case .reference: SafeText(taggedReference)
    case .line(let index, let column): shown(column, of: index)
    case .notes: Self.firstLine(of: notes)
    case .conditions: Self.firstLine(of: terms)
    case .discount: discount.map { $0.shown(in: currency) } ?? "none"
    case .shipping: SafeText((shipping ?? 0).shown(places: currency.decimals))
    case .adjustment: SafeText((adjustment ?? 0).shown(places: currency.decimals))
    }
  }

  private static func firstLine(of text: String) -> SafeText {
    let lines = SafeText.lines(text)
    guard let first = lines.first, lines.count > 1 else { return lines.first ?? "" }
    return first + " (+\(lines.count - 1) lines)"
  }

  /// Days until payment, in words.
  static func termsInWords(_ days: Int) -> SafeText {
    days == 0 ? "Due on receipt" : "Net \(days)"
  }

  private func shown(_ column: LineColumn, of index: Int) -> SafeText {
    guard lines.indices.contains(index) else { return "" }
    let line = lines[index]
    guard column == .item || !line.isBlank || column == .quantity && line.quantity != 1 else {
      return ""
    }
    return switch column {
    case .item: SafeText(line.name.isEmpty ? line.description : line.name)
    case .quantity: SafeText(line.quantity.shown())
    case .rate: SafeText(line.rate.shown(places: currency.decimals))
    case .discount: line.discount.map { $0.shown(in: currency) } ?? ""
    case .tax: line.tax.map { $0.words } ?? ""
    }
  }

  /// What a cell holds, as it would be typed.
  func typed(in cell: GridCell, decimalMark: Character? = nil) -> String {
    func amount(_ amount: Decimal) -> String {
      amount.typed(places: currency.decimals, decimalMark: decimalMark)
    }
    switch cell {
    case .customer: return customer?.name ?? ""
    case .date: return date.spoken.string
    case .terms: return String(paymentTerms)
    case .due: return dueDate.spoken.string
    case .reference: return reference
    case .notes: return notes
    case .conditions: return terms
    case .discount: return discount?.typed(in: currency, decimalMark: decimalMark) ?? ""
    case .shipping: return shipping.map(amount) ?? ""
    case .adjustment: return adjustment.map(amount) ?? ""
    case .line(let index, let column):
      guard lines.indices.contains(index) else { return "" }
      let line = lines[index]
      switch column {
      case .item: return line.name
      case .quantity: return line.quantity.typed(decimalMark: decimalMark)
      case .rate: return line.isBlank ? "" : amount(line.rate)
      case .discount: return line.discount?.typed(in: currency, decimalMark: decimalMark) ?? ""
      case .tax: return line.tax?.words.string ?? ""
      }
    }
  }

  /// Takes what was typed into a cell, and answers the value as it was understood. Customers and
  /// taxes are chosen, never typed.
  mutating func enter(
    _ text: String, in cell: GridCell, today: CalendarDate, decimalMark: Character? = nil
  ) throws(InputProblem) -> SafeText {
    switch cell {
    case .customer: throw InputProblem("no customer in Books has these words")
    case .date:
      date = try DateInput.parse(text, from: today)
      dueDate = date.adding(days: paymentTerms)
      return date.spoken
    case .terms: try enterTerms(text)
    case .due: try enterDue(text)
    case .reference: reference = text
    case .notes: notes = text
    case .conditions: terms = text
    case .discount, .shipping, .adjustment:
      try enterCharge(text, in: cell, decimalMark: decimalMark)
    case .line(let index, let column):
      guard lines.indices.contains(index) else { throw InputProblem("that line is gone") }
      try lines[index].enter(text, in: column, currency: currency, decimalMark: decimalMark)
    }
    switch cell {
    case .terms: return Self.termsInWords(paymentTerms) + ", due " + dueDate.spoken
    default: return shown(in: cell)
    }
  }

  /// What is taken off or added to the whole. Only an adjustment may be below zero.
  private mutating func enterCharge(
    _ text: String, in cell: GridCell, decimalMark: Character?
  ) throws(InputProblem) {
    let sum = totals.subtotal
    switch cell {
    case .discount:
      discount = try Discount(
        typed: text, most: sum, whole: "the lines", currency: currency, decimalMark: decimalMark)
    case .shipping:
      let amount =
        text.isEmpty
        ? 0
        : try NumberInput.amount(
          text, in: currency, of: "shipping", decimalMark: decimalMark)
      shipping = amount == 0 ? nil : amount
    default:
      let amount = text.isEmpty ? 0 : try NumberInput.parse(text, decimalMark: decimalMark)
      guard amount.rounded(toPlaces: currency.decimals) == amount else {
        throw InputProblem("an adjustment has at most \(currency.decimals) decimals")
      }
      adjustment = amount == 0 ? nil : amount
    }
  }

  private mutating func enterTerms(_ text: String) throws(InputProblem) {
    let word = text.lowercased().split { $0.isWhitespace }.last.map(String.init) ?? ""
    let days = word == "receipt" ? 0 : Int(word)
    guard let days, (0...3660).contains(days) else {
      throw InputProblem("\(text) is no number of days: try 30, or receipt")
    }
    paymentTerms = days
    dueDate = date.adding(days: days)
  }

  private mutating func enterDue(_ text: String) throws(InputProblem) {
    let due = try DateInput.parse(text, from: date, isDue: true)
    guard due >= date else { throw InputProblem("due \(due.spoken.string) is before the date") }
    dueDate = due
    paymentTerms = date.days(until: due)
  }
}

extension LineItem {
  /// Takes what was typed into a column. A name typed by hand is no longer that of an item.
  mutating func enter(
    _ text: String, in column: LineColumn, currency: Currency, decimalMark: Character? = nil
  ) throws(InputProblem) {
    switch column {
    case .item:
      guard text != name else { return }
      name = text
      item = nil
    case .quantity:
      let value = try NumberInput.parse(
        text, places: 6, of: "a quantity", decimalMark: decimalMark)
      guard value > 0 else { throw InputProblem("a quantity is more than zero") }
      quantity = value
    case .rate:
      rate = try NumberInput.parse(text, places: 6, of: "a rate", decimalMark: decimalMark)
    case .discount:
      discount = try Discount(
        typed: text, most: quantity * rate, whole: "the line", currency: currency,
        decimalMark: decimalMark)
    case .tax: throw InputProblem("no tax in Books has these words")
    }
  }
}

extension Discount {
  /// The discount as the grid shows it: `10%` or `25.00`.
  func shown(in currency: Currency) -> SafeText {
    switch self {
    case .percent(let percent): "\(percent.shown())%"
    case .amount(let amount): SafeText(amount.shown(places: currency.decimals))
    }
  }

  /// The discount as it is typed.
  func typed(in currency: Currency, decimalMark: Character? = nil) -> String {
    switch self {
    case .percent(let percent): percent.typed(decimalMark: decimalMark) + "%"
    case .amount(let amount): amount.typed(places: currency.decimals, decimalMark: decimalMark)
    }
  }

  /// The discount that a text stands for, `10%` or `25.00`; nil for none.
  ///
  /// - Parameters:
  ///   - most: What it is taken off, which it cannot exceed.
  ///   - whole: What that is called.
  init?(
    typed text: String, most: Decimal, whole: String, currency: Currency, decimalMark: Character?
  ) throws(InputProblem) {
    let text = String(text.drop { $0 == " " })
    guard !text.isEmpty else { return nil }
    if text.last == "%" {
      let percent = try NumberInput.parse(
        String(text.dropLast()), places: 4, of: "a discount", decimalMark: decimalMark)
      guard percent <= 100 else { throw InputProblem("a discount is at most 100%") }
      if percent == 0 { return nil }
      self = .percent(percent)
    } else {
      let amount = try NumberInput.amount(
        text, in: currency, of: "a discount", decimalMark: decimalMark)
      guard amount <= most else {
        throw InputProblem("a discount is at most \(whole); for a share type \(text)%")
      }
      if amount == 0 { return nil }
      self = .amount(amount)
    }
  }
}

extension Tax {
  /// The tax with its rate, such as `VAT 20%`; the rate is not said twice.
  var words: SafeText {
    name.contains("%") ? SafeText(name) : "\(name) \(percentage.shown())%"
  }
}
