import FoundationEssentials

/// When to look for an intent whose answer was lost.
public enum ProbeSchedule {
  /// Seconds after the dispatch: five looks in ten minutes, then hourly for a day.
  public static let delays: [TimeInterval] =
    [2, 10, 45, 180, 600] + (1...24).map { TimeInterval($0) * 3600 }

  /// How many clean looks must have found nothing before it counts as absent.
  public static let cleanLooks = 3

  /// How long after the dispatch the last of them must be, in seconds: a late commit may still land.
  public static let settlingTime: TimeInterval = 180

  /// Nothing older is sent without asking, in seconds.
  public static let longestWait: TimeInterval = 24 * 3600

  /// When to look next after so many looks; nil when all were made.
  ///
  /// After a long sleep the gaps stay: the looks of a whole day are never made at once.
  static func time(afterLooks looks: Int, dispatched: Date, lastLook: Date?) -> Date? {
    guard delays.indices.contains(looks) else { return nil }
    let planned = dispatched.addingTimeInterval(delays[looks])
    guard let lastLook, looks > 0 else { return planned }
    return max(planned, lastLook.addingTimeInterval(delays[looks] - delays[looks - 1]))
  }
}
