import FoundationEssentials
import Sales
import Screen

/// A sum as people type it: numbers with `+ - * /` and parentheses, worked out exactly.
struct NumberSum {
  private let text: String
  private let characters: [Character]
  private let decimalMark: Character?
  private var place = 0
  private var depth = 0

  /// A sum without blanks in it.
  init(_ text: String, decimalMark: Character?) {
    self.text = text
    self.decimalMark = decimalMark
    characters = Array(text)
  }

  /// What it comes to.
  mutating func value() throws(InputProblem) -> Decimal {
    let value = try sum()
    guard place == characters.count else {
      let next = String(characters[place])
      throw InputProblem(
        next == ")" ? "\(text): no ( for this )" : "\(text): a sign is missing before \(next)")
    }
    return value
  }

  private mutating func sum() throws(InputProblem) -> Decimal {
    let isNegative = take("+-") == "-"
    var sum = try product()
    if isNegative { sum = -sum }
    while let sign = take("+-") {
      let term = try product()
      sum += sign == "-" ? -term : term
    }
    return sum
  }

  private mutating func product() throws(InputProblem) -> Decimal {
    let start = place
    var result = try factor()
    while let sign = take("*×/") {
      let value = try factor()
      guard sign == "/" else {
        result *= value
        continue
      }
      guard value != 0, case let quotient = (result / value).rounded(toPlaces: 6),
        quotient * value == result
      else {
        let part = String(characters[start..<place])
        throw InputProblem("\(part) has no exact value; type the number")
      }
      result = quotient
    }
    return result
  }

  private mutating func factor() throws(InputProblem) -> Decimal {
    if take("(") != nil {
      depth += 1
      guard depth <= Self.deepest else { throw InputProblem("\(text) has too many parentheses") }
      let value = try sum()
      guard take(")") != nil else { throw InputProblem("\(text): a ) is missing") }
      depth -= 1
      return value
    }
    let start = place
    while place < characters.count, !Self.signs.contains(characters[place]) { place += 1 }
    guard place > start else { throw missing() }
    return try NumberLiteral.parse(String(characters[start..<place]), decimalMark: decimalMark)
  }

  private func missing() -> InputProblem {
    guard place < characters.count else {
      return InputProblem(
        "\(text): a number is missing after \(characters.last.map { String($0) } ?? "")")
    }
    return InputProblem("\(text): a number is missing beside \(String(characters[place]))")
  }

  private mutating func take(_ signs: String) -> Character? {
    guard place < characters.count, signs.contains(characters[place]) else { return nil }
    defer { place += 1 }
    return characters[place]
  }

  /// Nobody nests deeper, but a paste can.
  private static let deepest = 20
  private static let signs: Set<Character> = ["+", "-", "*", "×", "/", "(", ")"]
}
