import Sales
import Screen

/// How often, as people type it: `month`, `2 weeks`, `quarter`.
enum RecurrenceInput {
  /// Every how many units of the calendar.
  static func parse(_ text: String) throws(InputProblem) -> (count: Int, unit: Recurrence.Unit) {
    var words = text.lowercased().split(separator: " ").map(String.init)
    if words.first == "every" { words.removeFirst() }
    let count = words.count == 2 ? Int(words[0]) : words.count == 1 ? 1 : nil
    guard let count, (1...100).contains(count), let word = words.last, word.count >= 1,
      let found = units.first(where: { $0.name.hasPrefix(word) })
    else { throw InputProblem("\(text) is not how often: try month, 2 weeks, quarter or year") }
    return (count * found.factor, found.unit)
  }

  /// The same in words: `every month`, `every 2 weeks`.
  static func words(_ count: Int, _ unit: Recurrence.Unit) -> SafeText {
    count == 1 ? "every \(unit.rawValue.dropLast())" : "every \(count) \(unit.rawValue)"
  }

  private static let units: [(name: String, factor: Int, unit: Recurrence.Unit)] = [
    ("days", 1, .days), ("weeks", 1, .weeks), ("months", 1, .months), ("years", 1, .years),
    ("quarters", 3, .months),
  ]
}
