import AppCore
import FoundationEssentials
import Outbox
import Sales
import Testing

@testable import Services

/// Drafts are on disk before anybody sees them, and never go backwards.
@Suite(.timeLimit(.minutes(5))) struct DraftTests {
  private func drafts(_ bench: Bench) throws -> [InvoiceDraft] { try bench.journal.drafts() }

  @Test func aNewDraftIsOnDiskWhenItIsShown() async throws {
    let bench = try Bench()
    try bench.fill()
    await bench.services.perform(.startDraft(deal: nil))
    let stored = try drafts(bench)
    #expect(stored.count == 1)
    #expect(stored.first?.tag.hasPrefix("FL-") == true)
    #expect(stored.first?.currency == Currency("GBP"))
    guard case .draftStarted(.success(let start)) = bench.posted.all.last else {
      Issue.record("\(bench.posted.all)")
      return
    }
    #expect(start.draft == stored.first)
  }

  @Test func aDraftIsStartedWithoutAConnection() async throws {
    let bench = try Bench()
    try bench.fill()
    var deal = Bench.deal
    deal.account = Reference(id: "8", name: "Initech")
    try bench.mirror.write { [deal] in try $0.save(deals: [deal]) }
    bench.zoho.on("GET /books/v3/contacts", .unreachable)
    await bench.services.perform(.startDraft(deal: deal.id))
    guard case .draftStarted(.success(let start)) = bench.posted.all.last else {
      Issue.record("\(bench.posted.all)")
      return
    }
    #expect(start.match == .unknown)
    #expect(start.draft.deal?.name == "Zebra")
    #expect(try drafts(bench) == [start.draft])
  }

  @Test func anOlderEditNeverReplacesANewerOne() async throws {
    let bench = try Bench()
    try bench.fill()
    await bench.services.perform(.startDraft(deal: nil))
    var draft = try #require(try drafts(bench).first)
    draft.revision = 2
    draft.notes = "new"
    await bench.services.perform(.saveDraft(draft))
    draft.revision = 1
    draft.notes = "old"
    await bench.services.perform(.saveDraft(draft))
    #expect(try drafts(bench).map(\.notes) == ["new"])
  }

  @Test func aDiscardedDraftComesBack() async throws {
    let bench = try Bench()
    try bench.fill()
    await bench.services.perform(.startDraft(deal: nil))
    let id = try #require(try drafts(bench).first?.id)
    await bench.services.perform(.discardDraft(id))
    #expect(bench.posted.all.last == .draftsLoaded([]))
    await bench.services.perform(.restoreDraft(id))
    #expect(try drafts(bench).map(\.id) == [id])
  }

  @Test func whichInvoiceADraftHasBecomeIsNoEdit() throws {
    let bench = try Bench()
    var draft = InvoiceDraft(
      id: "d", tag: "FL-0123456789", currency: Currency("GBP"),
      date: try #require(CalendarDate("2026-11-24")))
    draft.revision = 4
    try bench.journal.save(draft, at: bench.clock.now)
    try bench.journal.note(invoice: "9", number: "INV-9", in: "d")
    draft.invoice = "9"
    draft.number = "INV-9"
    #expect(try drafts(bench) == [draft])
    draft.revision = 5
    draft.notes = "typed on"
    try bench.journal.save(draft, at: bench.clock.now)
    #expect(try drafts(bench) == [draft])
  }
}
