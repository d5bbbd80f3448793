import LocalZoho
import Testing

@testable import AppCore

/// Moving deals: shown at once, written once, put back with the reason when it came to nothing.
@Suite(.serialized, .timeLimit(.minutes(5))) struct MoveTests {
  private static let deals = "/crm/v8/Deals"
  private static let changed = "crm changed Deals"

  func atZebra(
    in stage: String = "Qualification", _ work: (Session, String, Office) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let deal = try await office.colleague.makeDeal("Zebra", in: stage)
      let session = try await office.start()
      await session.find("zebra")
      #expect(session.state.board.selectedRow?.deal.name == "Zebra")
      office.clock.advance(seconds: 60)
      try await work(session, deal, office)
    }
  }

  @Test func aMovedDealIsPendingThenSaved() async throws {
    try await atZebra { (session, deal, office) async throws in
      session.type("L")
      #expect(session.screen.contains("↑ saving"))
      #expect(session.statusLine == "moved Zebra to Needs Analysis · saving")
      #expect(try await session.effects() == [], "nothing has left yet")
      await session.settle()
      #expect(!session.screen.contains("↑ saving"))
      #expect(session.statusLine == "Moved Zebra to Needs Analysis")
      #expect(session.state.board.deals?.stage == "Needs Analysis")
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
      #expect(try await session.effects() == [Self.changed])
    }
  }

  @Test func aMovedDealStaysWhereItWentWhenAllIsReadAgain() async throws {
    try await atZebra { (session, _, _) async throws in
      await session.press("Lr")
      #expect(session.state.board.deals?.summary.column("Needs Analysis").count ?? 0 > 0)
      #expect(session.state.board.selectedRow?.deal.stage == "Needs Analysis")
      #expect(session.screen.contains("Zebra"))
    }
  }

  @Test(arguments: [
    ("H", "Needs Analysis", "Qualification"),
    ("tclosed won<enter><c-s>", "Needs Analysis", "Closed Won"),
    ("mll<enter>", "Qualification", "Value Proposition"),
    ("m5<enter>", "Qualification", "Proposal/Price Quote"),
  ])
  func otherWaysToMove(_ keys: String, _ from: String, _ to: String) async throws {
    try await atZebra(in: from) { (session, deal, office) async throws in
      await session.press(keys)
      #expect(try await office.colleague.stage(of: deal) == to)
      #expect(try await session.effects() == [Self.changed])
      #expect(session.statusLine == "Moved Zebra to \(to)")
    }
  }

  @Test func aRefusedMoveGoesBackWithTheReason() async throws {
    try await atZebra { (session, deal, office) async throws in
      let body = """
        {"data":[{"code":"MAPPING_MISMATCH","details":{"api_name":"Stage"},\
        "message":"the given stage is not allowed","status":"error"}]}
        """
      office.server.inject(
        Fault(
          .reply(status: 400, contentType: "application/json", body: body, headers: [:]),
          method: "PUT", pathPrefix: Self.deals))
      await session.press("L")
      #expect(session.statusLine.hasPrefix("Zebra is back: "))
      #expect(session.statusLine.contains("the given stage is not allowed"))
      #expect(session.screen.contains("✗ refused"))
      #expect(session.state.board.selectedRow?.deal.stage == "Qualification")
      #expect(try await office.colleague.stage(of: deal) == "Qualification")
      #expect(try await session.effects() == [])
      await session.press("L")
      #expect(try await session.effects() == [Self.changed], "it can be tried again")
    }
  }

  @Test func somebodyElsesMoveIsAskedAbout() async throws {
    try await atZebra { (session, deal, office) async throws in
      try await office.colleague.moveDeal(deal, to: "Negotiation/Review")
      await session.press("L")
      #expect(session.screen.contains("Zebra was changed meanwhile"))
      #expect(session.screen.contains("theirs  Negotiation/Review"))
      await session.press("t")
      #expect(session.state.board.selectedRow?.deal.stage == "Negotiation/Review")
      #expect(try await office.colleague.stage(of: deal) == "Negotiation/Review")
      #expect(try await session.effects() == [Self.changed], "the colleague's alone")
      await session.press("L<c-s>")
      #expect(try await office.colleague.stage(of: deal) == "Closed Won", "and it can be moved on")
    }
  }

  @Test func movingAnywayTakesTheirsAsTheNewBase() async throws {
    try await atZebra { (session, deal, office) async throws in
      try await office.colleague.moveDeal(deal, to: "Negotiation/Review")
      await session.press("La")
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
      #expect(try await session.effects() == [Self.changed, Self.changed])
      #expect(session.statusLine == "Moved Zebra to Needs Analysis")
    }
  }

  @Test func undoTakesTheMoveBack() async throws {
    try await atZebra { (session, deal, office) async throws in
      await session.press("L")
      office.clock.advance(seconds: 5)
      await session.press("u")
      #expect(try await office.colleague.stage(of: deal) == "Qualification")
      #expect(try await session.effects() == [Self.changed, Self.changed])
      #expect(session.state.board.selectedRow?.deal.stage == "Qualification")
    }
  }

  @Test func aLostAnswerIsLookedForAndFound() async throws {
    try await atZebra { (session, deal, office) async throws in
      office.server.inject(Fault(.applyThenDrop, method: "PUT", pathPrefix: Self.deals))
      await session.press("L")
      #expect(session.screen.contains("? 1 uncertain"))
      #expect(session.screen.contains("? unsure"))
      await session.press("H")
      #expect(session.state.event?.kind != .done, "it cannot be moved while nobody knows")
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(session.statusLine == "Moved Zebra to Needs Analysis")
      #expect(session.state.board.selectedRow?.deal.stage == "Needs Analysis")
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
      #expect(try await session.effects() == [Self.changed])
    }
  }

  @Test func aMoveThatNeverArrivedIsSentAgainOnlyAfterThreeLooks() async throws {
    try await atZebra { (session, deal, office) async throws in
      office.server.inject(Fault(.drop, method: "PUT", pathPrefix: Self.deals))
      await session.press("L")
      for seconds in [3.0, 8, 40] {
        await session.wait(seconds: seconds)
        #expect(try await session.effects() == [])
        #expect(session.screen.contains("? 1 uncertain"))
      }
      await session.wait(seconds: 200)
      #expect(try await session.effects() == [Self.changed])
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
      #expect(!session.screen.contains("uncertain"))
    }
  }

  @Test func offlineItWaitsAndGoesOutLater() async throws {
    try await atZebra { (session, deal, office) async throws in
      office.server.inject(Fault(.drop, method: "GET", pathPrefix: Self.deals, count: 3))
      await session.press("L")
      #expect(session.screen.contains("↑ saving"))
      #expect(try await session.effects() == [])
      await session.wait(seconds: 31)
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
      #expect(try await session.effects() == [Self.changed])
      #expect(session.statusLine == "Moved Zebra to Needs Analysis")
    }
  }

  @Test func aMoveLeftByADeadProgramIsLookedFor() async throws {
    try await atZebra { (session, deal, office) async throws in
      office.server.inject(Fault(.applyThenDrop, method: "PUT", pathPrefix: Self.deals))
      await session.press("L")
      let next = try await office.start()
      #expect(next.screen.contains("? 1 uncertain"))
      await next.find("zebra")
      #expect(next.screen.contains("? unsure"))
      await next.wait(seconds: 3)
      #expect(!next.screen.contains("uncertain"))
      #expect(try await session.effects() == [Self.changed])
    }
  }

  @Test func aNoteIsWritten() async throws {
    try await atZebra { (session, deal, office) async throws in
      await session.press("<enter>nCall them on Monday<enter>")
      #expect(session.statusLine == "Note saved")
      #expect(session.screen.contains("Call them on Monday"))
      #expect(try await session.effects() == ["crm created Notes"])
      let notes = try await office.colleague.call(
        "GET", "/crm/v8/Deals/\(deal)/Notes?fields=Note_Content")
      #expect(notes["data"][0]["Note_Content"].text == "Call them on Monday")
    }
  }
}
