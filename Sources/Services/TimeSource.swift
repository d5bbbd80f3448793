import FoundationEssentials
import Sales

/// Time as the services see it: a value, so that a test or a simulation can drive it.
public struct TimeSource: Sendable {
  /// The time now.
  public var now: @Sendable () -> Date
  /// The day now, in the user's zone.
  public var today: @Sendable () -> CalendarDate
  /// Waits; ends early, by throwing `CancellationError`, when the task is cancelled.
  public var sleep: @Sendable (Duration) async throws -> Void
  /// Waits, in the background, until something in the journal is due; ends early like `sleep`. A test
  /// lets it never come, and does what is due when it wants to.
  public var alarm: @Sendable (Duration) async throws -> Void

  /// A clock.
  public init(
    now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> CalendarDate,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    alarm: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.now = now
    self.today = today
    self.sleep = sleep
    self.alarm = alarm
  }
}

/// Randomness as the services use it: for tags, ids and the spread of retries.
public struct Randomness: Sendable {
  /// The next 64 random bits.
  public var next: @Sendable () -> UInt64

  /// A source of randomness.
  public init(next: @escaping @Sendable () -> UInt64) {
    self.next = next
  }

  /// The system's.
  public static let system = Randomness {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }

  /// A new mark for a record.
  func tag() -> String {
    var generator = Generator(source: self)
    return Tag.make(using: &generator)
  }

  /// A new id: a random UUID as RFC 9562 writes version 4.
  func uuid() -> String {
    let (high, low) = (next(), next())
    let first = (high & ~0xf000) | 0x4000
    let second = (low & ~(0xc000 << 48)) | (0x8000 << 48)
    let digits = [first, second].map { half in
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var result = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result.append("-") }
      result.append(digit)
    }
    return result
  }

  private struct Generator: RandomNumberGenerator {
    let source: Randomness
    mutating func next() -> UInt64 { source.next() }
  }
}
