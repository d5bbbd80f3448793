import Synchronization
import Testing

@testable import Services

/// Walking past deals asks Zoho about none but the last.
@Suite(.timeLimit(.minutes(5))) struct AttentionTests {
  @Test func onlyTheLastIsStillLookedAt() async throws {
    let (resting, rests) = AsyncStream<Void>.makeStream()
    let (waking, wakes) = AsyncStream<Void>.makeStream()
    var clock = TestClock().source
    clock.sleep = { _ in
      rests.yield()
      for await _ in waking { return }
    }
    let attention = Attention(clock: clock)
    var passed: [Task<Bool, Never>] = []
    var arrivals = resting.makeAsyncIterator()
    for id in ["1", "2", "3"] {
      passed.append(Task { await attention.isStillOn(id) })
      await arrivals.next()
    }
    wakes.finish()
    var answers: [Bool] = []
    for task in passed { answers.append(await task.value) }
    #expect(answers == [false, false, true])
  }
}
