import Sales
import Screen

/// Days as people type them: `+30`, `30`, `eom`, `fri`, `2026-12-01`, `1 dec`.
enum DateInput {
  /// The day that a text stands for, seen from another day. With `isDue` a day without a month or a
  /// year is never before that other day.
  static func parse(
    _ text: String, from reference: CalendarDate, isDue: Bool = false
  ) throws(InputProblem) -> CalendarDate {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let first = words.first else { throw InputProblem("a day is needed: 1 dec, +30, eom") }
    let date =
      words.count == 1
      ? single(first, from: reference, isDue: isDue)
      : named(words, from: reference, isDue: isDue)
    guard let date else {
      throw InputProblem("\(text) is no day: try 1 dec, 2026-12-01, +30, fri or eom")
    }
    return date
  }

  private static func single(
    _ word: String, from reference: CalendarDate, isDue: Bool
  ) -> CalendarDate? {
    switch word {
    case "today", "t": return reference
    case "tomorrow": return reference.adding(days: 1)
    case "eom": return reference.endOfMonth
    default: break
    }
    if let date = CalendarDate(word) { return date }
    if word.hasPrefix("+") || word.hasPrefix("-"), let days = Int(word), abs(days) <= 3660 {
      return reference.adding(days: days)
    }
    if let day = Int(word) { return dayOfMonth(day, from: reference, isDue: isDue) }
    if let weekday = index(of: word, in: weekdays) {
      return reference.adding(days: (weekday - reference.weekday + 6) % 7 + 1)
    }
    return nil
  }

  private static func dayOfMonth(
    _ day: Int, from reference: CalendarDate, isDue: Bool
  ) -> CalendarDate? {
    let date = CalendarDate(year: reference.year, month: reference.month, day: day)
    if let date, !isDue || date >= reference { return date }
    guard isDue else { return nil }
    let next = reference.endOfMonth.adding(days: 1)
    return CalendarDate(year: next.year, month: next.month, day: day)
  }

  /// A day and a month in words, in either order, with or without a year.
  private static func named(
    _ words: [String], from reference: CalendarDate, isDue: Bool
  ) -> CalendarDate? {
    guard words.count <= 3,
      let place = words.prefix(2).firstIndex(where: { index(of: $0, in: months) != nil }),
      let month = index(of: words[place], in: months), let day = Int(words[1 - place])
    else { return nil }
    if words.count == 3 {
      guard words[2].count == 4, let year = Int(words[2]) else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    let date = CalendarDate(year: reference.year, month: month, day: day)
    guard isDue, let date, date < reference else { return date }
    return CalendarDate(year: reference.year + 1, month: month, day: day)
  }

  /// Which of the names a word begins, by at least three letters; counted from 1.
  private static func index(of word: String, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
