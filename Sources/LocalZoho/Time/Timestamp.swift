import FoundationEssentials

/// Instants as the products print and read them. The organization keeps UTC.
enum Timestamp {
  /// CRM: `2026-10-01T09:30:00+00:00`
  static func crm(_ instant: Date) -> String { text(instant) + "+00:00" }

  /// Books: `2026-10-01T09:30:00+0000`
  static func books(_ instant: Date) -> String { text(instant) + "+0000" }

  /// HTTP's `Date` header (RFC 9110): `Thu, 01 Oct 2026 09:30:00 GMT`
  static func http(_ instant: Date) -> String {
    let day = day(instant)
    let (year, month, dayOfMonth) = day.parts
    let weekday = weekdays[((day.number + 4) % 7 + 7) % 7]
    let time = text(instant).suffix(8)
    return "\(weekday), \(Digits.padded(dayOfMonth, 2)) \(months[month - 1]) \(year) \(time) GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The day of that instant in the organization's time zone.
  static func day(_ instant: Date) -> Day {
    Day(number: Int((instant.timeIntervalSince1970 / 86_400).rounded(.down)))
  }

  /// Reads an instant with an offset (`Z`, `+0530` or `+05:30`), with or without fractions of a
  /// second; nil when it is anything else.
  static func read(_ text: String) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let day = Day(text.prefix(10)),
      let hour = Digits.number(bytes[11..<13]), hour < 24,
      let minute = Digits.number(bytes[14..<16]), minute < 60,
      let second = Digits.number(bytes[17..<19]), second < 60
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard let offset = offset(Array(rest)) else { return nil }
    let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds))
  }

  /// Seconds east of UTC.
  private static func offset(_ bytes: [UInt8]) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == UInt8(ascii: "Z"), bytes.count == 1 { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, bytes.count == 5 || bytes.count == 6 && bytes[3] == UInt8(ascii: ":"),
      let hours = Digits.number(digits[0..<2]), hours < 24,
      let minutes = Digits.number(digits[2..<4]), minutes < 60
    else { return nil }
    let offset = hours * 3600 + minutes * 60
    return sign == UInt8(ascii: "-") ? -offset : offset
  }

  private static func text(_ instant: Date) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let day = day(instant)
    let rest = seconds - day.number * 86_400
    return "\(day)T\(Digits.padded(rest / 3600, 2)):\(Digits.padded(rest / 60 % 60, 2)):"
      + Digits.padded(rest % 60, 2)
  }
}
