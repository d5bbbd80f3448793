import AppCore
import FoundationEssentials
import Outbox
import Sales
import Synchronization
import Testing

@testable import Services

/// Writes are seen through: each at most once, in order, and what becomes of them is told.
@Suite(.timeLimit(.minutes(5))) struct DispatcherTests {
  private static let get = "GET /crm/v8/Deals/5"
  private static let history = "GET /crm/v8/Deals/5/Stage_History"
  private static let put = "PUT /crm/v8/Deals/5"
  private static let done = FakeZoho.Answer.reply(
    200,
    #"{"data":[{"code":"SUCCESS","details":{"id":"5"},"message":"record updated","status":"success"}]}"#
  )

  private static func deal(in stage: String, second: Int = 0) -> FakeZoho.Answer {
    .reply(
      200,
      """
      {"data":[{"id":"5","Deal_Name":"Zebra","Stage":"\(stage)",\
      "Modified_Time":"2026-11-20T10:00:0\(second)+00:00","Modified_By":{"id":"8","name":"Ann"}}]}
      """)
  }

  private static let move = WriteRequest.moveStage(
    base: Bench.deal, to: "Needs Analysis", undoes: nil)

  /// A bench whose deal stands in Qualification, and whose server takes a move.
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.fill()
    bench.zoho.on(Self.history, .reply(204, ""))
    bench.zoho.on(
      Self.get, Self.deal(in: "Qualification"), Self.deal(in: "Needs Analysis", second: 5))
    bench.zoho.on(Self.put, Self.done)
    return bench
  }

  private func puts(_ bench: Bench) -> Int { bench.zoho.calls.filter { $0 == Self.put }.count }

  private func stage(_ bench: Bench) throws -> Stage.ID? {
    try bench.mirror.read { try $0.deal("5")?.deal.stage }
  }

  private func states(_ bench: Bench) throws -> [IntentState] {
    try bench.journal.history(limit: 10).reversed().map(\.state)
  }

  @Test func beforeTheOrganizationIsKnownNothingIsAccepted() async throws {
    let bench = try Bench()
    await bench.services.perform(.enqueue(Self.move))
    #expect(try states(bench) == [])
    guard case .enqueued(_, .failure(.invalid)) = bench.posted.all.first else {
      Issue.record("\(bench.posted.all)")
      return
    }
  }

  @Test func theLocalCopyIsRightBeforeTheMoveIsCalledDone() async throws {
    let bench = try bench()
    await bench.services.perform(.enqueue(Self.move))
    #expect(bench.posted.outcomes == [.confirmed("Moved Zebra to Needs Analysis")])
    #expect(try stage(bench) == "Needs Analysis")
    #expect(puts(bench) == 1)
  }

  @Test func aMoveThatCannotBeReadBackIsShownAllTheSame() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, Self.deal(in: "Qualification"), .unreachable)
    await bench.services.perform(.enqueue(Self.move))
    #expect(bench.posted.outcomes == [.confirmed("Moved Zebra to Needs Analysis")])
    #expect(try stage(bench) == "Needs Analysis")
  }

  @Test func aDealThatIsThereAlreadyIsNotWritten() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, Self.deal(in: "Needs Analysis"))
    await bench.services.perform(.enqueue(Self.move))
    #expect(bench.posted.outcomes == [.confirmed("Moved Zebra to Needs Analysis")])
    #expect(puts(bench) == 0)
  }

  @Test func aDealSomebodyMovedIsNotWritten() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, Self.deal(in: "Closed Lost"))
    await bench.services.perform(.enqueue(Self.move))
    guard case .conflict(let detail) = bench.posted.outcomes.first else {
      Issue.record("\(bench.posted.outcomes)")
      return
    }
    #expect(detail.theirs.stage == "Closed Lost")
    #expect(detail.mine == "Needs Analysis")
    #expect(puts(bench) == 0)
    #expect(try states(bench) == [.conflict])
  }

  @Test(arguments: [
    (
      FakeZoho.Answer.reply(
        412, #"{"code":"ALREADY_MODIFIED","details":{},"message":"m","status":"error"}"#),
      IntentState.conflict
    ),
    (
      .reply(
        400,
        #"{"data":[{"code":"INVALID_DATA","details":{"api_name":"Stage"},"message":"no","status":"error"}]}"#
      ),
      .rejected
    ),
    (
      .reply(400, #"{"code":"NO_PERMISSION","details":{},"message":"no","status":"error"}"#),
      .rejected
    ),
    (.silence, .uncertain), (.reply(200, ""), .uncertain), (.reply(500, "<h1>"), .uncertain),
    (.reply(200, "<html>hotel</html>"), .uncertain), (.reply(429, "<html>"), .uncertain),
    (.reply(302, ""), .uncertain), (.unreachable, .queued),
    (
      .reply(429, #"{"code":"TOO_MANY_REQUESTS","details":{},"message":"m","status":"error"}"#),
      .queued
    ),
  ])
  func everyAnswerHasItsPlace(_ answer: FakeZoho.Answer, _ state: IntentState) async throws {
    let bench = try bench()
    bench.zoho.on(Self.put, answer)
    await bench.services.perform(.enqueue(Self.move))
    #expect(try states(bench) == [state])
    #expect(puts(bench) == 1)
    #expect(try stage(bench) == "Qualification" || state == .confirmed)
  }

  @Test func whatCouldNotLeaveIsTriedAgainAfterAPause() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, .unreachable)
    await bench.services.perform(.enqueue(Self.move))
    #expect(try states(bench) == [.queued])
    #expect(bench.posted.outcomes == [])
    bench.zoho.on(
      Self.get, Self.deal(in: "Qualification"), Self.deal(in: "Needs Analysis", second: 5))
    bench.clock.advance(seconds: 31)
    await bench.services.dispatcher.probeDue()
    #expect(try states(bench) == [.confirmed])
    #expect(puts(bench) == 1)
  }

  @Test func whatCannotGetBetterDoesNotHoldUpTheRest() async throws {
    let bench = try bench()
    bench.zoho.on(
      Self.get,
      .reply(403, #"{"code":"NO_PERMISSION","details":{},"message":"not yours","status":"error"}"#))
    bench.zoho.on("POST /crm/v8/Deals/6/Notes", Self.done)
    bench.zoho.on("POST /crm/v8/Notes", Self.done)
    bench.zoho.on("GET /crm/v8/Deals/6/Notes", .reply(204, ""))
    await bench.services.perform(.enqueue(Self.move))
    await bench.services.perform(.enqueue(.addNote("6", text: "hello")))
    #expect(try states(bench) == [.rejected, .confirmed])
  }

  @Test func writesGoOutInTheOrderTheyWereAskedFor() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, .unreachable)
    var next = Bench.deal
    next.stage = "Needs Analysis"
    await bench.services.perform(.enqueue(Self.move))
    await bench.services.perform(
      .enqueue(.moveStage(base: next, to: "Closed Won", undoes: nil)))
    #expect(try states(bench) == [.queued, .queued])
    bench.zoho.on(
      Self.get, Self.deal(in: "Qualification"), Self.deal(in: "Needs Analysis", second: 5),
      Self.deal(in: "Needs Analysis", second: 5), Self.deal(in: "Closed Won", second: 6))
    await bench.services.dispatcher.sendAll()
    #expect(try states(bench) == [.confirmed, .confirmed])
    #expect(
      bench.posted.outcomes == [
        .confirmed("Moved Zebra to Needs Analysis"), .confirmed("Moved Zebra to Closed Won"),
      ])
  }

  @Test func whatADeadProgramWasSendingIsLookedForAndNotSent() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, .unreachable)
    await bench.services.perform(.enqueue(Self.move))
    let dead = Owner(pid: 999_999, startTicks: 1, bootID: "another run")
    let profile = Profile(organization: "1", dataCentre: "eu")
    #expect(try bench.journal.claim(for: profile, owner: dead, at: bench.clock.now) != nil)
    bench.posted.forget()
    bench.zoho.forget()
    await bench.services.dispatcher.recover()
    #expect(try states(bench) == [.uncertain])
    guard case .uncertain = bench.posted.outcomes.first else {
      Issue.record("the mark is missing: \(bench.posted.outcomes)")
      return
    }
    bench.zoho.on(Self.get, Self.deal(in: "Needs Analysis", second: 5))
    bench.clock.advance(seconds: 5)
    await bench.services.dispatcher.probeDue()
    #expect(try states(bench) == [.confirmed])
    #expect(puts(bench) == 0)
    #expect(try stage(bench) == "Needs Analysis")
  }

  @Test func whatALiveProgramIsSendingIsLeftToIt() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, .unreachable)
    await bench.services.perform(.enqueue(Self.move))
    let profile = Profile(organization: "1", dataCentre: "eu")
    _ = try bench.journal.claim(for: profile, owner: .current, at: bench.clock.now)
    await bench.services.dispatcher.recover()
    #expect(try states(bench) == [.dispatching])
  }

  @Test func whatIsUncertainCanBeGivenUp() async throws {
    let bench = try bench()
    bench.zoho.on(Self.put, .silence)
    await bench.services.perform(.enqueue(Self.move))
    let id = try #require(try bench.journal.history(limit: 1).first?.id)
    await bench.services.perform(.resolve(WriteID(id.rawValue), .giveUp))
    #expect(try states(bench) == [.cancelled])
    guard case .refused = bench.posted.outcomes.last else {
      Issue.record("\(bench.posted.outcomes)")
      return
    }
  }

  @Test func aDealThatIsGoneIsSaidToBeGone() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, .reply(204, ""))
    await bench.services.perform(.enqueue(Self.move))
    #expect(bench.posted.outcomes == [.refused(.invalid("the deal is no longer there"))])
    #expect(try stage(bench) == nil)
    #expect(puts(bench) == 0)
  }

  @Test func thatSomethingWaitsIsToldOnce() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, .unreachable)
    await bench.services.perform(.enqueue(Self.move))
    for _ in 0..<3 {
      bench.clock.advance(seconds: 31)
      await bench.services.dispatcher.probeDue()
    }
    #expect(bench.posted.words.count == 1)
  }

  @Test func theAlarmLooksForTheWritesOfBothProducts() async throws {
    let bell = Bell()
    let bench = try Bench(alarm: { _ in try await bell.rings() })
    try bench.fill()
    let invoice =
      #"{"invoice_id":"9","invoice_number":"INV-9","status":"STATUS","customer_id":"3","#
      + #""date":"2026-11-01","currency_code":"GBP","total":5,"balance":5}"#
    func books(_ status: String) -> FakeZoho.Answer {
      let text = invoice.split(separator: "STATUS").joined(separator: status)
      return .reply(200, #"{"code":0,"invoice":\#(text)}"#)
    }
    bench.zoho.on(Self.history, .reply(204, ""))
    bench.zoho.on(Self.get, Self.deal(in: "Qualification"), Self.deal(in: "Needs Analysis"))
    bench.zoho.on(Self.put, .silence)
    bench.zoho.on("POST /books/v3/invoices/9/status/sent", .silence)
    bench.zoho.on("GET /books/v3/invoices/9", books("sent"))
    bench.zoho.on("GET /books/v3/invoices/9/comments", .reply(200, #"{"code":0,"comments":[]}"#))
    await bench.services.perform(.enqueue(Self.move))
    await bench.services.perform(.enqueue(.markSent(Bench.invoice)))
    #expect(try states(bench) == [.uncertain, .uncertain])
    bench.clock.advance(seconds: 3)
    bell.ring()
    await bench.posted.wait { $0.outcomes.count == 4 }
    #expect(try states(bench) == [.confirmed, .confirmed])
  }

  @Test func aConflictHoldsUpNoLaterMove() async throws {
    let bench = try bench()
    bench.zoho.on(Self.get, Self.deal(in: "Closed Lost"))
    await bench.services.perform(.enqueue(Self.move))
    var theirs = Bench.deal
    theirs.stage = "Closed Lost"
    bench.zoho.on(
      Self.get, Self.deal(in: "Closed Lost"), Self.deal(in: "Needs Analysis", second: 5))
    await bench.services.perform(
      .enqueue(.moveStage(base: theirs, to: "Needs Analysis", undoes: nil)))
    #expect(try states(bench) == [.cancelled, .confirmed])
  }

  @Test func whatHappenedByThePersonsWordIsNotLookedForAgain() async throws {
    let bench = try bench()
    bench.zoho.on(Self.put, .silence)
    await bench.services.perform(.enqueue(Self.move))
    let id = try #require(try bench.journal.history(limit: 1).first?.id)
    await bench.services.perform(.resolve(WriteID(id.rawValue), .itDidHappen))
    #expect(try states(bench) == [.confirmed])
    bench.zoho.forget()
    bench.clock.advance(seconds: 100)
    await bench.services.dispatcher.probeDue()
    #expect(bench.zoho.calls == [])
  }
}

/// Alarms that ring from when a test says so.
private final class Bell: Sendable {
  private let isRung = Mutex(false)

  func ring() { isRung.withLock { $0 = true } }

  func rings() async throws {
    while !isRung.withLock({ $0 }) {
      try Task.checkCancellation()
      await Task.yield()
    }
  }
}
