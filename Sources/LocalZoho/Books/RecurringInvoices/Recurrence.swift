/// How often something comes again: every so many days, weeks, months or years.
struct Recurrence: Hashable, Sendable {
  enum Unit: String, Sendable, CaseIterable {
    case days, weeks, months, years
  }

  var unit: Unit
  /// At least 1.
  var count: Int

  /// The day of the n-th time, counted from the first on that day. Months are counted from the first
  /// day, so that what begins on the 31st comes on the last day of shorter months only.
  func day(_ number: Int, from first: Day) -> Day {
    let steps = number * count
    switch unit {
    case .days: return first + steps
    case .weeks: return first + steps * 7
    case .months: return Self.adding(months: steps, to: first)
    case .years: return Self.adding(months: steps * 12, to: first)
    }
  }

  /// The first time on or after a day.
  func first(onOrAfter day: Day, from first: Day) -> Day {
    guard day > first else { return first }
    let length = [Unit.days: 1, .weeks: 7, .months: 31, .years: 366][unit] ?? 1
    var number = max(0, (day.number - first.number) / (length * count) - 1)
    while self.day(number, from: first) < day { number += 1 }
    return self.day(number, from: first)
  }

  private static func adding(months: Int, to day: Day) -> Day {
    let (year, month, dayOfMonth) = day.parts
    let index = year * 12 + month - 1 + months
    for last in stride(from: dayOfMonth, to: 27, by: -1) {
      if let day = Day(year: index / 12, month: index % 12 + 1, day: last) { return day }
    }
    return Day(year: index / 12, month: index % 12 + 1, day: min(dayOfMonth, 28)) ?? day
  }
}
