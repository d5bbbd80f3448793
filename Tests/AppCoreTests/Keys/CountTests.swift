import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// Counts, chords and what is shown while the rest of them is awaited.
@Suite struct CountTests {
  @Test func aCountRepeatsAMove() {
    var state = AppState.sample()
    state.type("03j")
    #expect(state.board.selectedRow?.id == "d4")
    state.type("02k")
    #expect(state.board.selectedRow?.id == "d2")
    #expect(state.pendingKeys.isEmpty)
  }

  @Test func aCountOfManyStopsAtTheEnd() {
    var state = AppState.sample()
    state.type("09999j")
    #expect(state.board.selectedRow?.id == "d4")
    #expect(state.pendingKeys == PendingKeys())
  }

  @Test func aDigitThatMeansNothingBeginsACountItself() {
    var state = AppState.sample()
    state.type("7")
    #expect(state.pendingKeys.count == 7)
    #expect(state.type("3") == [])
    #expect(state.pendingKeys.count == 73)
    state.type("<esc>")
    #expect(state.pendingKeys.isEmpty)
    #expect(state.screen == .pipeline)
  }

  @Test func digitsGoToScreensUnlessTheUserCountsWithThem() {
    var state = AppState.sample()
    state.type("3")
    #expect(state.screen == .invoices)
    state = .sample()
    state.keymap.digits = .counts
    state.type("3j")
    #expect(state.screen == .pipeline)
    #expect(state.board.selectedRow?.id == "d4")
    state.type("<f3>")
    #expect(state.screen == .invoices)
  }

  @Test func aCountMovesADealSoManyStagesInOneWrite() {
    var state = AppState.sample()
    let effects = state.type("02L")
    let moves = effects.filter { if case .enqueue = $0 { true } else { false } }
    #expect(moves.count == 1)
    #expect(draw(state).text.contains("Proposal"))
    #expect(state.board.pendingMoves["d1"] != nil)
    guard case .enqueue(.moveStage(base: _, to: let stage, undoes: _, terms: _))? = moves.first
    else {
      Issue.record("no move: \(effects)")
      return
    }
    #expect(stage == "prop")
  }

  @Test func whatWritesAndTakesNoCountIsNotDone() {
    var state = AppState.sample()
    #expect(state.type("03n") == [])
    #expect(state.overlays.isEmpty)
    #expect(
      state.event?.text.string
        == "write a note on the deal: it takes no count, and was not done")
  }

  @Test func whatMayFollowIsListedAfterHesitating() throws {
    var state = AppState.sample()
    #expect(state.nextTick == nil)
    state.type("<c-w>")
    let due = try #require(state.nextTick)
    #expect(abs(due.timeIntervalSince(.sampleNow) - 0.3) < 0.001)
    #expect(!draw(state).text.contains("┌ Ctrl-W… "))
    _ = reduce(&state, .ticked(.sampleNow.addingTimeInterval(0.1), today: .sampleToday))
    #expect(!state.pendingKeys.isListed)
    _ = reduce(&state, .ticked(due, today: .sampleToday))
    let text = draw(state).text
    #expect(text.contains("┌ Ctrl-W… "))
    #expect(text.contains("1    go to pane 1 of the screen: deals"))
    #expect(text.contains("2    go to pane 2 of the screen: deal"))
    #expect(text.contains("3    go to pane 3 of the screen  (off: this screen has 2 panes)"))
    #expect(state.nextTick == nil)
    state.type("2")
    #expect(state.place == .dealPane)
    state.type("<c-w>1")
    #expect(state.place == .board)
    #expect(!draw(state).text.contains("Ctrl-W…"))
  }

  @Test func escForgetsAChordAndDoesNothingElse() {
    var state = AppState.sample()
    state.type("/cro<enter>g<esc>")
    #expect(state.pendingKeys.isEmpty)
    #expect(state.board.words == "cro")
  }

  @Test func aKeyThatCannotFollowIsToldAndDoesNothing() {
    var state = AppState.sample()
    state.type("gL")
    #expect(state.event?.text.string == "gL means nothing here")
    #expect(state.board.pendingMoves.isEmpty)
    #expect(state.log.isEmpty)
  }
}

/// Keys on keyboards of other scripts.
@Suite struct KeyPositionTests {
  @Test(arguments: [("о", "d2"), ("ξ", "d2"), ("ח", "d2")])
  func aLetterOfAnotherScriptIsTheKeyAtItsPosition(letter: String, deal: Deal.ID) {
    var state = AppState.sample()
    state.type(letter)
    #expect(state.board.selectedRow?.id == deal)
  }

  @Test func capitalsAndChordsAreFoundToo() {
    var state = AppState.sample()
    state.type("G")
    state.type("пп")
    #expect(state.board.selectedRow?.id == "d1")
    state.type("Д")
    #expect(state.board.pendingMoves["d1"] != nil)
  }

  @Test func ukrainianLettersHaveTheirOwnKeys() {
    #expect(Key.character("і").latinTwin == .character("s"))
    #expect(Key.character("ї").latinTwin == .character("]"))
    #expect(Key.character("Ж").latinTwin == .character(":"))
    #expect(Key.character("é").latinTwin == nil)
    #expect(Key.character("j").latinTwin == nil)
  }

  @Test func whatIsTypedStaysAsItIs() {
    var state = AppState.sample()
    state.type("/ош")
    #expect(draw(state).text.contains("ош"))
    #expect(state.board.selectedRow == nil || state.place == .filter)
  }

  @Test func aLetterTheUserHasBoundIsThatLetter() {
    var state = AppState.sample()
    state.keymap.chords["help"] = ["о"]
    state.type("о")
    #expect(state.place == .help)
  }

  @Test func itCanBeTurnedOff() {
    var state = AppState.sample()
    state.keymap.goesByPosition = false
    state.type("о")
    #expect(state.board.selectedRow?.id == "d1")
  }
}
