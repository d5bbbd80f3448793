import FoundationEssentials
import ZohoAPI

/// Who wants to make a call. When calls get scarce the background waits first.
public enum Priority: Sendable {
  /// Somebody is waiting in front of the screen.
  case interactive
  /// A write from the journal.
  case write
  /// A look for a write whose answer was lost.
  case probe
  /// Bringing the local copy up to date.
  case background

  /// The share of a window it may fill.
  var share: Double {
    switch self {
    case .interactive, .write: 1
    case .probe: 0.9
    case .background: 0.8
    }
  }
}

/// Keeps calls within what Zoho allows in any minute: an exact sliding log, not a bucket, since a
/// bucket lets nearly two minutes' worth through at once.
///
/// Books allows 100 calls a minute for each organization; we use 90 and leave the rest to the web and
/// to other programs. CRM counts credits by the day and has no limit by the minute.
///
/// <https://www.zoho.com/books/api/v3/introduction/#api-call-limit>
actor Limiter {
  /// The calls to Books we allow ourselves in a minute.
  static let booksLimit = 90

  private let clock: TimeSource
  private var calls: [Date] = []
  private var pauses: [Product: Date] = [:]
  private var underWay: [Product: Int] = [:]
  private var queue: [Product: [CheckedContinuation<Void, Never>]] = [:]

  /// How many calls to a product are under way at one time. The smallest edition of CRM allows five for
  /// each organization, Books ten.
  private static let atOnce = 4

  init(clock: TimeSource) {
    self.clock = clock
  }

  /// Waits until a call may be made, and counts it.
  ///
  /// - Parameter held: Told once, when the call must wait, for about how many seconds.
  /// - Throws: `CancellationError` when the task is cancelled while it waits.
  func acquire(
    _ product: Product, _ priority: Priority, held: (Int) -> Void = { _ in }
  ) async throws {
    var isTold = false
    while let wait = wait(product, priority) {
      if !isTold { held(max(1, Int(wait.rounded()))) }
      isTold = true
      try await clock.sleep(.milliseconds(Int64(wait * 1000) + 1))
    }
    if product == .books { calls.append(clock.now()) }
  }

  /// Waits for a place among the calls under way; `leave` gives it to the next.
  func enter(_ product: Product) async {
    guard underWay[product, default: 0] >= Self.atOnce else {
      underWay[product, default: 0] += 1
      return
    }
    // Whoever leaves hands the place over, so that the count stays.
    await withCheckedContinuation { queue[product, default: []].append($0) }
  }

  /// Gives a place back.
  func leave(_ product: Product) {
    guard let waiting = queue[product], let next = waiting.first else {
      underWay[product, default: 1] -= 1
      return
    }
    queue[product] = Array(waiting.dropFirst())
    next.resume()
  }

  /// Holds every call to a product back for a while, as Zoho asked.
  func pause(_ product: Product, for duration: Duration) {
    let until = clock.now().addingTimeInterval(Double(duration.components.seconds))
    pauses[product] = max(until, pauses[product] ?? until)
  }

  /// How many calls were made in the last minute.
  func booksUsed() -> Int {
    forgetOld()
    return calls.count
  }

  /// For how many seconds a call must wait; nil when it may be made.
  private func wait(_ product: Product, _ priority: Priority) -> TimeInterval? {
    let now = clock.now()
    if let end = pauses[product], end > now { return end.timeIntervalSince(now) }
    guard product == .books else { return nil }
    forgetOld()
    let room = Int(Double(Self.booksLimit) * priority.share)
    guard calls.count >= room else { return nil }
    return max(0.001, 60 - now.timeIntervalSince(calls[calls.count - room]))
  }

  private func forgetOld() {
    let now = clock.now()
    // After the clock was set back, calls lie ahead: they count as made now, never as not made.
    for index in calls.indices.reversed() where calls[index] > now { calls[index] = now }
    calls.removeAll { now.timeIntervalSince($0) >= 60 }
  }
}
