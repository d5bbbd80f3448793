import FoundationEssentials
import Sales
import Screen

/// Numbers as people type them: `1,234.50`, `1.234,50`, `120*3`, `(100+20)/2`.
///
/// Both ways of writing a decimal point are read. `1,234` and `1.234` mean a thousand to some and
/// little more than one to others: the user's own decimal mark decides, and where none is known they
/// are refused, never guessed.
enum NumberInput {
  /// The number that a text stands for, exactly.
  ///
  /// - Parameter decimalMark: The user's decimal point, `.` or `,`; nil when unknown.
  static func parse(
    _ text: String, decimalMark: Character? = nil
  ) throws(InputProblem) -> Decimal {
    let text = text.filter { !$0.isWhitespace && $0 != "_" && $0 != "'" }
    guard !text.isEmpty else { throw InputProblem("a number is needed here") }
    var sum = NumberSum(text, decimalMark: decimalMark)
    let value = try sum.value()
    guard abs(value) < limit else { throw InputProblem("\(text) is too large") }
    return value
  }

  /// Far above any invoice, far below where decimals stop being exact.
  private static let limit: Decimal = 1_000_000_000_000
}

extension NumberInput {
  /// A number of at most so many decimals that is not below zero.
  static func parse(
    _ text: String, places: Int, of what: String, decimalMark: Character? = nil
  ) throws(InputProblem) -> Decimal {
    let value = try parse(text, decimalMark: decimalMark)
    guard value >= 0 else { throw InputProblem("\(what) cannot be below zero") }
    guard value.rounded(toPlaces: places) == value else {
      throw InputProblem(
        places == 0 ? "\(what) has no decimals" : "\(what) has at most \(places) decimals")
    }
    return value
  }

  /// An amount of money, with no more decimals than its currency has.
  static func amount(
    _ text: String, in currency: Currency, of what: String, decimalMark: Character? = nil
  ) throws(InputProblem) -> Decimal {
    try parse(text, places: currency.decimals, of: what, decimalMark: decimalMark)
  }
}

extension Decimal {
  /// The number with commas, and as many decimals as it needs but no fewer than that many.
  func shown(places: Int = 0) -> String {
    grouped(places: max(places, decimalPlaces))
  }

  /// The number without marks between thousands, as it is typed with that decimal point.
  func typed(places: Int = 0, decimalMark: Character? = nil) -> String {
    let text = shown(places: places).filter { $0 != "," }
    guard let decimalMark else { return text }
    return String(text.map { $0 == "." ? decimalMark : $0 })
  }

  private var decimalPlaces: Int {
    let parts = description.split(separator: ".")
    guard parts.count == 2 else { return 0 }
    return String(parts[1].reversed().drop { $0 == "0" }).count
  }
}
