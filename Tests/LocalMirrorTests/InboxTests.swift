import FoundationEssentials
import LocalMirror
import Sales
import Testing

/// What others did: noticed once, for what is watched, and never what I did myself.
@Suite struct InboxTests {
  private static let pounds = Currency("GBP")
  private static let later = Samples.time.addingTimeInterval(60)

  /// My deal and somebody else's, read before.
  private static func mirror(isFirstLoad: Bool = false) throws -> MirrorDatabase {
    let mirror = try Samples.mirror()
    try mirror.write { writer in
      try writer.replace(me: Reference(id: "u-Ann", name: "Ann Lee"))
      if isFirstLoad { return }
      try writer.save(deals: [
        Samples.deal("d1", "Mine", amount: Money(100, pounds), owner: "Ann"),
        Samples.deal("d2", "Theirs", amount: Money(100, pounds), owner: "Bob"),
      ])
      try writer.save(invoices: [
        Samples.invoice("i1", .sent, deal: "d1"), Samples.invoice("i2", .sent, deal: "d2"),
      ])
      for module in ["Deals", "Notes", "invoices"] {
        try writer.setCursor(SyncCursor(module: module, position: nil, synced: Samples.time))
      }
    }
    return mirror
  }

  private static func changed(
    _ id: Deal.ID, _ name: String, stage: Stage.ID = "Qualification", amount: Decimal = 100,
    owner: String, by author: String
  ) -> Deal {
    var deal = Samples.deal(
      id, name, amount: Money(amount, pounds), stage: stage, owner: owner, modified: later)
    deal.modifiedBy = author
    return deal
  }

  private static func list(_ mirror: MirrorDatabase, _ deals: [Deal]) throws -> NoticeList {
    try mirror.write { writer in
      try writer.notice(changesOf: deals, at: later)
      try writer.save(deals: deals)
    }
    return try mirror.read { try $0.noticeList(limit: 10) }
  }

  @Test func aColleagueMovesMyDeal() throws {
    let mirror = try Self.mirror()
    let deal = Self.changed("d1", "Mine", stage: "Proposal", owner: "Ann", by: "Bob Roe")
    let list = try Self.list(mirror, [deal])
    #expect(list.unread == 1)
    #expect(list.notices.first?.change == .stage(to: "Proposal", isForward: true))
    #expect(list.notices.first?.author == "Bob Roe")
    #expect(list.marks == ["d1": .up])
    #expect(try Self.list(mirror, [deal]).unread == 1, "the same row again is no news")
  }

  @Test func whatIDidMyselfIsNoNews() throws {
    let deal = Self.changed("d1", "Mine", stage: "Won", owner: "Ann", by: "Ann Lee")
    #expect(try Self.list(Self.mirror(), [deal]) == NoticeList())
  }

  @Test func aFirstLoadIsNoNews() throws {
    let deal = Self.changed("d1", "Mine", stage: "Won", owner: "Ann", by: "Bob Roe")
    #expect(try Self.list(Self.mirror(isFirstLoad: true), [deal]) == NoticeList())
  }

  @Test func anothersDealIsOnlyMarkedUntilItIsWatched() throws {
    let mirror = try Self.mirror()
    let less = Self.changed("d2", "Theirs", amount: 50, owner: "Bob", by: "Bob Roe")
    let marked = try Self.list(mirror, [less])
    #expect(marked.notices.isEmpty)
    #expect(marked.unread == 0)
    #expect(marked.marks == ["d2": .down])
    try mirror.write { try $0.watch("d2", true) }
    var lost = Self.changed("d2", "Theirs", stage: "Lost", amount: 50, owner: "Bob", by: "Bob Roe")
    lost.modifiedTime = Self.later.addingTimeInterval(60)
    let watched = try Self.list(mirror, [lost])
    #expect(watched.watched == ["d2"])
    #expect(watched.notices.map(\.change) == [.stage(to: "Lost", isForward: false)])
    try mirror.write { try $0.watch("d2", false) }
    #expect(try mirror.read { try $0.noticeList(limit: 10) }.watched.isEmpty)
  }

  @Test func lookingAtItClearsTheMark() throws {
    let mirror = try Self.mirror()
    _ = try Self.list(
      mirror, [Self.changed("d1", "Mine", amount: 900, owner: "Ann", by: "Bob Roe")])
    try mirror.write { try $0.markRead(.deal("d1")) }
    let list = try mirror.read { try $0.noticeList(limit: 10) }
    #expect(list.unread == 0)
    #expect(list.marks.isEmpty)
    #expect(list.notices.map(\.isRead) == [true], "it stays to be read again")
  }

  @Test func paidAndViewedInvoicesOfMyDeals() throws {
    let mirror = try Self.mirror()
    let invoices = [
      Samples.invoice("i1", .viewed, deal: "d1", modified: Self.later),
      Samples.invoice("i2", .paid, balance: 0, deal: "d2", modified: Self.later),
    ]
    try mirror.write { writer in
      try writer.notice(changesOf: invoices, at: Self.later)
      try writer.save(invoices: invoices)
    }
    let viewed = try mirror.read { try $0.noticeList(limit: 10) }
    #expect(viewed.notices.map(\.change) == [.viewed])
    let paid = [
      Samples.invoice(
        "i1", .paid, balance: 0, deal: "d1", modified: Self.later.addingTimeInterval(60))
    ]
    try mirror.write { try $0.notice(changesOf: paid, at: Self.later) }
    let list = try mirror.read { try $0.noticeList(limit: 10) }
    #expect(list.notices.first?.change == .paid(Money(100, Self.pounds), isAll: true))
    #expect(list.notices.first?.subject == .invoice("i1"))
  }

  @Test func aNewNoteOfSomebodyElse() throws {
    let mirror = try Self.mirror()
    func note(_ id: Note.ID, by author: String) -> Note {
      Note(
        id: id, title: nil, content: "Call them", parent: "d1", author: author,
        createdTime: Self.later, modifiedTime: Self.later)
    }
    let notes = [note("n1", by: "Ann Lee"), note("n2", by: "Bob Roe")]
    try mirror.write { writer in
      try writer.notice(newAmong: notes, at: Self.later)
      try writer.save(notes: notes)
      try writer.notice(newAmong: notes, at: Self.later)
    }
    let list = try mirror.read { try $0.noticeList(limit: 10) }
    #expect(list.notices.map(\.change) == [.note("Call them")])
  }
}
