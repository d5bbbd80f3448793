import FoundationEssentials
import Sales
import Screen

/// How the values of fields are read and shown: from which day, in which zone, in which currency.
public struct FieldNotation: Hashable, Sendable {
  /// The day from which `+3` and `fri` count.
  public var today: CalendarDate
  /// How far the user's clock is ahead of UTC, in seconds.
  public var secondsAheadOfUTC: Int
  /// The currency of amounts.
  public var currency: Currency

  /// How the values of fields are read and shown.
  public init(today: CalendarDate, secondsAheadOfUTC: Int = 0, currency: Currency) {
    self.today = today
    self.secondsAheadOfUTC = secondsAheadOfUTC
    self.currency = currency
  }
}

extension AppState {
  /// How forms read and show values now.
  public var notation: FieldNotation {
    FieldNotation(today: today, secondsAheadOfUTC: secondsAheadOfUTC, currency: tenant.currency)
  }
}

extension FieldNotation {
  /// The value that a text stands for.
  func value(of text: String, in field: FormField) throws(InputProblem) -> RecordValue {
    let text = text.trimmed
    guard !text.isEmpty else { return .empty }
    if let length = field.length, field.kind.countsCharacters, text.count > length {
      throw InputProblem("\(field.label) holds \(length) characters; these are \(text.count)")
    }
    switch field.kind {
    case .integer:
      let number = try NumberInput.parse(text)
      guard number == number.rounded(toPlaces: 0) else {
        throw InputProblem("\(field.label) is a whole number")
      }
      return .number(number)
    case .decimal, .percent: return .number(try number(text, field, places: field.decimals ?? 9))
    case .currency:
      return .number(try number(text, field, places: field.decimals ?? currency.decimals))
    case .date: return .text(try DateInput.parse(text, from: today).description)
    case .dateTime: return .text(try dateTime(text))
    case .email:
      guard Self.isEmail(text) else {
        throw InputProblem("\(text) is no mail address: name@company.com")
      }
      return .text(text)
    case .website:
      guard text.contains("."), !text.contains(" ") else {
        throw InputProblem("\(text) is no web address: www.company.com")
      }
      return .text(text)
    case .phone:
      guard text.contains(where: \.isNumber), text.allSatisfy(Self.isOfPhone) else {
        throw InputProblem("\(text) is no telephone number: +44 20 7946 0000")
      }
      return .text(text)
    default: return .text(text)
    }
  }

  private func number(
    _ text: String, _ field: FormField, places: Int
  ) throws(InputProblem) -> Decimal {
    let number = try NumberInput.parse(text)
    guard number.rounded(toPlaces: places) == number else {
      throw InputProblem("\(field.label) has at most \(places) decimals")
    }
    return number
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    return parts[1].contains(".") && parts[1].first != "." && parts[1].last != "."
      && !text.contains { $0.isWhitespace || "<>(),;\"".contains($0) }
  }

  private static func isOfPhone(_ character: Character) -> Bool {
    character.isNumber || " +-()./#*,;xext".contains(character)
  }

  /// A value as a person types it.
  func typed(_ value: RecordValue, in field: FormField) -> String {
    switch (field.kind, value) {
    case (.currency, .number(let number)):
      number.typed(places: field.decimals ?? currency.decimals)
    case (_, .number(let number)): number.typed()
    case (.date, .text(let text)): CalendarDate(text)?.spoken.string ?? text
    case (.dateTime, .text(let text)): spoken(dateTime: text)
    default: value.text
    }
  }

  /// A value as panes and forms show it.
  func shown(_ value: RecordValue, in field: FormField) -> SafeText {
    switch (field.kind, value) {
    case (_, .empty): ""
    case (.currency, .number(let number)): Money(number, currency).full
    case (.percent, .number(let number)): SafeText(number.shown() + "%")
    case (_, .number(let number)): SafeText(number.shown())
    case (.pickList, .text(let text)): SafeText(field.shown(text))
    case (.multiPickList, .list(let items)):
      SafeText(items.map(field.shown).joined(separator: ", "))
    case (.date, _), (.dateTime, _): SafeText(typed(value, in: field))
    default: SafeText(value.text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ "))
    }
  }
}

extension FormField.Kind {
  /// Whether it is typed as one line of text.
  var isTyped: Bool {
    switch self {
    case .text, .longText, .email, .phone, .website, .integer, .decimal, .percent, .currency, .date,
      .dateTime:
      true
    case .boolean, .pickList, .multiPickList, .lookUp, .user, .other: false
    }
  }

  /// Whether its length counts the characters of the text.
  fileprivate var countsCharacters: Bool {
    switch self {
    case .text, .longText, .email, .phone, .website: true
    default: false
    }
  }

  /// Whether what was typed is worth repeating as it was understood.
  var isEchoed: Bool {
    switch self {
    case .integer, .decimal, .percent, .currency, .date, .dateTime: true
    default: false
    }
  }
}
