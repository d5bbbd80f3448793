import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct PipelineMoveTests {
  private let moveInitech = WriteRequest.moveStage(
    base: DealRow.initech.deal, to: "needs", undoes: nil)

  private func ids(_ state: AppState, _ stage: Stage.ID) -> [Deal.ID] {
    state.board.deals?.columns[stage]?.window.rows.map(\.id) ?? []
  }

  private func sum(_ state: AppState, _ stage: Stage.ID) -> BoardSummary.Column? {
    state.board.deals?.summary.column(stage)
  }

  @Test func aMovedDealShowsAtOnce() {
    var state = AppState.sample()
    #expect(state.type("L") == [.enqueue(moveInitech)])
    #expect(ids(state, "qual") == ["d2", "d3", "d4"])
    #expect(ids(state, "needs") == ["d1", "d5", "d6"])
    #expect(state.board.selectedRow?.id == "d1")
    #expect(state.board.deals?.stage == "needs")
    #expect(
      state.event?.text
        == "moved Initech licences and a rollout over two years to Needs Analysis · saving")
  }

  @Test func countsAndSumsOfBothColumnsChangeWithTheMove() {
    var state = AppState.sample()
    state.type("L")
    let left = sum(state, "qual")
    #expect(left?.count == 3)
    #expect(left?.totals[Currency("GBP")] == Money(52_200, Currency("GBP")))
    #expect(left?.attention == 2)
    let right = sum(state, "needs")
    #expect(right?.count == 3)
    #expect(right?.totals[Currency("GBP")] == Money(22_500, Currency("GBP")))
    #expect(right?.totals[Currency("EUR")] == Money(80_000, Currency("EUR")))
    #expect(right?.attention == 1)
  }

  @Test func aMoveStaysOnTheScreenWhenTheCopyIsReadAgainBeforeZohoAnswers() {
    var state = AppState.sample()
    state.type("L")
    let shown = state
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(.sample)))
    #expect(state == shown)
  }

  @Test func aMoveIsCountedOnceWhenTheCopyHasItAlready() {
    var state = AppState.sample()
    state.type("L")
    var moved = DealRow.initech
    moved.deal.stage = "needs"
    let page = BoardPage(
      stages: ["qual": [.globex, .soylent, .tokyo], "needs": [moved, .umbrella, .cairo]])
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(sum(state, "needs")?.count == 3)
    #expect(ids(state, "needs") == ["d1", "d5", "d6"])
  }

  @Test func aMoveInAColumnThatIsReadFarDownIsCountedOnce() {
    var state = AppState.sample()
    state.type("L")
    let far = (200..<260).map { (place: Int) in
      DealRow.sample(Deal.ID("y\(place)"), "Deal \(place)", 1, in: "needs", next: place)
    }
    let needs = DealQuery(pipeline: "standard", stage: "needs", today: .sampleToday)
    _ = reduce(
      &state, .dealsLoaded(needs, .success(Window(count: 900, start: 200, rows: far))))
    state.type("jj")
    var page = BoardPage.sample
    page.summary.columns = [
      BoardSummary.Column(stage: "needs", count: 900, totals: Totals(), attention: 0),
      BoardSummary.Column(stage: "qual", count: 4, totals: Totals(), attention: 3),
    ]
    page.columns["needs"]?.count = 900
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(sum(state, "needs")?.count == 901)
    #expect(sum(state, "qual")?.count == 3)
  }

  @Test func aConfirmedMoveLosesItsMark() {
    var state = AppState.sample()
    state.type("L")
    _ = reduce(&state, .enqueued(moveInitech, .success("w1")))
    #expect(state.board.pendingMoves["d1"]?.write == "w1")
    _ = reduce(&state, .writeSettled("w1", moveInitech, .confirmed("moved it · saved")))
    #expect(state.board.pendingMoves.isEmpty)
    #expect(ids(state, "needs") == ["d1", "d5", "d6"])
    #expect(state.event?.text == "moved it · saved")
  }

  @Test func aRefusedMoveIsPutBackWithTheReasonOnTheCard() {
    var state = AppState.sample()
    let before = state
    state.type("L")
    _ = reduce(&state, .enqueued(moveInitech, .success("w1")))
    let failure = Failure.refused(
      code: "RECORD_IN_BLUEPRINT", message: "the record is in a process")
    let effects = reduce(&state, .writeSettled("w1", moveInitech, .refused(failure)))
    #expect(effects.contains(.loadBoard(BoardQuery(pipeline: "standard", today: .sampleToday))))
    #expect(ids(state, "qual") == ids(before, "qual"))
    #expect(ids(state, "needs") == ids(before, "needs"))
    #expect(sum(state, "qual")?.totals == sum(before, "qual")?.totals)
    #expect(sum(state, "qual")?.attention == 3)
    #expect(state.board.selectedRow == .initech)
    #expect(state.event?.kind == .failure)
    #expect(state.boardScreen(80, 21).contains("✗ refused"))
    #expect(state.boardScreen(80, 21).contains("in a process"))
    state.type("<esc>")
    #expect(!state.boardScreen(80, 21).contains("✗ refused"))
  }

  @Test func aMoveThatTheJournalCannotKeepIsPutBack() {
    var state = AppState.sample()
    state.type("L")
    _ = reduce(&state, .enqueued(moveInitech, .failure(.storage("the disk is full"))))
    #expect(ids(state, "qual") == ["d1", "d2", "d3", "d4"])
    #expect(state.event?.text.string.contains("the disk is full") == true)
  }

  @Test func anUncertainMoveKeepsItsBadgeUntilItIsSettled() {
    var state = AppState.sample()
    state.type("L")
    _ = reduce(&state, .enqueued(moveInitech, .success("w1")))
    _ = reduce(&state, .writeSettled("w1", moveInitech, .uncertain("no answer; looking")))
    #expect(state.boardScreen(80, 21).contains("? unsure"))
    #expect(ids(state, "needs").first == "d1")
    state.type("L")
    #expect(
      state.event?.text.string.hasSuffix("its last move may have happened; see 6 Outbox") == true)
    _ = reduce(&state, .writeSettled("w1", moveInitech, .confirmed("saved after all")))
    #expect(!state.boardScreen(80, 21).contains("? unsure"))
  }

  @Test func aDealHasOneMoveOnItsWayAtATime() {
    var state = AppState.sample()
    state.type("L")
    let once = state.board
    #expect(state.type("L") == [])
    #expect(state.board == once)
    #expect(state.event?.kind == .warning)
    #expect(state.event?.text.string.hasSuffix("its last move is still on its way") == true)
  }

  @Test func theFirstStageHasNothingBeforeIt() {
    var state = AppState.sample()
    #expect(state.type("H") == [])
    #expect(state.event?.text == "move the deal to the stage before: it is in the first stage")
  }

  @Test func aReadOnlyProfileMovesNothing() {
    var state = AppState.sample()
    state.tenant.isReadOnly = true
    let before = state.board
    for keys in ["L", "m", "t", "u", "n"] { #expect(state.type(keys) == []) }
    #expect(state.board == before)
    #expect(state.overlays.isEmpty)
  }

  @Test func undoSendsTheDealBackAndSaysWhatItUndoes() {
    var state = AppState.sample()
    state.type("L")
    _ = reduce(&state, .enqueued(moveInitech, .success("w1")))
    _ = reduce(&state, .writeSettled("w1", moveInitech, .confirmed("saved")))
    var moved = DealRow.initech.deal
    moved.stage = "needs"
    #expect(
      state.type("u") == [.enqueue(.moveStage(base: moved, to: "qual", undoes: "w1"))])
    #expect(ids(state, "qual").first == "d1")
    _ = reduce(
      &state,
      .writeSettled(
        "w2", .moveStage(base: moved, to: "qual", undoes: "w1"), .confirmed("moved back")))
    #expect(state.type("u") == [])
    #expect(state.event?.text == "undo the last move: no move to undo")
  }

  @Test func undoIsRefusedWhenSomebodyMovedTheDealSince() {
    var state = AppState.sample()
    state.type("L")
    _ = reduce(&state, .writeSettled("w1", moveInitech, .confirmed("saved")))
    var theirs = DealRow.initech
    theirs.deal.stage = "nego"
    theirs.deal.modifiedBy = "Sam Roe"
    let page = BoardPage(stages: ["qual": [.globex], "nego": [theirs]])
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(state.type("u") == [])
    #expect(
      state.event?.text
        == "undo the last move: Sam Roe moved Initech licences and a rollout over two years to Negotiation/Review since"
    )
  }

  @Test func anUndoThatIsRefusedCanBeTriedAgain() {
    var state = AppState.sample()
    state.type("L")
    _ = reduce(&state, .writeSettled("w1", moveInitech, .confirmed("saved")))
    state.type("u")
    var moved = DealRow.initech.deal
    moved.stage = "needs"
    let undo = WriteRequest.moveStage(base: moved, to: "qual", undoes: "w1")
    _ = reduce(&state, .writeSettled("w2", undo, .refused(.offline("no route"))))
    #expect(ids(state, "needs").first == "d1")
    #expect(state.type("u").first == .enqueue(undo))
  }

  @Test func aConflictShowsTheirsAndAsks() {
    var state = AppState.sample()
    state.type("L")
    _ = reduce(&state, .enqueued(moveInitech, .success("w1")))
    var theirs = DealRow.initech.deal
    theirs.stage = "nego"
    theirs.modifiedBy = "Sam Roe"
    let detail = ConflictDetail(theirs: theirs, mine: "needs", before: "qual")
    _ = reduce(&state, .writeSettled("w1", moveInitech, .conflict(detail)))
    #expect(ids(state, "nego").contains("d1"))
    #expect(!ids(state, "needs").contains("d1"))
    guard case .confirmation(let question)? = state.overlays.last else {
      Issue.record("no question was asked")
      return
    }
    #expect(question.lines.contains("theirs  Negotiation/Review, by Sam Roe"))
    #expect(question.lines.contains("mine    Needs Analysis"))
    #expect(question.answers.map(\.label) == ["keep theirs", "move anyway", "open the deal"])
    #expect(
      question.answers[1].effects
        == [.enqueue(.moveStage(base: theirs, to: "needs", undoes: nil))])
    state.overlays = []
    let again = WriteRequest.moveStage(base: theirs, to: "needs", undoes: nil)
    _ = reduce(&state, .enqueued(again, .success("w2")))
    #expect(ids(state, "needs").contains("d1"))
    #expect(state.board.pendingMoves["d1"]?.state == .sending)
  }

  @Test func aConflictDoesNotInterruptTyping() {
    var state = AppState.sample()
    state.type("L/glo")
    var theirs = DealRow.initech.deal
    theirs.stage = "nego"
    let detail = ConflictDetail(theirs: theirs, mine: "needs", before: "qual")
    _ = reduce(&state, .writeSettled("w1", moveInitech, .conflict(detail)))
    #expect(state.overlays.isEmpty)
    #expect(state.board.filter?.text == "glo")
  }

  @Test func moveModePreviewsAndEscapeRestores() {
    var state = AppState.sample()
    let before = state
    state.type("mll")
    #expect(state.place == .moveMode)
    #expect(state.board.moveMode?.target == "prop")
    #expect(state.board.deals?.summary == before.board.deals?.summary)
    state.type("<esc>")
    #expect(state == before)
  }

  @Test func enterInMoveModeMakesTheMove() {
    var state = AppState.sample()
    let effects = state.type("m3<enter>")
    #expect(
      effects.first
        == .enqueue(.moveStage(base: DealRow.initech.deal, to: "prop", undoes: nil)))
    #expect(state.place == .board)
    #expect(ids(state, "prop") == ["d1"])
  }

  @Test func moveModeSaysThatAStageClosesTheDeal() {
    var state = AppState.sample()
    state.type("m5")
    #expect(
      state.boardScreen(120, 29).contains("MOVE Qualification ▸ Closed Won: closes it as won"))
    state.type("6")
    #expect(state.boardScreen(120, 29).contains("▸ Closed Lost: closes it as lost"))
  }

  @Test func aStageIsChosenFromAList() {
    var state = AppState.sample()
    state.type("t")
    guard case .chooser(let chooser)? = state.overlays.last else {
      Issue.record("no list was shown")
      return
    }
    #expect(chooser.purpose == .stage)
    #expect(chooser.rows.map(\.id) == ["qual", "needs", "prop", "nego", "won", "lost"])
    #expect(chooser.rows.map(\.detail) == ["10%", "20%", "60%", "80%", "won", "lost"])
    #expect(chooser.rows.first?.unavailable == "it is there now")
    #expect(chooser.selected == 1)
    state.overlays = []
    #expect(
      state.chooseStage("won") == [.pipeline(.prepareMove("d1", to: "won"))],
      "what winning does to money is found out first")
    #expect(
      state.chooseStage("prop").first
        == .enqueue(.moveStage(base: DealRow.initech.deal, to: "prop", undoes: nil)))
  }

  @Test func aStageChosenForADealNeverMovesItsNeighbour() {
    var state = AppState.sample()
    state.type("t")
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(BoardPage(stages: ["qual": [.globex]]))))
    #expect(state.board.selectedRow?.id == "d2")
    state.overlays = []
    #expect(state.chooseStage("won") == [])
    #expect(state.event?.text == "the deal is not here any more")
  }

  @Test func theListMovesDealsToo() {
    var state = AppState.sample()
    state.type("v")
    let query = DealQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .dealsLoaded(query, .success(.all([.wayne, .initech]))))
    #expect(state.type("L").first == .enqueue(moveInitech))
    #expect(state.board.selectedRow?.deal.stage == "needs")
    state.type("km")
    #expect(state.place == .chooser)
  }

  @Test func aCardDraggedToAnotherColumnMovesThere() {
    var state = AppState.sample(width: 80, height: 24)
    // The second card stands below the selected one, which takes five lines.
    let card = MouseEvent(.press, x: 3, y: 10)
    _ = reduce(&state, .key(.mouse(card)))
    #expect(state.board.selectedRow?.id == "d2")
    let effects = reduce(&state, .key(.mouse(MouseEvent(.release, x: 30, y: 8))))
    #expect(
      effects.first
        == .enqueue(.moveStage(base: DealRow.globex.deal, to: "needs", undoes: nil)))
  }

  @Test func aNoteIsAskedForAndWritten() {
    var state = AppState.sample()
    state.type("n")
    guard case .prompt(let prompt)? = state.overlays.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(prompt.purpose == .note("d1"))
    #expect(
      state.writeNote("Call again in May", on: "d1")
        == [.enqueue(.addNote("d1", text: "Call again in May"))])
    #expect(state.writeNote("  ", on: "d1") == [])
  }

  @Test func aNoteThatCouldNotBeKeptIsGivenBack() {
    var state = AppState.sample()
    let request = WriteRequest.addNote("d1", text: "Call again in May")
    _ = reduce(&state, .enqueued(request, .failure(.storage("the disk is full"))))
    guard case .prompt(let prompt)? = state.overlays.last else {
      Issue.record("the text was lost")
      return
    }
    #expect(prompt.field.text == "Call again in May")
  }
}
