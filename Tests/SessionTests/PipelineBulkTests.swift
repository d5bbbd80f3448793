import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Many deals moved at once: a list first, one call, a result per deal, the failed again, one undo.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PipelineBulkTests {
  private static let deals = "/crm/v8/Deals"

  /// Three deals called Zebra, marked.
  func atZebras(
    count: Int = 3, _ work: (Session, [String], Office) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      var ids: [String] = []
      for number in 1...count {
        ids.append(try await office.colleague.makeDeal("Zebra \(number)", amount: 1_000))
      }
      let session = try await office.start()
      await session.press("/zebra<enter>*")
      #expect(session.state.board.marks.count == count)
      office.clock.advance(seconds: 60)
      try await work(session, ids, office)
    }
  }

  private func stages(_ ids: [String], _ office: Office) async throws -> [String] {
    var stages: [String] = []
    for id in ids { stages.append(try await office.colleague.stage(of: id)) }
    return stages
  }

  @Test func theListComesFirstWithCountAndSum() async throws {
    try await atZebras { (session, ids, office) async throws in
      #expect(session.screen.contains("3 marked £3,000"))
      await session.press("tproposal<enter>")
      #expect(session.screen.contains("Move 3 deals to Proposal/Price Quote"))
      #expect(session.screen.contains("£3,000"))
      #expect(session.screen.contains("Zebra 2"))
      #expect(try await session.effects() == [], "nothing has been moved yet")
      await session.press("<esc>")
      #expect(try await session.effects() == [])
      #expect(session.state.board.marks.count == 3, "the marks are still there")
    }
  }

  @Test func allGoInOneCallWithAResultForEach() async throws {
    try await atZebras { (session, ids, office) async throws in
      let calls = office.dealWriteCalls
      await session.press("tproposal<enter>m")
      #expect(try await stages(ids, office) == Array(repeating: "Proposal/Price Quote", count: 3))
      #expect(try await session.effects() == Array(repeating: "crm changed Deals", count: 3))
      #expect(office.dealWriteCalls == calls + 1)
      #expect(session.screen.contains("✓ Zebra 1"))
      #expect(session.statusLine == "3 moved to Proposal/Price Quote")
      #expect(session.state.board.marks.isEmpty)
    }
  }

  @Test func oneStepOnTakesEachFromWhereItStands() async throws {
    try await atZebras { (session, ids, office) async throws in
      await session.press("Lm")
      #expect(try await stages(ids, office) == Array(repeating: "Needs Analysis", count: 3))
    }
  }

  @Test func whatSomebodyElseMovedFailsAloneAndCanBeTriedAgain() async throws {
    try await atZebras { (session, ids, office) async throws in
      await session.press("tproposal<enter>")
      try await office.colleague.moveDeal(ids[1], to: "Value Proposition")
      await session.press("m")
      #expect(
        try await stages(ids, office) == [
          "Proposal/Price Quote", "Value Proposition", "Proposal/Price Quote",
        ])
      #expect(session.screen.contains("✗ Zebra 2"))
      #expect(session.screen.contains("moved meanwhile to Value Proposition"))
      #expect(session.screen.contains("2 moved · 1 failed"))
      let before = try await session.effects().count
      await session.press("r")
      #expect(try await stages(ids, office)[1] == "Proposal/Price Quote")
      #expect(try await session.effects().count == before + 1, "only the failed one was sent again")
      #expect(session.screen.contains("✓ Zebra 2"))
    }
  }

  @Test func oneKeyTakesAllOfItBack() async throws {
    try await atZebras { (session, ids, office) async throws in
      await session.press("Lm<esc>")
      office.clock.advance(seconds: 60)
      await session.press("u")
      #expect(try await stages(ids, office) == Array(repeating: "Qualification", count: 3))
      #expect(session.statusLine == "3 moved back")
    }
  }

  @Test func undoLeavesWhatSomebodyElseTouchedAndSaysWhy() async throws {
    try await atZebras { (session, ids, office) async throws in
      await session.press("Lm<esc>")
      office.clock.advance(seconds: 60)
      try await office.colleague.call(
        "PUT", "\(Self.deals)/\(ids[2])", #"{"data":[{"Amount":9}]}"#)
      await session.press("u")
      #expect(
        try await stages(ids, office) == ["Qualification", "Qualification", "Needs Analysis"])
      await session.press("B")
      #expect(session.screen.contains("has changed it since: the move is not taken back"))
    }
  }

  @Test func aLostAnswerMakesEachUnsureAndIsLookedUp() async throws {
    try await atZebras { (session, ids, office) async throws in
      office.server.inject(Fault(.applyThenDrop, method: "PUT", pathPrefix: Self.deals))
      await session.press("Lm")
      #expect(session.screen.contains("? Zebra 1"))
      #expect(session.screen.contains("? 3 uncertain"))
      await session.wait(seconds: 3)
      #expect(try await session.effects().count == 3, "nothing was sent twice")
      #expect(session.screen.contains("✓ Zebra 3"))
      #expect(!session.screen.contains("uncertain"))
    }
  }

  @Test func moreThanACallTakesGoInSeveral() async throws {
    try await atZebras(count: 130) { (session, ids, office) async throws in
      let calls = office.dealWriteCalls
      await session.press("Lm")
      #expect(office.dealWriteCalls == calls + 2)
      #expect(session.statusLine == "130 moved one stage on")
      #expect(try await session.effects().count == 130)
    }
  }
}
