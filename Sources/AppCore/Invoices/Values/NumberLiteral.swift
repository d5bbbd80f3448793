import FoundationEssentials
import Sales
import Screen

/// One number as people write it, without operators: digits, marks between thousands, a decimal point.
enum NumberLiteral {
  /// The number that a text stands for, exactly.
  static func parse(
    _ text: String, decimalMark mark: Character?
  ) throws(InputProblem) -> Decimal {
    let marks = text.filter { $0 == "," || $0 == "." }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count + marks.count == text.count, digits.count <= 20 else {
      throw InputProblem("\(text) is not a number")
    }
    let point = try decimalPoint(of: text, marks: marks, mark)
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
    of text: String, marks: String, _ decimalMark: Character?
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
    if let decimalMark { return last == decimalMark ? last : nil }
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
