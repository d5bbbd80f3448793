import FoundationEssentials
import Sales
import Services
import Synchronization

/// A clock that stands until somebody waits or a test moves it; alarms never ring. It starts on
/// 24 November 2026, 09:00 UTC.
final class TestClock: Sendable {
  private let instant = Mutex(Date(timeIntervalSince1970: 1_795_510_800))

  var now: Date { instant.withLock { $0 } }

  func advance(seconds: Double) { instant.withLock { $0.addTimeInterval(seconds) } }

  var source: TimeSource {
    TimeSource(
      now: { self.now },
      today: { CalendarDate(daysSinceEpoch: Int(self.now.timeIntervalSince1970) / 86_400) },
      sleep: { duration in
        try Task.checkCancellation()
        let parts = duration.components
        self.advance(seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
      },
      alarm: { _ in try await Task.sleep(for: .seconds(1_000_000)) })
  }
}
