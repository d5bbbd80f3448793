import LocalZoho
import Sales
import Testing

@testable import AppCore

/// What others did, over a real organization.
@Suite(.serialized, .timeLimit(.minutes(5))) struct InboxSessionTests {
  @Test func aDealThatAWatchedColleagueMovesIsTold() async throws {
    try await Office.open { (office) async throws in
      let deal = try await office.colleague.makeDeal("Zebra", in: "Qualification")
      let session = try await office.start()
      // The colleague signs in as the same person: somebody else is signed in here.
      try office.mirror.write { try $0.replace(me: Reference(id: "other", name: "Somebody Else")) }
      await session.press("r")
      await session.find("zebra")
      await session.press("W")
      #expect(session.statusLine == "Zebra is watched")
      office.clock.advance(seconds: 60)
      try await office.colleague.moveDeal(deal, to: "Needs Analysis")
      await session.press("r")
      #expect(session.state.inbox.list.unread == 1)
      #expect(session.screen.contains("Δ 1"))
      await session.press("I")
      #expect(session.screen.contains("Zebra: moved on to Needs Analysis"))
      await session.press("<enter>")
      #expect(session.state.place == .dealPane)
      #expect(session.state.board.selectedRow?.deal.name == "Zebra")
      #expect(session.state.inbox.list.unread == 0)
      #expect(session.state.inbox.mark(of: Deal.ID(deal)) == nil)
    }
  }

  @Test func whatIMovedMyselfIsNotTold() async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.makeDeal("Zebra", in: "Qualification")
      let session = try await office.start()
      await session.find("zebra")
      office.clock.advance(seconds: 60)
      await session.press("L")
      office.clock.advance(seconds: 60)
      await session.press("r")
      #expect(session.state.inbox.list.unread == 0)
      #expect(session.state.inbox.list.marks.isEmpty)
    }
  }
}
