import FoundationEssentials
import Outbox
import Sales
import Testing

@Suite("Drafts")
struct DraftTests {
  private let journal: Journal
  private let start = Samples.start

  init() throws { journal = try Journal.inMemory() }

  @Test("An older copy never replaces a newer one")
  func revisions() throws {
    var draft = Samples.draft()
    try journal.save(draft, at: start)
    let older = draft
    draft.revision = 2
    draft.notes = "Thank you"
    try journal.save(draft, at: start + 1)
    #expect(throws: OutboxError.olderDraft(stored: 2)) { try journal.save(older, at: start + 2) }
    var twin = draft
    twin.notes = "Other words"
    #expect(throws: OutboxError.olderDraft(stored: 2)) { try journal.save(twin, at: start + 2) }
    try journal.save(draft, at: start + 3)
    #expect(try journal.draft(draft.id) == draft)
  }

  @Test("A discarded draft is kept and can be taken back")
  func discard() throws {
    try journal.save(Samples.draft("a"), at: start)
    try journal.save(Samples.draft("b"), at: start + 1)
    #expect(try journal.drafts().map(\.id) == ["b", "a"])
    try journal.discard("b", at: start + 2)
    #expect(try journal.drafts().map(\.id) == ["a"])
    #expect(try journal.discardedDrafts().map(\.id) == ["b"])
    try journal.restore("b")
    #expect(try journal.drafts().map(\.id) == ["b", "a"])
  }

  @Test("A payment being written is kept by its tag")
  func payments() throws {
    var payment = Samples.payment()
    try journal.save(payment, at: start)
    payment.reference = "BACS 17"
    try journal.save(payment, at: start + 1)
    #expect(try journal.paymentDrafts() == [payment])
    try journal.removePaymentDraft(tag: payment.tag)
    #expect(try journal.paymentDrafts().isEmpty)
  }
}
