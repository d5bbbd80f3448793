/// When something that recurs is due, from its first day to its last.
struct RecurringSchedule {
  static let units = Recurrence.Unit.allCases.map(\.rawValue)

  var start: Day
  var end: Day?
  var recurrence: Recurrence

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
    guard let unit = Recurrence.Unit(rawValue: record.text("recurrence_frequency")) else {
      throw Refusal.booksInvalid("recurrence_frequency")
    }
    self.start = start
    end = record.day("end_date")
    recurrence = Recurrence(unit: unit, count: every)
    if let end, end < start { throw Refusal.booksInvalid("end_date") }
  }

  /// The first day after another, nil when none is left. Each counts from the start, so that the 31st
  /// comes back after a short month.
  func next(after day: Day?) -> Day? {
    for count in 0...100_000 {
      let due = recurrence.day(count, from: start)
      guard end.map({ due <= $0 }) ?? true else { return nil }
      if day.map({ due > $0 }) ?? true { return due }
    }
    return nil
  }
}
