/// The days that `filter_by` names: `ThisWeek`, `PreviousMonth`. Weeks begin on Monday.
struct DayRange {
  var first: Day
  var last: Day

  /// Nil for a name that is none, or means all days.
  init?(_ name: String, today: Day) {
    let isPrevious = name.hasPrefix("Previous")
    let unit = name == "Today" ? "Day" : name.drop { $0.isLowercase || $0 == "T" || $0 == "P" }
    let start: Day
    switch unit {
    case "Day": start = today
    case "Week": start = today - (today.number + 3) % 7
    case "Month": start = Self.month(of: today, back: 0)
    case "Quarter": start = Self.month(of: today, back: (today.parts.month - 1) % 3)
    case "Year": start = Self.month(of: today, back: today.parts.month - 1)
    default: return nil
    }
    let months = ["Month": 1, "Quarter": 3, "Year": 12][String(unit)]
    let days = unit == "Week" ? 7 : 1
    if isPrevious {
      last = start - 1
      first = months.map { Self.month(of: start, back: $0) } ?? start - days
    } else {
      first = start
      last = (months.map { Self.month(of: start, back: -$0) } ?? start + days) - 1
    }
  }

  /// The first of a month, so many months before that of a day.
  static func month(of day: Day, back: Int) -> Day {
    let parts = day.parts
    let months = parts.year * 12 + parts.month - 1 - back
    return Day(year: months / 12, month: months % 12 + 1, day: 1) ?? day
  }

  /// The condition on a column.
  func condition(_ column: String) -> String {
    "\(column) BETWEEN '\(first)' AND '\(last)'"
  }
}
