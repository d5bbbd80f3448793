import FoundationEssentials
import Outbox
import Sales
import Testing

@Suite("Sending from the outbox")
struct DispatchTests {
  private let journal: Journal
  private let start = Samples.start

  init() throws { journal = try Journal.inMemory() }

  private static let everyWork: [Work] = [
    Samples.move(),
    .editRecord(
      RecordEdit(
        module: "Deals", id: "d1", name: "A", fields: ["Deal_Name": "B", "Next_Step": nil],
        version: "2026-06-01T10:00:00+01:00")),
    .importPerson(Reference(id: "c1", name: "Jane Doe")),
    .editCustomer(
      CustomerEdit(
        customer: Reference(id: "b1", name: "Hooli"), fields: ["billing_address.city": "Köln"])),
    .addPerson(
      NewPerson(
        customer: Reference(id: "b1", name: "Hooli"), email: "j@hooli.example",
        fields: ["first_name": "Jane"])),
    .editPerson(
      PersonEdit(
        customer: Reference(id: "b1", name: "Hooli"), person: "p1", fields: ["phone": "1"])),
    .createInvoice(Samples.draft()), .updateInvoice("i1", Samples.draft()),
    .markSent(.madeBy("x")), .emailInvoice(.invoice("i1"), Samples.mail),
    .recordPayment(Samples.payment()),
    .createCustomer(
      NewCustomer(name: "Hooli", email: nil, currency: Samples.gbp, account: "a1")),
    .importCustomer(Reference(id: "a1", name: "Hooli")),
    .createNote(NewNote(deal: Reference(id: "d1", name: "A"), title: nil, content: "Ärger")),
  ]

  @Test("What was asked comes back from the disk as it was", arguments: everyWork)
  func roundTrip(_ work: Work) throws {
    let asked = Samples.intent("1", work)
    try journal.enqueue(asked)
    #expect(try journal.intent("1") == asked)
    #expect(try journal.transitions(of: "1").map(\.to) == [.queued])
  }

  @Test("Money in a frozen intent keeps every digit")
  func exactMoney() throws {
    var draft = Samples.draft()
    draft.lines[0].rate = Decimal(string: "12345678901234567.123456789") ?? 0
    try journal.enqueue(Samples.intent("1", .createInvoice(draft)))
    guard case .createInvoice(let stored)? = try journal.intent("1")?.work else {
      Issue.record("another work")
      return
    }
    #expect(stored.lines[0].rate.description == "12345678901234567.123456789")
  }

