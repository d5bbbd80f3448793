import FoundationEssentials
import Outbox
import Sales
import Testing

@Suite("Looking for what is uncertain")
struct ProbeTests {
  private let journal: Journal
  private let start = Samples.start

  init() throws { journal = try Journal.inMemory() }

  /// An intent whose answer was lost at the start.
  private func lose(_ work: Work, isKeyed: Bool = false) throws {
    try journal.enqueue(Samples.intent("1", work, isKeyed: isKeyed))
    try loseAnswer(at: start)
  }

  private func loseAnswer(at time: Date) throws {
    let claim = try #require(try journal.claim(at: time))
    try journal.markSent(claim.attempt, bytesWritten: 10)
    try journal.finish(claim.attempt, .uncertain(reason: "timeout"), at: time)
  }

  @Test("The looks come after 2, 10, 45, 180 and 600 seconds, then hourly for a day")
  func schedule() throws {
    try lose(.recordPayment(Samples.payment()))
    #expect(try journal.claimProbe(at: start + 1) == nil)
    var times: [TimeInterval] = []
    while let time = try journal.intent("1")?.nextProbe {
      times.append(time.timeIntervalSince(start))
      #expect(try journal.claimProbe(at: time)?.state == .probing)
      try journal.finishProbe("1", .noInformation(reason: "503"), at: time)
    }
    #expect(times.prefix(7) == [2, 10, 45, 180, 600, 3600, 7200])
    #expect(times.last == 86_400)
    #expect(times.count == 29)
    #expect(try journal.intent("1")?.state == .needsYou)
  }

  @Test("After a long sleep the looks keep their distance")
  func noBurst() throws {
    try lose(.recordPayment(Samples.payment()))
    let late = start + 4 * 3600
    _ = try journal.claimProbe(at: late)
    try journal.finishProbe("1", .absent, at: late)
    #expect(try journal.intent("1")?.nextProbe == late + 8)
  }

  @Test("A state still unchanged is set again, at most twice")
  func setState() throws {
    try lose(Samples.move())
    for resend in 1...2 {
      let queued = try #require(try journal.look(for: "1", finding: .absent))
      #expect(queued.state == .queued)
      #expect(queued.automaticResends == resend)
      #expect(try journal.probes(of: "1").count == resend * 4)
      try loseAnswer(at: queued.stateSince)
    }
    #expect(try journal.look(for: "1", finding: .absent)?.state == .needsYou)
    #expect(try journal.attempts(of: "1").count == 3)
  }

  @Test("A keyed create that is nowhere is sent again; without a key the user decides")
  func creates() throws {
    try lose(.createInvoice(Samples.draft()), isKeyed: true)
    #expect(try journal.look(for: "1", finding: .absent)?.state == .queued)
    let other = try Journal.inMemory()
    try other.enqueue(Samples.intent("1", .createInvoice(Samples.draft())))
    let claim = try #require(try other.claim(at: start))
    try other.finish(claim.attempt, .uncertain(reason: "timeout"), at: start)
    #expect(try other.look(for: "1", finding: .absent)?.state == .needsYou)
  }

  @Test(
    "Money and mail are never sent again by the program",
    arguments: [
      Work.recordPayment(Samples.payment()), .emailInvoice(.invoice("i1"), Samples.mail),
    ])
  func once(_ work: Work) throws {
    try lose(work, isKeyed: true)
    #expect(try journal.look(for: "1", finding: .absent)?.state == .needsYou)
    #expect(try journal.claim(at: start + 1000) == nil)
    #expect(try journal.attempts(of: "1").count == 1)
    #expect(try journal.counts() == OutboxCounts(uncertain: 1, needsYou: 1))
    try journal.sendAgain("1", at: start + 2000)
    let claim = try #require(try journal.claim(at: start + 2000))
    #expect(claim.attempt.isApproved)
    #expect(try journal.attempts(of: "1").map(\.isApproved) == [false, true])
  }

  @Test("Failed looks never count as absent")
  func noInformation() throws {
    try lose(Samples.move())
    for finding in [Finding.absent, .absent, .noInformation(reason: "429")] {
      let time = try #require(try journal.intent("1")?.nextProbe)
      _ = try journal.claimProbe(at: time)
      try journal.finishProbe("1", finding, at: time)
    }
    let time = try #require(try journal.intent("1")?.nextProbe)
    _ = try journal.claimProbe(at: time)
    try journal.finishProbe("1", .noInformation(reason: "429"), at: time)
    #expect(try journal.intent("1")?.state == .uncertain)
  }

  @Test("What is found is confirmed, with the id that proves it")
  func found() throws {
    try lose(.createInvoice(Samples.draft()))
    _ = try journal.claimProbe(at: start + 2)
    #expect(throws: OutboxError.noEvidence("1")) {
      try journal.finishProbe("1", .found(returnedID: nil, detail: "same tag"), at: start + 2)
    }
    try journal.finishProbe("1", .found(returnedID: "i9", detail: "same tag"), at: start + 2)
    #expect(try journal.intent("1")?.state == .confirmed)
    #expect(try journal.intent("1")?.returnedID == "i9")
  }

  @Test("What is doubtful is asked")
  func doubtful() throws {
    for (finding, state) in [
      (Finding.changed(detail: "in Won"), IntentState.conflict),
      (.duplicates(detail: "INV-1, INV-2"), .needsYou), (.likely(detail: "INV-12"), .needsYou),
    ] {
      let journal = try Journal.inMemory()
      try journal.enqueue(Samples.intent("1"))
      let claim = try #require(try journal.claim(at: start))
      try journal.finish(claim.attempt, .uncertain(reason: "timeout"), at: start)
      _ = try journal.claimProbe(at: start + 2)
      #expect(try journal.finishProbe("1", finding, at: start + 2).state == state)
    }
  }

  @Test("The user can look again, say that it happened, send again or give it up")
  func choices() throws {
    try lose(.recordPayment(Samples.payment()))
    _ = try journal.look(for: "1", finding: .absent)
    let later = start + 5000
    #expect(try journal.checkAgain("1", at: later).state == .uncertain)
    #expect(try journal.claimProbe(at: later)?.id == "1")
    #expect(try journal.finishProbe("1", .absent, at: later).state == .needsYou)
    #expect(throws: OutboxError.self) { try journal.dismiss("1") }
    let done = try journal.itDidHappen("1", returnedID: "p1", at: later)
    #expect(done.state == .confirmed)
    #expect(done.returnedID == "p1")
    #expect(throws: OutboxError.illegalTransition("1", from: .confirmed, to: .queued)) {
      try journal.sendAgain("1", at: later)
    }
    #expect(throws: OutboxError.illegalTransition("1", from: .confirmed, to: .cancelled)) {
      try journal.cancel("1", reason: "no", at: later)
    }
  }

  @Test("A look that a dead process began is made again")
  func deadProbe() throws {
    try lose(Samples.move())
    _ = try journal.claimProbe(at: start + 2)
    #expect(try journal.recover(at: start + 60) { _ in false }.map(\.state) == [.uncertain])
    #expect(try journal.claimProbe(at: start + 60)?.id == "1")
  }

  @Test("Uncertain never becomes cancelled, dispatching never skips its answer")
  func transitions() {
    #expect(!IntentState.uncertain.successors.contains(.cancelled))
    #expect(IntentState.dispatching.successors.isDisjoint(with: [.cancelled, .probing]))
    #expect(IntentState.allCases.filter(\.isFinal) == [.confirmed, .rejected, .cancelled])
    for state in IntentState.allCases where state.isFinal { #expect(state.successors.isEmpty) }
  }
}
