import LocalZoho
import Sales
import Screen
import Testing

@testable import AppCore

/// How the deals are shown: columns, groupings, cards, what wants attention; kept across restarts.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PipelineViewTests {
  /// Four deals called Zebra in two stages, seen by a session; nothing else has the word.
  func atZebras(_ work: (Session, [String], Office) async throws -> Void) async throws {
    try await Office.open { (office) async throws in
      var ids: [String] = []
      for (number, stage) in [
        (1, "Qualification"), (2, "Qualification"), (3, "Needs Analysis"), (4, "Closed Won"),
      ] {
        ids.append(
          try await office.colleague.make(
            "Deals",
            #""Deal_Name":"Zebra \#(number)","Pipeline":"Standard","Stage":"\#(stage)","#
              + #""Amount":\#(number)000,"Closing_Date":"2026-12-2\#(number)","#
              + #""Type":"\#(number == 1 ? "New Business" : "Existing Business")""#))
      }
      let session = try await office.start(width: 160, height: 40)
      await session.find("zebra")
      office.clock.advance(seconds: 60)
      try await work(session, ids, office)
    }
  }

  private func cards(_ session: Session, _ column: Stage.ID) -> [String] {
    session.state.board.deals?.columns[column]?.window.rows.map(\.deal.name) ?? []
  }

  @Test func columnsFollowTheOrganizationsPipelineWithCountAndSum() async throws {
    try await atZebras { (session, _, _) async throws in
      #expect(session.state.board.deals?.shown.first?.name == "Qualification")
      #expect(session.state.board.deals?.summary.column("Qualification").count == 2)
      #expect(session.screen.contains("weighted"))
    }
  }

  @Test func aCollapsedColumnIsAStripWithCountAndSumAndStaysOne() async throws {
    try await atZebras { (session, _, office) async throws in
      await session.press("zc")
      #expect(!session.board.contains("Zebra 2"))
      #expect(session.board.contains("£3,000"))
      let again = try await office.start(width: 160, height: 40)
      await again.find("zebra")
      #expect(!again.board.contains("Zebra 2"), "it is kept across restarts")
      await again.press("zc")
      #expect(again.board.contains("Zebra 2"))
    }
  }

  @Test func aHiddenColumnIsSaidAndComesBack() async throws {
    try await atZebras { (session, _, _) async throws in
      await session.press("zh")
      #expect(session.screen.contains("1 hidden"))
      #expect(session.state.board.deals?.shown.first?.name == "Needs Analysis")
      await session.press("zH")
      #expect(session.state.board.deals?.shown.first?.name == "Qualification")
    }
  }

  @Test func columnsAreOrdered() async throws {
    try await atZebras { (session, _, office) async throws in
      await session.press("z>")
      #expect(
        session.state.board.deals?.shown.prefix(2).map(\.name)
          == ["Needs Analysis", "Qualification"])
      let again = try await office.start()
      #expect(again.state.board.deals?.shown.first?.name == "Needs Analysis")
    }
  }

  @Test func cardsSayWhatIsChosen() async throws {
    try await atZebras { (session, _, _) async throws in
      #expect(!session.board.contains("closes 21 Dec"))
      await session.press("zfclosing<enter>")
      #expect(session.screen.contains("✓ Closing date"), "the list stays open")
      await session.press("<esc>")
      #expect(session.board.contains("closes 21 Dec"))
      #expect(session.board.contains("closes 22 Dec"))
    }
  }

  @Test func cardsAreOrderedByAmountClosingOrAge() async throws {
    try await atZebras { (session, _, _) async throws in
      await session.press("zsamount<enter>")
      #expect(cards(session, "Qualification") == ["Zebra 2", "Zebra 1"])
      await session.press("zsclosing<enter>")
      #expect(cards(session, "Qualification") == ["Zebra 1", "Zebra 2"])
    }
  }

  @Test func theBoardIsGroupedByAPickListAndACardMovedChangesTheField() async throws {
    try await atZebras { (session, ids, office) async throws in
      await session.press("zgtype<enter>")
      #expect(session.screen.contains("open by Type"))
      #expect(cards(session, "New Business") == ["Zebra 1"])
      #expect(cards(session, "Existing Business").sorted() == ["Zebra 2", "Zebra 3"])
      while session.state.board.deals?.stage != "New Business" { await session.press("l") }
      await session.press("H")
      let record = "/crm/v8/Deals/\(ids[0])?fields=Type,Stage"
      let now = try await office.colleague.call("GET", record)["data"][0]
      #expect(now["Type"].text == "Existing Business")
      #expect(now["Stage"].text == "Qualification", "the stage stays")
      #expect(cards(session, "Existing Business").contains("Zebra 1"))
      #expect(session.state.board.pendingMoves.isEmpty)
    }
  }

  @Test func groupedByClosingMonthACardMovedGetsTheDateOfThatMonth() async throws {
    try await atZebras { (session, ids, office) async throws in
      try await office.colleague.call(
        "PUT", "/crm/v8/Deals/\(ids[2])", #"{"data":[{"Closing_Date":"2027-02-23"}]}"#)
      await session.press("rzgmonth<enter>")
      #expect(session.screen.contains("Dec 2026"))
      #expect(cards(session, "2027-02") == ["Zebra 3"])
      while session.state.board.deals?.stage != "2026-12" { await session.press("h") }
      let moved = session.state.board.selectedRow?.deal.name
      let place = moved == "Zebra 1" ? 0 : 1
      await session.press("tfeb 2027<enter>")
      let record = "/crm/v8/Deals/\(ids[place])?fields=Closing_Date"
      let day = try await office.colleague.call("GET", record)["data"][0]["Closing_Date"].text
      #expect(day == "2027-02-2\(place + 1)")
      #expect(cards(session, "2027-02").contains(moved ?? "?"))
    }
  }

  @Test func groupedByOwnerAndBackThePlaceIsRemembered() async throws {
    try await atZebras { (session, _, _) async throws in
      await session.press("l")
      #expect(session.state.board.deals?.stage == "Needs Analysis")
      await session.press("zgowner<enter>")
      #expect(session.screen.contains("open by owner"))
      await session.press("zgstage<enter>")
      #expect(session.state.board.deals?.stage == "Needs Analysis")
    }
  }

  @Test func aDealThatStandsTooLongIsMarkedByGlyphAndWordAndCanBeFiltered() async throws {
    try await Office.open { (office) async throws in
      let old = try await office.colleague.makeDeal("Zebra old")
      let activity =
        #"{"data":[{"Subject":"Call","Due_Date":"2027-06-01","What_Id":{"id":"\#(old)"},"$se_module":"Deals"}]}"#
      try await office.colleague.call("POST", "/crm/v8/Tasks", activity)
      office.clock.advance(seconds: 41 * 86_400)
      _ = try await office.colleague.makeDeal("Zebra new")
      let session = try await office.start()
      await session.find("zebra")
      #expect(session.screen.contains("! stuck 41d"))
      #expect(session.screen.contains("stuck gs"))
      await session.press("gs")
      #expect(session.screen.contains("Zebra old"))
      #expect(!session.screen.contains("Zebra new"))
      await session.press("<esc>")
      #expect(session.state.board.need == nil)
    }
  }

  @Test func theStripCountsWhatWantsAttentionAndFiltersByIt() async throws {
    try await atZebras { (session, _, _) async throws in
      await session.press("gn")
      #expect(session.screen.contains("only nothing planned"))
      #expect(cards(session, "Qualification").count == 2)
      await session.press("gngl")
      #expect(session.screen.contains("No deal here is late"))
    }
  }

  @Test func pipelinesAreSwitchedByOneKeyAndThePlaceIsRemembered() async throws {
    try await atZebras { (session, _, _) async throws in
      await session.press("<esc>l")
      #expect(session.state.board.deals?.stage == "Needs Analysis")
      let first = session.state.board.pipeline?.name ?? ""
      await session.press("Ppartner<enter>")
      #expect(session.state.board.pipeline?.name == "Partner Sales")
      await session.press("P\(first)<enter>")
      #expect(session.state.board.deals?.stage == "Needs Analysis")
    }
  }

  @Test func theListHasTheColumnsAndWidthsThatWereChosen() async throws {
    try await atZebras { (session, _, office) async throws in
      await session.press("v")
      #expect(session.screen.contains("4 of") || session.screen.contains("of 4"))
      await session.press("zfdays<enter><esc>")
      #expect(session.screen.contains("Days"))
      await session.press("s")
      #expect(session.screen.contains("Deal ▲"))
      await session.press("sss")
      #expect(session.screen.contains("Amount ▼"))
      #expect(
        session.state.board.selectedRow?.deal.name == "Zebra 1", "the cursor stays on its deal")
      let width = { session.state.board.deals?.view.table?.map(\.width) ?? [] }
      let before = width()
      await session.press("z+")
      #expect(width() != before)
      let kept = width()
      let again = try await office.start(width: 160, height: 40)
      #expect(again.state.board.deals?.view.table?.map(\.width) == kept)
    }
  }

  @Test func theFootOfTheListSumsTheRowsAndTheSelection() async throws {
    try await atZebras { (session, _, _) async throws in
      await session.press("v*")
      #expect(session.screen.contains("4 marked £10,000"))
      #expect(session.screen.contains("of 4"))
    }
  }

  @Test func aCardIsDraggedToAnotherColumn() async throws {
    try await atZebras { (session, ids, office) async throws in
      let area = session.state.boardLayout.deals
      let deals = try #require(session.state.board.deals)
      let columns = BoardColumns(deals, in: area).columns
      let from = columns[0].cards
      let to = columns[1].cards
      await session.take(.key(.mouse(MouseEvent(.press, x: from.x + 2, y: from.y))))
      await session.take(.key(.mouse(MouseEvent(.release, x: to.x + 2, y: to.y))))
      #expect(try await session.effects().suffix(1) == ["crm changed Deals"])
      _ = ids
      _ = office
      #expect(session.state.board.deals?.stage == "Needs Analysis")
    }
  }

  @Test func aDealIsEditedThroughItsForm() async throws {
    try await atZebras { (session, _, _) async throws in
      await session.press("e")
      #expect(session.state.place == .form)
      #expect(session.screen.contains("Next Step"))
    }
  }
}

extension Session {
  /// What the board alone shows.
  fileprivate var board: String { state.boardScreen(160, 26) }
}

extension AppState {
  /// What the pipeline screen shows in its own area, without the pane of the deal.
  fileprivate func boardScreen(_ width: Int, _ height: Int) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    var state = self
    _ = reduce(&state, .resized(Size(width: width, height: 17)))
    drawPipeline(state, in: Rect(x: 0, y: 0, width: width, height: 17), on: &canvas)
    return canvas.text
  }
}
