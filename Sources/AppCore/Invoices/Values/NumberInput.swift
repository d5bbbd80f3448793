import FoundationEssentials
import Sales
import Screen

/// Numbers as people type them: `1,234.50`, `1.234,50`, `120*3`.
///
/// Both ways of writing a decimal point are read, but `1,234` and `1.234` mean a thousand to some
/// and little more than one to others: they are refused, never guessed.
enum NumberInput {
  /// The number that a text stands for, exactly.
  static func parse(_ text: String) throws(InputProblem) -> Decimal {
    let text = text.filter { !$0.isWhitespace && $0 != "_" && $0 != "'" }
    guard !text.isEmpty else { throw InputProblem("a number is needed here") }
    var sum: Decimal = 0
    for (sign, term) in try split(text, at: ["+", "-"]) {
      let value = try product(term)
      sum += sign == "-" ? -value : value
    }
    guard abs(sum) < limit else { throw InputProblem("\(text) is too large") }
    return sum
  }

  /// Far above any invoice, far below where decimals stop being exact.
  private static let limit: Decimal = 1_000_000_000_000

  private static func product(_ text: String) throws(InputProblem) -> Decimal {
    var result: Decimal = 1
    for (sign, factor) in try split(text, at: ["*", "×", "/"]) {
      let value = try literal(factor)
      guard sign == "/" else {
        result *= value
        continue
      }
      guard value != 0, case let quotient = (result / value).rounded(toPlaces: 6),
        quotient * value == result
      else { throw InputProblem("\(text) has no exact value; type the number") }
      result = quotient
    }
    return result
  }

  /// The parts between operators, each with the operator before it. A sign may stand in front.
  private static func split(
    _ text: String, at operators: Set<Character>
  ) throws(InputProblem) -> [(sign: Character, part: String)] {
    var parts: [(sign: Character, part: String)] = []
    var sign: Character = "+"
    var part = ""
    for character in text {
      guard operators.contains(character) else {
        part.append(character)
        continue
      }
      if !part.isEmpty {
        parts.append((sign, part))
      } else if !parts.isEmpty || operators.contains("*") {
        throw InputProblem("\(text): a number is missing beside \(String(character))")
      }
      sign = character
      part = ""
    }
    guard !part.isEmpty else {
      throw InputProblem("\(text): a number is missing after \(String(sign))")
    }
    return parts + [(sign, part)]
  }

  /// One number without operators.
  private static func literal(_ text: String) throws(InputProblem) -> Decimal {
    let marks = text.filter { $0 == "," || $0 == "." }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count + marks.count == text.count, digits.count <= 20 else {
      throw InputProblem("\(text) is not a number")
    }
    let point = try decimalPoint(of: text, marks: marks)
    let groups = text.split(separator: point ?? "\u{0}", omittingEmptySubsequences: false)
    let whole = try ungrouped(groups.first ?? "", in: text)
    let fraction = groups.count > 1 ? String(groups[1]) : ""
    guard let value = Decimal(string: "\(whole.isEmpty ? "0" : whole).\(fraction)0") else {
      throw InputProblem("\(text) is not a number")
    }
    return value
  }

  /// Which mark, if any, is the decimal point.
  private static func decimalPoint(
    of text: String, marks: String
  ) throws(InputProblem) -> Character? {
    guard let last = marks.last else { return nil }
    if Set(marks).count == 2 {
      guard marks.count(where: { $0 == last }) == 1 else {
        throw InputProblem("\(text) is not a number")
      }
      return last
    }
    if marks.count > 1 { return nil }
    let sides = text.split(separator: last, omittingEmptySubsequences: false)
    let isGroup = sides[1].count == 3 && (1...3).contains(sides[0].count) && sides[0] != "0"
    guard isGroup else { return last }
    throw InputProblem(
      "\(text) can be read two ways: type \(sides[0])\(sides[1]) or \(sides[0]).\(sides[1])0")
  }

  /// The digits of a whole number, its thousands' marks checked and taken out.
  private static func ungrouped(
    _ whole: Substring, in text: String
  ) throws(InputProblem) -> String {
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard groups.count > 1 else { return String(whole) }
    let isGrouped =
      (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard isGrouped else { throw InputProblem("\(text): its thousands are not in threes") }
    return groups.joined()
  }
}

extension NumberInput {
  /// A number of at most so many decimals that is not below zero.
  static func parse(_ text: String, places: Int, of what: String) throws(InputProblem) -> Decimal {
    let value = try parse(text)
    guard value >= 0 else { throw InputProblem("\(what) cannot be below zero") }
    guard value.rounded(toPlaces: places) == value else {
      throw InputProblem(
        places == 0 ? "\(what) has no decimals" : "\(what) has at most \(places) decimals")
    }
    return value
  }

  /// An amount of money, with no more decimals than its currency has.
  static func amount(
    _ text: String, in currency: Currency, of what: String
  ) throws(InputProblem) -> Decimal {
    try parse(text, places: currency.decimals, of: what)
  }
}

extension Decimal {
  /// The number with commas, and as many decimals as it needs but no fewer than that many.
  func shown(places: Int = 0) -> String {
    grouped(places: max(places, decimalPlaces))
  }

  /// The number without commas, as it is typed.
  func typed(places: Int = 0) -> String { shown(places: places).filter { $0 != "," } }

  private var decimalPlaces: Int {
    let parts = description.split(separator: ".")
    guard parts.count == 2 else { return 0 }
    return String(parts[1].reversed().drop { $0 == "0" }).count
  }
}
