import FoundationEssentials
import Sales

/// A way to write values of which another reading exists, so that a column must show which it is.
protocol Notation: Hashable, Sendable {
  associatedtype Value: Hashable
  /// The ways that can be mistaken for one another.
  static var rivals: [Self] { get }
  /// The option that says which, with its values, for messages.
  static var option: String { get }
  /// The way in words.
  var words: String { get }
  /// What a text means this way; nil when it cannot be read so.
  func read(_ text: String) -> Value?
}

/// How dates are written. A date that begins with its year means the same in each of them.
enum DateOrder: String, CaseIterable, Notation {
  case mdy, dmy, iso

  static let rivals = [DateOrder.mdy, .dmy]
  static let option = "--dates mdy or --dates dmy"

  var words: String {
    switch self {
    case .mdy: "month/day/year"
    case .dmy: "day/month/year"
    case .iso: "year-month-day"
    }
  }

  func read(_ text: String) -> CalendarDate? {
    for separator in ["/", "-", "."] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      guard parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isDigit) }) else {
        return nil
      }
      let numbers = parts.compactMap { Int($0) }
      if parts[0].count == 4 {
        return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
      }
      guard parts[2].count == 4 else { return nil }
      switch self {
      case .mdy: return CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1])
      case .dmy: return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
      case .iso: return nil
      }
    }
    return nil
  }
}

/// What stands between whole and fraction; the other one, a blank or an apostrophe parts thousands.
enum DecimalMark: String, CaseIterable, Notation {
  case point = "."
  case comma = ","

  static let rivals = [DecimalMark.point, .comma]
  static let option = "--decimal . or --decimal ,"

  var words: String {
    switch self {
    case .point: "decimal point"
    case .comma: "decimal comma"
    }
  }

  func read(_ text: String) -> Decimal? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let body = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = body.split(separator: Character(rawValue), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = digits(parts[0]) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard !fraction.isEmpty, fraction.allSatisfy(\.isDigit), whole.count + fraction.count <= 30
    else { return nil }
    return Decimal(string: sign + whole + "." + fraction)
  }

  /// The digits of a whole number, whose thousands may be parted by one sort of mark.
  private func digits(_ text: Substring) -> String? {
    guard let mark = text.first(where: { !$0.isDigit }) else {
      return text.isEmpty ? nil : String(text)
    }
    let other: Character = self == .point ? "," : "."
    guard [other, "'", "’", " ", "\u{A0}", "\u{202F}"].contains(mark) else { return nil }
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(\.isDigit) })
    else { return nil }
    return groups.joined()
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
