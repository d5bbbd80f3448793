import Sales
import Screen

/// Days as people type them: `+30`, `+2w`, `30`, `eom`, `fri`, `next mon`, `5-2`, `2026-12-01`, `1 dec`.
enum DateInput {
  /// The day that a text stands for, seen from another day. With `isDue` a day without a month or a
  /// year is never before that other day.
  static func parse(
    _ text: String, from reference: CalendarDate, isDue: Bool = false
  ) throws(InputProblem) -> CalendarDate {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let first = words.first else { throw InputProblem("a day is needed: 1 dec, +30, eom") }
    let date: CalendarDate?
    if words.count == 1 {
      date =
        try numeric(first, from: reference, isDue: isDue)
        ?? single(first, from: reference, isDue: isDue)
    } else {
      date = next(words, from: reference) ?? named(words, from: reference, isDue: isDue)
    }
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
    if word.hasPrefix("+") || word.hasPrefix("-") { return distant(word, from: reference) }
    if let day = Int(word) { return dayOfMonth(day, from: reference, isDue: isDue) }
    if let weekday = index(of: word, in: weekdays) {
      return reference.adding(days: (weekday - reference.weekday + 6) % 7 + 1)
    }
    return nil
  }

  /// So many days, weeks or months away: `+30`, `-10`, `+2w`, `+1m`.
  private static func distant(_ word: String, from reference: CalendarDate) -> CalendarDate? {
    let unit = word.last { $0 == "w" || $0 == "m" }
    guard let count = Int(unit == nil ? word[...] : word.dropLast()), abs(count) <= 3660 else {
      return nil
    }
    switch unit {
    case "w": return reference.adding(days: count * 7)
    case "m": return reference.adding(months: count)
    default: return reference.adding(days: count)
    }
  }

  /// The day of next week: `next mon`. Weeks begin on Monday.
  private static func next(_ words: [String], from reference: CalendarDate) -> CalendarDate? {
    guard words.count == 2, words[0] == "next", let weekday = index(of: words[1], in: weekdays)
    else { return nil }
    return reference.adding(days: 7 - reference.weekday + weekday)
  }

  /// A day and a month in digits, the day first: `5-2`, `5.2.`, `5-2-2027`. With a slash some put the
  /// month first: what can be read two ways is refused.
  private static func numeric(
    _ word: String, from reference: CalendarDate, isDue: Bool
  ) throws(InputProblem) -> CalendarDate? {
    guard word.first?.isNumber == true, let mark = word.first(where: { "-./".contains($0) })
    else { return nil }
    let parts = word.split(separator: mark).map { Int($0) ?? 0 }
    guard (2...3).contains(parts.count), parts[0] < 1000 else { return nil }
    var (day, month) = (parts[0], parts[1])
    if mark == "/" {
      guard day > 12 || month > 12 || day == month else {
        guard day > 0, month > 0 else { return nil }
        let (one, other) = (months[month - 1], months[day - 1])
        throw InputProblem(
          "\(word) can be read two ways: type \(day) \(one.prefix(3)) or \(month) \(other.prefix(3))"
        )
      }
      if month > 12 { (day, month) = (month, day) }
    }
    if parts.count == 3 {
      return parts[2] < 1000 ? nil : CalendarDate(year: parts[2], month: month, day: day)
    }
    let date = CalendarDate(year: reference.year, month: month, day: day)
    guard isDue, let date, date < reference else { return date }
    return CalendarDate(year: reference.year + 1, month: month, day: day)
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

extension CalendarDate {
  /// The day so many months later, or earlier; the last of a month that is too short for it.
  func adding(months: Int) -> CalendarDate {
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    let last = CalendarDate.days(inMonth: newMonth, of: newYear)
    return CalendarDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }
}
