import FoundationEssentials
import Outbox
import Sales
import Testing

/// A random user, a random network and a process that dies at random, all against one journal.
@Suite("At most once, whatever happens", .timeLimit(.minutes(5)))
struct InvariantTests {
  private struct Driver {
    let journal: Journal
    var random: SeededGenerator
    var now = Samples.start
    /// What the server did, which the journal cannot see.
    var effects: [Intent.ID: Int] = [:]
    var acknowledged: Set<Intent.ID> = []
    /// Bytes that left without an answer that says they had no effect.
    var programSends: [Intent.ID: Int] = [:]

    init(seed: UInt64) throws {
      journal = try Journal.inMemory()
      random = SeededGenerator(seed: seed)
    }

    mutating func step() throws {
      now += Double(Int.random(in: 1...120, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0...1: try ask()
      case 2...5: try dispatch()
      case 6...7: try look()
      case 8: try decide()
      default: try journal.recover(at: now) { _ in false }
      }
    }

    private mutating func ask() throws {
      let id = Intent.ID("\(acknowledged.count)")
      let works: [Work] = [
        Samples.move(Deal.ID("d\(Int.random(in: 0..<3, using: &random))")),
        .createInvoice(Samples.draft(InvoiceDraft.ID("draft-\(id)"))),
        .recordPayment(Samples.payment("FL-\(id)")),
        .emailInvoice(.invoice("i1"), Samples.mail),
      ]
      let open = try journal.history(limit: 5).filter { !$0.state.isFinal }
      let first = Bool.random(using: &random) ? open.randomElement(using: &random)?.id : nil
      try journal.enqueue(
        Samples.intent(
          id, works.randomElement(using: &random) ?? works[0],
          isKeyed: Bool.random(using: &random), dependsOn: first, created: now))
      acknowledged.insert(id)
    }

    private mutating func dispatch() throws {
      guard let claim = try journal.claim(at: now) else { return }
      let id = claim.intent.id
      if let first = claim.intent.dependsOn {
        #expect(try journal.intent(first)?.state == .confirmed)
      }
      let sameRecord = try journal.intents(in: [.dispatching, .uncertain, .probing, .needsYou])
        .filter { $0.work.record == claim.intent.work.record }
      #expect(sameRecord.map(\.id) == [id])
      switch Int.random(in: 0..<7, using: &random) {
      case 0: try journal.finish(claim.attempt, .notSent(reason: "refused"), at: now)
      case 1:
        try journal.finish(
          claim.attempt, .notExecuted(retryAfter: now + 60, reason: "limit"), at: now)
      case 2:
        try journal.finish(claim.attempt, .rejected(reason: "invalid"), at: now)
      case 3...4:
        count(claim)
        if Bool.random(using: &random) { effects[id, default: 0] += 1 }
        try journal.markSent(claim.attempt, bytesWritten: 9)
        try journal.finish(claim.attempt, .uncertain(reason: "timeout"), at: now)
      case 5:
        count(claim)
        effects[id, default: 0] += 1
        try journal.finish(claim.attempt, .confirmed(returnedID: "r-\(id)"), at: now)
      default:
        // The process dies here, before or after the server got it.
        count(claim)
        if Bool.random(using: &random) { effects[id, default: 0] += 1 }
      }
    }

    private mutating func count(_ claim: Claim) {
      if !claim.attempt.isApproved { programSends[claim.intent.id, default: 0] += 1 }
    }

    private mutating func look() throws {
      guard let intent = try journal.claimProbe(at: now) else { return }
      let hasHappened = effects[intent.id, default: 0] > 0
      let finding: Finding =
        Int.random(in: 0..<4, using: &random) == 0
        ? .noInformation(reason: "503")
        : hasHappened ? .found(returnedID: "r-\(intent.id)", detail: "same tag") : .absent
      try journal.finishProbe(intent.id, finding, at: now)
    }

    private mutating func decide() throws {
      let waiting = try journal.intents(in: [.needsYou, .uncertain])
      guard let intent = waiting.randomElement(using: &random) else { return }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: try journal.sendAgain(intent.id, at: now)
      case 1 where intent.dispatched != nil: try journal.checkAgain(intent.id, at: now)
      case 2 where intent.state == .needsYou:
        try journal.cancel(intent.id, reason: "the user", at: now)
      default: break
      }
    }

    func check(_ context: Comment) throws {
      let all = try journal.history(limit: 10_000)
      #expect(Set(all.map(\.id)) == acknowledged, context)
      for intent in all {
        let attempts = try journal.attempts(of: intent.id)
        let steps = try journal.transitions(of: intent.id)
        let definite = attempts.filter { $0.ending == .notSent || $0.ending == .notExecuted }
        let backToQueue = steps.filter { $0.from == .dispatching && $0.to == .queued }
        #expect(backToQueue.count == definite.count, context)
        #expect(steps.last?.to == intent.state, context)
        for (before, after) in zip(steps, steps.dropFirst()) {
          #expect(after.from == before.to, context)
          #expect(before.to.successors.contains(after.to), context)
        }
        #expect(attempts.filter { $0.ending == nil }.count <= 1, context)
        #expect((intent.state == .dispatching) == attempts.contains { $0.ending == nil }, context)
        if intent.state == .confirmed { #expect(effects[intent.id, default: 0] >= 1, context) }
        let approved = attempts.filter(\.isApproved).count
        switch intent.resendClass {
        case .once, .queriedCreate:
          #expect(programSends[intent.id, default: 0] <= 1, context)
          #expect(effects[intent.id, default: 0] <= 1 + approved, context)
        case .keyedCreate, .setState:
          #expect(programSends[intent.id, default: 0] <= 3, context)
        }
      }
    }
  }

  @Test("The invariants hold after every step", arguments: 0..<4)
  func invariants(_ run: Int) throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    var driver = try Driver(seed: seed)
    for step in 0..<150 {
      try driver.step()
      if step % 15 == 14 { try driver.check("seed \(seed) step \(step)") }
    }
  }
}
