import FoundationEssentials
import Testing
import ZohoAPI

@testable import Services

/// Never more calls to Books in any minute than we allow ourselves, whoever asks for them and when.
@Suite(.timeLimit(.minutes(5))) struct LimiterTests {
  private let clock = TestClock()

  private func grants(
    _ limiter: Limiter, _ count: Int, _ priority: Priority, pausing: (Int) -> Double = { _ in 0 }
  ) async throws -> [Date] {
    var grants: [Date] = []
    for place in 0..<count {
      clock.advance(seconds: pausing(place))
      try await limiter.acquire(.books, priority)
      grants.append(clock.now)
    }
    return grants
  }

  /// The most calls that lie within 60 seconds of each other.
  private func busiestMinute(_ grants: [Date]) -> Int {
    var busiest = 0
    var first = 0
    for (place, time) in grants.enumerated() {
      while time.timeIntervalSince(grants[first]) >= 60 { first += 1 }
      busiest = max(busiest, place - first + 1)
    }
    return busiest
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func noMinuteHasMoreThanNinetyCalls(seed: UInt64) async throws {
    var state = seed
    func random(below limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    let limiter = Limiter(clock: clock.source)
    let priorities: [Priority] = [.interactive, .write, .probe, .background]
    var grants: [Date] = []
    for _ in 0..<3000 {
      if random(below: 4) == 0 { clock.advance(seconds: Double(random(below: 4000)) / 1000) }
      try await limiter.acquire(.books, priorities[Int(random(below: 4))])
      grants.append(clock.now)
    }
    #expect(busiestMinute(grants) <= 90, "seed \(seed)")
  }

  @Test func theWholeOfAMinuteCanBeUsed() async throws {
    let limiter = Limiter(clock: clock.source)
    let grants = try await grants(limiter, 500, .interactive)
    #expect(busiestMinute(grants) == 90)
    #expect(clock.now.timeIntervalSince(grants[0]) < 301, "five waits of a minute")
  }

  @Test func theBackgroundLeavesRoomForPeople() async throws {
    let limiter = Limiter(clock: clock.source)
    let background = try await grants(limiter, 72, .background)
    #expect(background.last == background.first, "72 of 90 at once")
    #expect(try await grants(limiter, 18, .interactive).last == background.first)
    let next = try await grants(limiter, 1, .background)
    #expect(next[0].timeIntervalSince(background[0]) >= 60)
  }

  @Test func aPauseHoldsEverybodyBack() async throws {
    let limiter = Limiter(clock: clock.source)
    let began = clock.now
    await limiter.pause(.books, for: .seconds(40))
    await limiter.pause(.books, for: .seconds(10))
    try await limiter.acquire(.books, .interactive)
    #expect(clock.now.timeIntervalSince(began) >= 40)
  }

  @Test func aPauseOfOneProductLeavesTheOtherAlone() async throws {
    let limiter = Limiter(clock: clock.source)
    let began = clock.now
    await limiter.pause(.crm, for: .seconds(40))
    try await limiter.acquire(.books, .interactive)
    #expect(clock.now == began)
    try await limiter.acquire(.crm, .interactive)
    #expect(clock.now.timeIntervalSince(began) >= 40)
  }

  @Test func onlyFourCallsAreUnderWayAtOneTime() async throws {
    let limiter = Limiter(clock: clock.source)
    for _ in 0..<4 { await limiter.enter(.crm) }
    await limiter.enter(.books)
    let fifth = Task { await limiter.enter(.crm) }
    let sixth = Task {
      await fifth.value
      await limiter.leave(.crm)
      await limiter.enter(.crm)
    }
    await limiter.leave(.crm)
    await sixth.value
    for _ in 0..<4 { await limiter.leave(.crm) }
    for _ in 0..<4 { await limiter.enter(.crm) }
  }

  @Test func settingTheClockBackForgetsNoCall() async throws {
    let limiter = Limiter(clock: clock.source)
    _ = try await grants(limiter, 90, .interactive)
    clock.advance(seconds: -3600)
    let before = clock.now
    try await limiter.acquire(.books, .interactive)
    #expect(clock.now.timeIntervalSince(before) >= 60)
  }

  @Test func whoeverIsCancelledMakesNoCall() async throws {
    let limiter = Limiter(clock: clock.source)
    _ = try await grants(limiter, 90, .interactive)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await limiter.acquire(.books, .interactive)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(await limiter.booksUsed() == 90)
  }
}
