import Sales
import Screen

/// A line that stands for a task, a call or a meeting: `Send the offer fri`, `Demo tomorrow 14:30`.
///
/// A day and a time of day at its end are taken off it; what is left is the subject.
public struct AgendaEntry: Hashable, Sendable {
  /// What is added.
  public enum Kind: String, Hashable, Sendable {
    /// A task, due on a day.
    case task
    /// A call that took place just now.
    case call
    /// A meeting, at a time of day.
    case meeting
  }

  /// What it is about.
  var subject: String
  /// The day; nil when none was named.
  var day: CalendarDate?
  /// The minutes since midnight; nil when no time was named.
  var minutes: Int?

  /// The entry that a line stands for.
  init(_ line: String, today: CalendarDate) {
    var words = line.split(separator: " ").map(String.init)
    var day: CalendarDate?
    var minutes: Int?
    while words.count > 1 {
      if minutes == nil, let time = Self.minutes(words[words.count - 1]) {
        minutes = time
        words.removeLast()
        continue
      }
      guard day == nil, let (found, length) = Self.day(at: words, today: today) else { break }
      day = found
      words.removeLast(length)
    }
    subject = words.joined(separator: " ")
    self.day = day
    self.minutes = minutes
  }

  /// The day that the last words name, and how many they are; at least one word is left before them. A
  /// bare number is no day here: `call in 5` is a subject.
  private static func day(
    at words: [String], today: CalendarDate
  ) -> (CalendarDate, Int)? {
    for length in [3, 2, 1] where words.count > length {
      let last = words.suffix(length)
      if length == 1, let word = last.first, word.count < 2 || Int(word) != nil && word.first != "+"
      {
        continue
      }
      let text = last.joined(separator: " ")
      if let day = try? DateInput.parse(text, from: today, isDue: true) { return (day, length) }
    }
    return nil
  }

  /// The minutes since midnight that `14:30` names.
  static func minutes(_ word: String) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
