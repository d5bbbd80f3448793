import FoundationEssentials

/// What was spent in the last so-many seconds: exact for every window, however it is laid.
struct SlidingWindow: Sendable {
  private struct Spending: Sendable {
    var time: Date
    var amount: Int
  }

  let length: TimeInterval
  private var spendings: [Spending] = []
  private var oldest = 0
  private var total = 0

  init(length: TimeInterval) { self.length = length }

  /// What the window that ends now holds.
  mutating func spent(at now: Date) -> Int {
    while oldest < spendings.count, spendings[oldest].time <= now.addingTimeInterval(-length) {
      total -= spendings[oldest].amount
      oldest += 1
    }
    if oldest > 1000, oldest > spendings.count / 2 {
      spendings.removeFirst(oldest)
      oldest = 0
    }
    return total
  }

  mutating func spend(_ amount: Int, at now: Date) {
    spendings.append(Spending(time: now, amount: amount))
    total += amount
  }

  mutating func clear() { self = SlidingWindow(length: length) }
}
