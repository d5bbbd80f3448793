/// When something that recurs is due: every so many days, weeks, months or years from a day on.
struct Recurrence {
  static let units = ["days", "weeks", "months", "years"]

  var start: Day
  var end: Day?
  var unit: String
  var every: Int

  static let members: [RecordMember] = [
    .text("recurrence_name", limit: 100, required: true), .day("start_date", required: true),
    .day("end_date"), .word("recurrence_frequency", units, required: true),
    .text("repeat_every", limit: 5, required: true),
  ]

  /// - Throws: code 2 for a count that is none, or an end before the start.
  init(_ record: BooksRecord) throws {
    guard let start = record.day("start_date") else { throw Refusal.booksInvalid("start_date") }
    guard let every = Int(record.text("repeat_every")), (1...999).contains(every) else {
      throw Refusal.booksInvalid("repeat_every")
    }
    self.start = start
    self.every = every
    end = record.day("end_date")
    unit = record.text("recurrence_frequency")
    if let end, end < start { throw Refusal.booksInvalid("end_date") }
  }

  /// The first day after another, nil when none is left. Each counts from the start, so that the 31st
  /// comes back after a short month.
  func next(after day: Day?) -> Day? {
    for count in 0...100_000 {
      let due = occurrence(count)
      guard end.map({ due <= $0 }) ?? true else { return nil }
      if day.map({ due > $0 }) ?? true { return due }
    }
    return nil
  }

  private func occurrence(_ count: Int) -> Day {
    switch unit {
    case "days": return start + count * every
    case "weeks": return start + count * every * 7
    default:
      let months = count * every * (unit == "years" ? 12 : 1)
      let first = DayRange.month(of: start, back: -months)
      let last = DayRange.month(of: first, back: -1) - 1
      return min(first + (start.parts.day - 1), last)
    }
  }
}
