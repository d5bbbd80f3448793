import AppCore
import Foundation
import Sales
import Services

extension TimeSource {
  /// The system's clock, in the user's zone.
  static let system = TimeSource(now: { Date() }, today: { localDay(of: Date()) })

  /// The action that tells how late it is.
  var tick: Action { .ticked(now(), today: today()) }

  /// How far the user's clock is ahead of UTC at that time, in seconds.
  static func secondsAheadOfUTC(at date: Date) -> Int { Int(localParts(of: date).tm_gmtoff) }

  /// The day it is for the user at that time. The C library knows the zone and is quick; Foundation
  /// would load its whole calendar first.
  private static func localDay(of date: Date) -> CalendarDate {
    let parts = localParts(of: date)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(daysSinceEpoch: Int(date.timeIntervalSince1970 / 86_400))
  }

  private static func localParts(of date: Date) -> tm {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }
}
