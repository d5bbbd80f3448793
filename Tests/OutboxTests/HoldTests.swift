import Foundation
import Outbox
import Sales
import Testing

/// Writes that can be taken back for a while.
@Suite struct HoldTests {
  private let start = Samples.start

  private func held() throws -> Journal {
    let journal = try Journal.inMemory()
    try journal.hold(
      Samples.intent("i", .emailInvoice(.invoice("9"), Samples.mail)), until: start + 30,
      by: Samples.owner)
    return journal
  }

  @Test func nobodySendsWhatIsHeldHoweverLongItWaits() throws {
    let journal = try held()
    #expect(try journal.intent("i")?.heldUntil == start + 30)
    for seconds in [0.0, 30, 31, 90_000] {
      #expect(try journal.claim(at: start + seconds) == nil)
    }
    #expect(try journal.intent("i")?.state == .queued)
  }

  @Test func whatIsReleasedIsSentOnce() throws {
    let journal = try held()
    try journal.release("i")
    #expect(try journal.claim(at: start + 30)?.intent.id == "i")
    #expect(try journal.claim(at: start + 31) == nil)
    #expect(throws: OutboxError.self) { try journal.release("i") }
  }

  @Test func whatIsTakenBackIsNeverSent() throws {
    let journal = try held()
    try journal.takeBack("i", at: start + 5)
    #expect(try journal.intent("i")?.state == .cancelled)
    #expect(try journal.claim(at: start + 60) == nil)
  }

  @Test func whatWasLetGoCannotBeTakenBack() throws {
    let journal = try held()
    try journal.release("i")
    _ = try journal.claim(at: start + 30)
    #expect(throws: OutboxError.self) { try journal.takeBack("i", at: start + 31) }
    #expect(try journal.intent("i")?.state == .dispatching)
  }

  @Test func whatADeadProgramHeldWaitsForAPerson() throws {
    let journal = try held()
    try journal.recover(at: start + 60) { _ in false }
    let left = try #require(try journal.intent("i"))
    #expect(left.state == .needsYou)
    #expect(left.dispatched == nil)
    #expect(try journal.claim(at: start + 61) == nil)
    try journal.sendAgain("i", at: start + 70)
    #expect(try journal.claim(at: start + 70)?.intent.id == "i")
  }

  @Test func whatALivingProgramHoldsIsLeftToIt() throws {
    let journal = try held()
    try journal.recover(at: start + 60) { $0 == Samples.owner }
    #expect(try journal.intent("i")?.state == .queued)
    try journal.setAsideHeld(by: Samples.owner, at: start + 61)
    #expect(try journal.intent("i")?.state == .needsYou)
  }

  @Test func aMailKeptBeforeThereWereCopiesIsStillRead() throws {
    let old = #"{"recipients":[],"from":"a@b.example","subject":"S","body":"B"}"#
    let mail = try JSONDecoder().decode(InvoiceMail.self, from: Data(old.utf8))
    #expect(mail.copies == [])
    #expect(mail.attachmentName == nil)
  }

  @Test func moneyAndMailOfAStepAreNeverSentAgainByThemselves() {
    let invoice = Invoice(
      id: "9", number: "INV-9", status: .known(.sent),
      customer: Reference(id: "cu1", name: "Initech Ltd"), date: Samples.day, dueDate: nil,
      currency: Samples.gbp, total: 10, balance: 10, modifiedTime: start)
    func resends(_ kind: InvoiceStep.Kind) -> Int {
      Work.step(InvoiceStep(kind, invoice)).resendClass(isKeyed: false).automaticResends
    }
    #expect(resends(.remind(Samples.mail)) == 0)
    #expect(resends(.writeOff) == 0)
    #expect(resends(.cancelWriteOff) == 0)
    #expect(resends(.applyCredits([CreditUse(.creditNote("1"), amount: 1)])) == 0)
    #expect(resends(.comment("x")) == 0)
    #expect(resends(.approve) == 2)
  }
}
