import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct PipelineBoardTests {
  private let query = BoardQuery(pipeline: "standard", today: .sampleToday)

  /// A column of a thousand deals of which the first so many are at hand.
  private func long(_ range: Range<Int>) -> Window<DealRow> {
    Window(
      count: 1000, totals: Totals(), start: range.lowerBound,
      rows: range.map { place in
        .sample(Deal.ID("x\(place)"), "Deal \(place)", 100, in: "qual", next: place)
      })
  }

  private func longBoard() -> AppState {
    var state = AppState(
      size: Size(width: 120, height: 32), now: .sampleNow, today: .sampleToday, tenant: .sample)
    _ = reduce(&state, .pipelinesLoaded([.standard], tenant: .sample))
    var page = BoardPage.sample
    page.columns["qual"] = long(0..<60)
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    return state
  }

  @Test func thePipelinesArriveAndTheirDealsAreRead() {
    var state = AppState(
      size: Size(width: 80, height: 24), now: .sampleNow, today: .sampleToday, tenant: .sample)
    let effects = reduce(&state, .pipelinesLoaded([.partners, .standard], tenant: .sample))
    #expect(effects == [.loadBoard(query)])
    #expect(state.board.pipeline == .standard)
  }

  @Test func theCursorWalksOverCardsAndStages() {
    var state = AppState.sample()
    state.type("j")
    #expect(state.board.selectedRow?.id == "d2")
    state.type("jjjj")
    #expect(state.board.selectedRow?.id == "d4")
    state.type("l")
    #expect(state.board.selectedRow?.id == "d5")
    state.type("h")
    #expect(state.board.selectedRow?.id == "d4")
    state.type("gg")
    #expect(state.board.selectedRow?.id == "d1")
    state.type("G")
    #expect(state.board.selectedRow?.id == "d4")
    state.type("<home>lll<right><right><right>")
    #expect(state.board.deals?.stage == "lost")
  }

  @Test func theDealUnderTheCursorIsReadOnceWhereAPaneShowsIt() {
    var state = AppState.sample()
    #expect(state.type("j") == [.loadDealDetail("d2")])
    #expect(state.type("jk").last == .loadDealDetail("d2"))
    var small = AppState.sample(width: 60, height: 16)
    #expect(small.type("j") == [])
    #expect(small.type("<enter>") == [.loadDealDetail("d2")])
  }

  @Test func whatSurroundsAnotherDealFallsAway() {
    var state = AppState.sample()
    state.type("j")
    let before = state
    _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
    #expect(state == before)
  }

  @Test func moreRowsAreAskedForOnceWhenTheCursorNearsTheEdge() {
    var state = longBoard()
    #expect(state.type("<pagedown><pagedown>").contains { $0.isLoadDeals } == false)
    let effects = state.type("<pagedown><pagedown>")
    let wanted = Effect.loadDeals(
      query.deals(in: "qual"), around: .record("x32", lastIndex: 32), limit: 120)
    #expect(effects.contains(wanted))
    #expect(!state.type("j").contains { $0.isLoadDeals })
    _ = reduce(&state, .dealsLoaded(query.deals(in: "qual"), .success(long(0..<120))))
    #expect(state.board.selectedRow?.id == "x33")
  }

  @Test func theEndOfALongColumnIsReadAndShown() {
    var state = longBoard()
    let effects = state.type("G")
    #expect(
      effects.contains(.loadDeals(query.deals(in: "qual"), around: .index(999), limit: 120)))
    #expect(state.board.selectedRow == nil)
    _ = reduce(&state, .dealsLoaded(query.deals(in: "qual"), .success(long(880..<1000))))
    #expect(state.board.selectedRow?.id == "x999")
  }

  @Test func aRefreshLeavesTheCursorOnItsDeal() {
    var state = AppState.sample()
    state.type("jj")
    #expect(state.board.selectedRow?.id == "d3")
    var page = BoardPage.sample
    page.columns["qual"] = .all([
      .sample("d9", "New and late", 1, in: "qual", next: -9), .initech, .globex, .soylent, .tokyo,
    ])
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(state.board.selectedRow?.id == "d3")
    #expect(state.board.deals?.columns["qual"]?.index == 3)
  }

  @Test func aBoardThatNobodyTouchedShowsItsTopWhileDealsComeIn() {
    var state = AppState.sample()
    var page = BoardPage.sample
    page.columns["qual"] = long(0..<60)
    page.columns["needs"] = .all([.cairo])
    let effects = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(effects == [.loadDealDetail("x0")])
    #expect(state.board.selectedRow?.id == "x0")
    #expect(state.board.deals?.columns["needs"]?.top == 0)
    // An answer around the card that was on top before puts no cursor there.
    _ = reduce(
      &state, .dealsLoaded(query.deals(in: "qual"), .success(.all([.soylent, .initech]))))
    #expect(state.board.selectedRow?.id == "d3")
    _ = reduce(
      &state, .dealsLoaded(query.deals(in: "qual"), .success(.all([.initech, .soylent]))))
    #expect(state.board.selectedRow?.id == "d1")
  }

  @Test func aRefreshFarDownAColumnReadsAroundTheCursorAndKeepsTheRows() {
    var state = longBoard()
    state.type("G")
    _ = reduce(&state, .dealsLoaded(query.deals(in: "qual"), .success(long(880..<1000))))
    #expect(reduce(&state, .mirrorChanged).first == .loadBoard(query))
    var page = BoardPage.sample
    page.columns["qual"] = long(0..<60)
    let effects = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(
      effects.contains(
        .loadDeals(query.deals(in: "qual"), around: .record("x999", lastIndex: 999), limit: 120)))
    #expect(state.board.selectedRow?.id == "x999")
  }

  @Test func aDealThatIsGoneLeavesTheCursorOnItsNeighbour() {
    var state = AppState.sample()
    state.type("j")
    var page = BoardPage.sample
    page.columns["qual"] = .all([.initech, .soylent, .tokyo])
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(state.board.selectedRow?.id == "d3")
  }

  @Test func anAnswerToAnOldQuestionFallsAway() {
    var state = AppState.sample()
    state.type("/glo")
    let before = state
    let old = BoardQuery(pipeline: "standard", words: "gl", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(old, .success(BoardPage(stages: [:]))))
    _ = reduce(&state, .dealsLoaded(query.deals(in: "qual"), .success(.all([]))))
    #expect(state == before)
  }

  @Test func aFailedReadingKeepsTheRowsAndSaysSo() {
    var state = AppState.sample()
    _ = reduce(&state, .boardLoaded(query, .failure(.storage("the file is locked"))))
    #expect(state.event?.kind == .failure)
    #expect(state.board.selectedRow?.id == "d1")
    #expect(state.boardScreen(80, 21).contains("not up to date"))
  }

  @Test func theFilterIsTypedKeptAndCleared() {
    var state = AppState.sample()
    #expect(state.type("/g") == [.loadBoard(query.with(words: "g"))])
    #expect(state.type("l") == [.loadBoard(query.with(words: "gl"))])
    #expect(state.place == .filter)
    let page = BoardPage(stages: ["qual": [.globex]])
    _ = reduce(&state, .boardLoaded(query.with(words: "gl"), .success(page)))
    state.type("<enter>")
    #expect(state.place == .board)
    #expect(state.board.words == "gl")
    #expect(state.board.selectedRow?.id == "d2")
    #expect(state.type("<esc>") == [.loadBoard(query)])
    _ = reduce(&state, .boardLoaded(query, .success(.sample)))
    #expect(state.board.selectedRow?.id == "d2")
  }

  @Test func aFilterGoesToTheFirstStageWithAMatch() {
    var state = AppState.sample()
    state.type("/wayne")
    let page = BoardPage(stages: ["nego": [.wayne]])
    _ = reduce(&state, .boardLoaded(query.with(words: "wayne"), .success(page)))
    #expect(state.board.selectedRow?.id == "d7")
  }

  @Test func aPasteIsNeverTakenForKeys() {
    var state = AppState.sample()
    let before = state
    #expect(reduce(&state, .key(.paste("LLLq"))) == [])
    #expect(state == before)
  }

  @Test func theListShowsTheSameDealAndCanBeSorted() {
    var state = AppState.sample()
    let list = DealQuery(pipeline: "standard", today: .sampleToday)
    let effects = state.type("jv")
    #expect(
      effects.first
        == .loadDeals(list, around: .record("d2", lastIndex: 0), limit: 120))
    #expect(state.place == .dealList)
    _ = reduce(&state, .dealsLoaded(list, .success(.all([.wayne, .initech, .globex]))))
    #expect(state.board.selectedRow?.id == "d2")
    var byName = list
    byName.order = .column(.name, isAscending: true)
    #expect(
      state.type("s") == [.loadDeals(byName, around: .record("d2", lastIndex: 2), limit: 120)])
    state.type("o")
    #expect(state.board.order == .column(.name, isAscending: false))
    state.type(">>>")
    #expect(state.board.order == .column(.amount, isAscending: false))
    state.type("<lt>")
    #expect(state.board.order == .column(.stage, isAscending: true))
    state.type("v")
    #expect(state.place == .board)
    #expect(state.board.selectedRow?.id == "d2")
  }

  @Test func theOtherPipelineIsOneKeyAwayAndRemembersItsPlace() {
    var state = AppState.sample()
    state.type("P")
    #expect(state.event?.text == "show another pipeline: there is only one")
    _ = reduce(&state, .pipelinesLoaded([.standard, .partners], tenant: .sample))
    state.type("lj")
    #expect(state.board.selectedRow?.id == "d6")
    let partners = BoardQuery(pipeline: "partners", today: .sampleToday)
    #expect(state.type("P") == [.loadBoard(partners)])
    #expect(state.board.pipeline == .partners)
    #expect(state.type("P").first == .loadBoard(query))
    #expect(state.board.selectedRow?.id == "d6")
  }

  @Test func aThirdPipelineIsChosenFromAList() {
    var state = AppState.sample()
    let third = Pipeline(id: "third", name: "Third", isDefault: false, stages: [])
    _ = reduce(&state, .pipelinesLoaded([.standard, .partners, third], tenant: .sample))
    state.type("P")
    guard case .chooser(let chooser)? = state.overlays.last else {
      Issue.record("no list was shown")
      return
    }
    #expect(chooser.purpose == .pipeline)
    #expect(chooser.rows.map(\.label) == ["Standard", "Partners", "Third"])
    state.overlays = []
    _ = state.choosePipeline("third")
    state.type("jjllG<pagedown>L")
    #expect(state.boardScreen(80, 21).contains("Reading deals…"))
  }

  @Test func thePaneTakesTheKeysAndGivesThemBack() {
    var state = AppState.sample()
    state.type("<enter>")
    _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
    #expect(state.place == .dealPane)
    state.type("jjjjjjjjjjjjjj")
    #expect(state.board.selectedRow?.id == "d1")
    state.type("<esc>")
    #expect(state.place == .board)
    state.type("<tab>")
    #expect(state.place == .dealPane)
    state.type("<tab>")
    #expect(state.place == .board)
  }

  @Test func anInvoiceIsDraftedFromTheDeal() {
    var state = AppState.sample()
    #expect(state.type("i") == [.startDraft(deal: "d1")])
    state.type("llllll")
    #expect(state.type("i") == [])
    #expect(state.event?.text == "draft an invoice from the deal: no deal selected")
  }

  @Test func theWheelMovesTheCursorAndAClickSelects() {
    var state = AppState.sample(width: 80, height: 24)
    _ = reduce(&state, .key(.mouse(MouseEvent(.wheelDown, x: 5, y: 8))))
    #expect(state.board.selectedRow?.id == "d2")
    _ = reduce(&state, .key(.mouse(MouseEvent(.press, x: 25, y: 6))))
    #expect(state.board.selectedRow?.id == "d5")
    _ = reduce(&state, .key(.mouse(MouseEvent(.release, x: 25, y: 6))))
    #expect(state.board.pendingMoves.isEmpty)
  }

  @Test func nothingKnownIsNoTrap() {
    var state = AppState(
      size: Size(width: 80, height: 24), now: .sampleNow, today: .sampleToday, tenant: .sample)
    state.type("jkhlggGHLmtvsS<lt>>P/x<enter><esc>inuy<tab><enter><pagedown><c-u>")
    #expect(state.boardScreen(80, 21).contains("Reading stages…"))
  }

  @Test func everySizeCanBeDrawn() {
    var state = AppState.sample()
    _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
    for keys in ["", "m3", "<esc>v", "/x", "<esc><enter>"] {
      state.type(keys)
      for width in stride(from: 0, through: 140, by: 14) {
        for height in stride(from: 0, through: 40, by: 4) {
          _ = reduce(&state, .resized(Size(width: width, height: height)))
          #expect(draw(state).cells.count == width * height)
        }
      }
    }
  }

  @Test func thePaneClosesWhenItsDealIsGone() {
    var state = AppState.sample()
    state.type("<enter>")
    var page = BoardPage.sample
    page.columns["qual"] = .all([.globex, .soylent])
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(state.place == .board)
    #expect(state.event?.kind == .warning)
    #expect(state.event?.text == "the open deal is not here any more")
  }

  @Test func dealsInStagesThatThePipelineLacksAreCounted() {
    var state = AppState.sample()
    var page = BoardPage.sample
    page.summary.columns.append(
      BoardSummary.Column(stage: "Old stage", count: 2, totals: Totals(), attention: 0))
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(state.boardScreen(120, 29).contains("─ 2 in other stages: v ─"))
  }

  @Test func aDealIsOpenedWhereverItStands() {
    var state = AppState.sample()
    _ = reduce(&state, .dealOpened("d7"))
    #expect(state.board.selectedRow?.id == "d7")
    #expect(state.place == .dealPane)
    let effects = reduce(&state, .dealOpened("far"))
    let list = DealQuery(pipeline: "standard", today: .sampleToday)
    #expect(
      effects.first == .loadDeals(list, around: .record("far", lastIndex: 0), limit: 120))
  }
}

extension BoardQuery {
  fileprivate func with(words: String) -> BoardQuery {
    var query = self
    query.words = words
    return query
  }
}

extension Effect {
  fileprivate var isLoadDeals: Bool {
    if case .loadDeals = self { true } else { false }
  }
}
