import FoundationEssentials
import Sales

/// Zoho's times: `2026-10-01T09:30:00+05:30` in CRM, `2026-10-01T09:30:00-0800` in Books.
///
/// Read by hand, since every record carries two or three: a formatter would cost more than the rest
/// of the record.
enum ZohoTime {
  /// The instant, or nil when the text is no time. Fractions of a second are dropped; a bare day is
  /// its midnight in UTC.
  static func parse(_ text: String) -> Date? {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = DigitScanner(bytes: bytes)
      return scanner.time()
    }
  }

  /// The instant as CRM takes it, in UTC: `2026-10-01T09:30:00+00:00`.
  static func crm(_ date: Date) -> String { utc(date) + "+00:00" }

  /// The instant as Books takes it, in UTC: `2026-10-01T09:30:00+0000`.
  static func books(_ date: Date) -> String { utc(date) + "+0000" }

  private static func utc(_ date: Date) -> String {
    let limit = 253_402_300_799.0
    let seconds = Int(max(0, min(limit, date.timeIntervalSince1970.rounded(.down))))
    let day = CalendarDate(daysSinceEpoch: seconds / 86_400)
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
    return "\(day)T" + clock.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

/// Walks over the digits of a time.
private struct DigitScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  /// `yyyy-MM-dd`, then maybe `THH:mm:ss`, a fraction, and an offset.
  mutating func time() -> Date? {
    guard let year = number(4), take("-"), let month = number(2), take("-"),
      let dayOfMonth = number(2),
      let day = CalendarDate(year: year, month: month, day: dayOfMonth)
    else { return nil }
    var seconds = day.daysSinceEpoch * 86_400
    if index == bytes.count { return Date(timeIntervalSince1970: Double(seconds)) }
    guard take("T") || take(" "), let hour = number(2), take(":"), let minute = number(2),
      hour < 24, minute < 60
    else { return nil }
    seconds += hour * 3600 + minute * 60
    if take(":") {
      guard let second = number(2), second < 61 else { return nil }
      seconds += second
    }
    if take(".") {
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    }
    guard let offset = offset(), index == bytes.count else { return nil }
    return Date(timeIntervalSince1970: Double(seconds - offset))
  }

  /// Seconds east of Greenwich: `Z`, `+05:30`, `+0530`, `-08`; none counts as UTC.
  private mutating func offset() -> Int? {
    if index == bytes.count || take("Z") { return 0 }
    let sign: Int
    if take("+") {
      sign = 1
    } else if take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(2), hours < 24 else { return nil }
    if index == bytes.count { return sign * hours * 3600 }
    _ = take(":")
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<(index + digits)] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    index += digits
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
