import FoundationEssentials
import Sales

/// Days with a time of day: `fri 14:30` as people type them, `2026-12-04T14:30:00+01:00` as CRM does.
extension FieldNotation {
  /// A day and a time as CRM takes them, in the user's zone.
  func dateTime(_ text: String) throws(InputProblem) -> String {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let clock = words.last.flatMap(Self.time), !words.isEmpty else {
      throw InputProblem("\(text) is no day with a time: fri 14:30, 1 dec 9:00, 16:00")
    }
    words.removeLast()
    let day =
      words.isEmpty ? today : try DateInput.parse(words.joined(separator: " "), from: today)
    let sign = secondsAheadOfUTC < 0 ? "-" : "+"
    let minutes = abs(secondsAheadOfUTC) / 60
    let zone = "\(sign)\(Self.pair(minutes / 60)):\(Self.pair(minutes % 60))"
    return "\(day)T\(Self.pair(clock.hour)):\(Self.pair(clock.minute)):00\(zone)"
  }

  /// CRM's day and time in the user's zone, as people say it; the text itself when it is none.
  func spoken(dateTime text: String) -> String {
    guard let day = CalendarDate(text.prefix(10)), let clock = Self.time(text.dropFirst(11)) else {
      return text
    }
    let zone = Self.zone(of: text.dropFirst(16))
    let minutes =
      day.daysSinceEpoch * 1440 + clock.hour * 60 + clock.minute - zone
      + secondsAheadOfUTC / 60
    let days = Int((Double(minutes) / 1440).rounded(.down))
    let rest = minutes - days * 1440
    let local = day.adding(days: days - day.daysSinceEpoch)
    return "\(local.spoken.string) \(Self.pair(rest / 60)):\(Self.pair(rest % 60))"
  }

  /// The hour and the minute that a text begins with: `9:00`, `14:30:00`.
  private static func time(_ text: some StringProtocol) -> (hour: Int, minute: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1].prefix(2)),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return (hour, minute)
  }

  /// How many minutes ahead of UTC the end of a time says it is: `:00+01:00`, `:00Z`.
  private static func zone(of text: Substring) -> Int {
    guard let place = text.lastIndex(where: { $0 == "+" || $0 == "-" }),
      let clock = time(text[text.index(after: place)...])
    else { return 0 }
    let minutes = clock.hour * 60 + clock.minute
    return text[place] == "-" ? -minutes : minutes
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
