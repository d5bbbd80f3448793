import FoundationEssentials
import Sales
import Testing

@testable import AppCore

/// Marking deals: one, a range, all or none, with the sums of what is marked.
@Suite struct PipelineMarksTests {
  private let pounds = Currency("GBP")

  @Test func spaceMarksAndGoesDown() {
    var state = AppState.sample()
    state.type("<space><space>")
    #expect(state.board.marks.ids == ["d1", "d2"])
    #expect(state.board.selectedRow?.id == "d3")
    #expect(state.board.marks.words == "2 marked £70,500")
    #expect(state.boardScreen(120, 29).contains("2 marked £70,500"))
    state.type("k<space>")
    #expect(state.board.marks.ids == ["d1"])
  }

  @Test func unlikeCurrenciesAreNotAdded() {
    var state = AppState.sample()
    state.type("<space>G<space>")
    #expect(state.board.marks.words == "2 marked £22,500 · ¥1,500,000")
  }

  @Test func aRangeGoesFromTheLastMarkToTheCursor() {
    var state = AppState.sample()
    state.type("<space>j<c-v>")
    #expect(state.board.marks.ids == ["d1", "d2", "d3"])
  }

  @Test func aRangeBeyondTheRowsAtHandIsAskedFor() {
    var state = AppState.sample()
    state.type("<space>")
    let effects = state.type("l<c-v>")
    let query = DealQuery(pipeline: "standard", stage: "needs", today: .sampleToday)
    #expect(effects == [.pipeline(.findRows(query, .between("d1", "d5"), limit: 1_000))])
  }

  @Test func allOfTheFilterAreAskedForAndAgainIsNone() {
    var state = AppState.sample()
    let query = DealQuery(pipeline: "standard", stage: "qual", today: .sampleToday)
    #expect(state.type("*") == [.pipeline(.findRows(query, .all, limit: 1_000))])
    let rows = (0..<1_000).map {
      Markable<Deal>(Deal.ID("x\($0)"), amount: Money(2, Currency("GBP")))
    }
    let found = MarkedRows(rows: rows, count: 1_500)
    _ = reduce(&state, .pipeline(.found(query, .all, .success(found))))
    #expect(state.board.marks.count == 1_000)
    #expect(state.event?.text == "1,000 marked £2,000; 500 more are not: 1,000 is the most")
    state.type("<space>")
    #expect(!state.board.marks.contains("d1"), "there is no room for more")
    state.type("*")
    #expect(state.board.marks.isEmpty == false)
    _ = reduce(&state, .pipeline(.found(query, .all, .success(found))))
    state.type("*")
    #expect(state.board.marks.isEmpty)
  }

  @Test func escTakesTheMarksAwayBeforeTheFilter() {
    var state = AppState.sample()
    state.type("/initech<enter><space><esc>")
    #expect(state.board.marks.isEmpty)
    #expect(state.board.words == "initech")
    state.type("<esc>")
    #expect(state.board.words == "")
  }

  @Test func amountsFollowTheRecordsAndMarksOutliveARefresh() {
    var state = AppState.sample()
    state.type("<space>")
    var dearer = DealRow.initech
    dearer.deal.amount = Money(30_000, pounds)
    let page = BoardPage(stages: ["qual": [.globex, dearer]])
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(state.board.marks.words == "1 marked £30,000")
  }

  @Test func theListMarksToo() {
    var state = AppState.sample()
    let query = DealQuery(pipeline: "standard", today: .sampleToday)
    state.type("v")
    _ = reduce(
      &state, .dealsLoaded(query, .success(.all([.initech, .globex, .umbrella]))))
    state.type("gg<space>")
    let screen = state.boardScreen(120, 29)
    #expect(screen.contains("1 marked £22,500"))
    #expect(screen.contains("●"))
  }
}
