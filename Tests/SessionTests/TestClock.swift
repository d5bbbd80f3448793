import FoundationEssentials
import Sales
import Services
import Synchronization

/// The one clock of a session, the server's and the program's. It stands until somebody waits or a
/// test moves it. It starts on 24 November 2026, 09:00 UTC.
final class TestClock: Sendable {
  private let instant = Mutex(Date(timeIntervalSince1970: 1_795_510_800))

  var now: Date { instant.withLock { $0 } }

  var today: CalendarDate {
    CalendarDate(daysSinceEpoch: Int(now.timeIntervalSince1970) / 86_400)
  }

  func advance(seconds: Double) { instant.withLock { $0.addTimeInterval(seconds) } }

  /// The clock as the services take it: waiting moves it on and ends at once; alarms never ring.
  var source: TimeSource {
    TimeSource(
      now: { self.now }, today: { self.today },
      sleep: { duration in
        try Task.checkCancellation()
        let parts = duration.components
        self.advance(seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
      },
      alarm: { _ in try await Task.sleep(for: .seconds(1_000_000)) })
  }
}
