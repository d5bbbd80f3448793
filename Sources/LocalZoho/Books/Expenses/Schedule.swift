/// When something that recurs is due: from a day on, and perhaps to one.
struct Schedule {
  var start: Day
  var end: Day?
  var recurrence: Recurrence

  static let units = Recurrence.Unit.allCases.map(\.rawValue)

  static let members: [RecordMember] = [
    .text("recurrence_name", limit: 100, required: true), .day("start_date", required: true),
    .day("end_date"), .word("recurrence_frequency", units, required: true),
    .text("repeat_every", limit: 5, required: true),
  ]

  /// - Throws: code 2 for a count that is none, or an end before the start.
  init(_ record: BooksRecord) throws {
    guard let start = record.day("start_date") else { throw Refusal.booksInvalid("start_date") }
    guard let count = Int(record.text("repeat_every")), (1...999).contains(count) else {
      throw Refusal.booksInvalid("repeat_every")
    }
    guard let unit = Recurrence.Unit(rawValue: record.text("recurrence_frequency")) else {
      throw Refusal.booksInvalid("recurrence_frequency")
    }
    self.start = start
    recurrence = Recurrence(unit: unit, count: count)
    end = record.day("end_date")
    if let end, end < start { throw Refusal.booksInvalid("end_date") }
  }

  /// The first day after another, or the first of all; nil when none is left.
  func next(after day: Day?) -> Day? {
    let due = recurrence.first(onOrAfter: day.map { $0 + 1 } ?? start, from: start)
    return end.map { due <= $0 } ?? true ? due : nil
  }
}