  @Test("Asking twice with the same intent changes nothing; another under its id is refused")
  func sameIDTwice() throws {
    try journal.enqueue(Samples.intent("1"))
    try journal.enqueue(Samples.intent("1"))
    #expect(try journal.history(limit: 10).count == 1)
    #expect(throws: OutboxError.clashingIntent("1")) {
      try journal.enqueue(Samples.intent("1", Samples.move("d2")))
    }
  }

  @Test("A claim writes the attempt before anything is sent")
  func claim() throws {
    try journal.enqueue(Samples.intent("1"))
    let claim = try #require(try journal.claim(at: start + 1))
    #expect(claim.intent.state == .dispatching)
    #expect(claim.attempt.number == 1)
    #expect(claim.attempt.phase == .journaled)
    #expect(claim.attempt.owner == Samples.owner)
    #expect(claim.attempt.requestHash == String(repeating: "ab", count: 32))
    #expect(try journal.attempts(of: "1") == [claim.attempt])
    #expect(try journal.claim(at: start + 2) == nil)
  }

  @Test("An intent goes only to its own organization")
  func otherProfile() throws {
    try journal.enqueue(Samples.intent("1"))
    let other = Profile(organization: "other", dataCentre: "eu")
    #expect(try journal.claim(for: other, owner: Samples.owner, at: start) == nil)
  }

  @Test("Two moves of one deal go one after the other, those of another deal at once")
  func oneRecordAtATime() throws {
    try journal.enqueue(Samples.intent("1"))
    try journal.enqueue(Samples.intent("2"))
    try journal.enqueue(Samples.intent("3", Samples.move("d2")))
    let first = try #require(try journal.claim(at: start))
    #expect(first.intent.id == "1")
    #expect(try journal.claim(at: start)?.intent.id == "3")
    #expect(try journal.claim(at: start) == nil)
    try journal.finish(first.attempt, .uncertain(reason: "timeout"), at: start)
    #expect(try journal.claim(at: start) == nil)
    try journal.itDidHappen("1", returnedID: nil, at: start)
    #expect(try journal.claim(at: start)?.intent.id == "2")
  }

  @Test("A chain goes step by step, and an uncertain step stops it")
  func chain() throws {
    try journal.enqueue([
      Samples.intent("create", .createInvoice(Samples.draft())),
      Samples.intent("mark", .markSent(.madeBy("create")), dependsOn: "create"),
      Samples.intent("mail", .emailInvoice(.madeBy("create"), Samples.mail), dependsOn: "mark"),
    ])
    let create = try #require(try journal.claim(at: start))
    #expect(try journal.claim(at: start) == nil)
    try journal.finish(create.attempt, .confirmed(returnedID: "i9"), at: start)
    #expect(try journal.intent("create")?.returnedID == "i9")
    // Another step about the same invoice waits, although it names it by its id.
    try journal.enqueue(Samples.intent("again", .markSent(.invoice("i9"))))
    let mark = try #require(try journal.claim(at: start))
    #expect(mark.intent.id == "mark")
    #expect(try journal.claim(at: start) == nil)
    try journal.finish(mark.attempt, .uncertain(reason: "reset"), at: start)
    #expect(try journal.claim(at: start + 60) == nil)
    #expect(try journal.counts() == OutboxCounts(pending: 2, uncertain: 1))
  }

  @Test("When a step is refused, what waits for it is given up, and says why")
  func refusedChain() throws {
    try journal.enqueue([
      Samples.intent("create", .createInvoice(Samples.draft())),
      Samples.intent("mark", .markSent(.madeBy("create")), dependsOn: "create"),
      Samples.intent("mail", .emailInvoice(.madeBy("create"), Samples.mail), dependsOn: "mark"),
    ])
    let create = try #require(try journal.claim(at: start))
    try journal.finish(
      create.attempt, .rejected(reason: "no such customer"),
      answer: Answer(status: 400, code: "1002", serverDate: start), at: start)
    #expect(try journal.intent("create")?.reason == "no such customer")
    #expect(try journal.intent("mark")?.state == .cancelled)
    #expect(try journal.intent("mail")?.state == .cancelled)
    #expect(try journal.attempts(of: "create").first?.answer?.code == "1002")
    #expect(try journal.counts() == OutboxCounts(failed: 1))
    try journal.dismiss("create")
    #expect(try journal.counts() == OutboxCounts())
    #expect(throws: OutboxError.impossibleDependency("late", on: "create")) {
      try journal.enqueue(Samples.intent("late", dependsOn: "create"))
    }
    #expect(throws: OutboxError.impossibleDependency("late", on: "nobody")) {
      try journal.enqueue(Samples.intent("late", dependsOn: "nobody"))
    }
  }

  @Test("What was not sent goes back to the queue; with bytes gone it is uncertain")
  func notSent() throws {
    try journal.enqueue(Samples.intent("1"))
    let first = try #require(try journal.claim(at: start))
    #expect(
      try journal.finish(first.attempt, .notSent(reason: "refused"), at: start).state == .queued)
    let second = try #require(try journal.claim(at: start))
    #expect(second.attempt.number == 2)
    try journal.markSent(second.attempt, bytesWritten: 120)
    #expect(
      try journal.finish(second.attempt, .notSent(reason: "reset"), at: start).state == .uncertain)
    #expect(try journal.attempts(of: "1").map(\.ending) == [.notSent, .uncertain])
    #expect(try journal.attempts(of: "1").last?.bytesWritten == 120)
  }

  @Test("What a limit held back waits until Zoho's time")
  func notExecuted() throws {
    try journal.enqueue(Samples.intent("1"))
    let claim = try #require(try journal.claim(at: start))
    try journal.finish(
      claim.attempt, .notExecuted(retryAfter: start + 30, reason: "too many requests"), at: start)
    #expect(try journal.nextDue(for: Samples.profile) == start + 30)
    #expect(try journal.claim(at: start + 29) == nil)
    #expect(try journal.claim(at: start + 30)?.attempt.number == 2)
  }

  @Test("A success without the id of what was made is no proof")
  func noEvidence() throws {
    try journal.enqueue(Samples.intent("1", .recordPayment(Samples.payment())))
    let claim = try #require(try journal.claim(at: start))
    #expect(throws: OutboxError.noEvidence("1")) {
      try journal.finish(claim.attempt, .confirmed(returnedID: ""), at: start)
    }
    #expect(try journal.intent("1")?.state == .dispatching)
  }

  @Test("What a dead process was sending is uncertain; a living one keeps its work")
  func recovery() throws {
    try journal.enqueue(Samples.intent("dead"))
    try journal.enqueue(Samples.intent("alive", Samples.move("d2")))
    let dead = try #require(try journal.claim(at: start))
    _ = try journal.claim(for: Samples.profile, owner: Samples.otherOwner, at: start)
    let found = try journal.recover(at: start + 60) { $0 == Samples.otherOwner }
    #expect(found.map(\.id) == ["dead"])
    #expect(try journal.intent("dead")?.state == .uncertain)
    #expect(try journal.intent("alive")?.state == .dispatching)
    #expect(try journal.attempts(of: "dead").first?.ending == .uncertain)
    // The process was only slow: its success still counts, anything else does not.
    #expect(throws: OutboxError.self) {
      try journal.finish(dead.attempt, .notSent(reason: "refused"), at: start + 61)
    }
    #expect(
      try journal.finish(dead.attempt, .confirmed(returnedID: nil), at: start + 61).state
        == .confirmed)
  }

  @Test("Nothing older than a day is sent without asking")
  func tooOld() throws {
    try journal.enqueue(Samples.intent("1"))
    #expect(try journal.claim(at: start + 24 * 3600 + 1) == nil)
    #expect(try journal.intent("1")?.state == .needsYou)
    try journal.sendAgain("1", at: start + 90_000)
    let claim = try #require(try journal.claim(at: start + 90_001))
    #expect(claim.attempt.isApproved)
  }

  @Test("Pending moves and the intents of a draft can be found")
  func queries() throws {
    try journal.enqueue(Samples.intent("move"))
    try journal.enqueue(
      Samples.intent("create", .createInvoice(Samples.draft()), draft: "draft-1"))
    #expect(try journal.pendingMoves().map(\.move.to) == ["Proposal"])
    #expect(try journal.intents(of: "draft-1").map(\.id) == ["create"])
    #expect(try journal.history(limit: 1).map(\.id) == ["create"])
    #expect(try journal.history(limit: 1, offset: 1).map(\.id) == ["move"])
    #expect(try journal.intents(in: [.queued]).map(\.id) == ["move", "create"])
    try journal.cancel("move", reason: "undone", at: start)
    #expect(try journal.pendingMoves().isEmpty)
  }
}
