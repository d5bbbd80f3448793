import AppCore
import Screen
import Testing

@Suite struct FrameTests {
  @Test func aSmallTerminalGetsASentenceAndRecovers() {
    var state = AppState.atAcme(40, 5)
    #expect(
      draw(state).text == "\n"
        + " Fairlead needs 60 x 16; this terminal\n" + "              has 40 x 5.\n\n")
    _ = reduce(&state, .resized(Size(width: 80, height: 24)))
    #expect(state.row(0).contains("Pipeline"))
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (59, 16), (60, 15), (60, 16), (500, 200)])
  func drawsAtEverySize(_ width: Int, _ height: Int) {
    var state = AppState.atAcme(width, height)
    state.tell("something happened")
    for screen in ScreenName.allCases {
      state.screen = screen
      for keys in ["", "?", "<esc>:", "<esc>!"] {
        _ = state.press(keys)
        #expect(draw(state).size == Size(width: width, height: height))
      }
      _ = state.press("<esc>")
    }
  }

  @Test func theLastEventHasAMarkAndTheWayToTheRest() {
    var state = AppState.atAcme(80, 24)
    state.screen = .outbox
    state.tell("moved Globex rollout to Proposal · saved")
    #expect(
      state.row(22)
        == " ✓ moved Globex rollout to Proposal · saved                              ! log")
    state.tell("Zoho refused: no", kind: .failure)
    #expect(state.row(22).hasPrefix(" ✗ Zoho refused: no"))
    #expect(draw(state)[1, 22].style == .bad)
  }

  @Test func theFooterListsWhatWorksNowAndNeverWraps() {
    var state = AppState.atAcme(120, 24)
    state.screen = .outbox
    #expect(state.row(23) == " : command  q quit  ? help")
    _ = reduce(&state, .outboxLoaded([.uncertainMail]))
    #expect(
      state.row(23)
        == " c check again  D it did happen  S send again  X give up  : command  q quit  ? help")
    state.size.width = 60
    #expect(state.row(23) == " c check again  D it did happen  S send again  ? help")
  }

  @Test func theFooterShowsTheUsersOwnKeys() {
    var state = AppState.atAcme(120, 24)
    state.screen = .outbox
    state.keymap.chords["quit"] = ["ZZ", "<c-q>"]
    #expect(state.row(23) == " : command  ZZ quit  ? help")
    #expect(state.press("Z") == [])
    #expect(state.row(23) == " Z…  Z quit")
    _ = state.press("Z")
    #expect(state.isFinished)
  }

  @Test(arguments: [ScreenName.pipeline, .invoices])
  func aFilterBeingTypedSaysHowToKeepAndHowToClearIt(_ screen: ScreenName) {
    var state = AppState.sample(width: 80, height: 24)
    state.screen = screen
    _ = state.press("/cro")
    #expect(state.row(23) == " Enter keep  Esc clear")
    _ = state.press("<enter>")
    #expect(state.place != .filter)
    #expect(draw(state).text.contains("cro"))
    _ = state.press("/wn<esc>")
    #expect(state.place != .filter)
    #expect(!draw(state).text.contains("crown"))
  }

  @Test func aQuestionSaysInPlainWordsHowToAnswerIt() {
    var state = AppState.atAcme(80, 24)
    state.screen = .outbox
    _ = reduce(&state, .outboxLoaded([.uncertainMail]))
    _ = state.press("S")
    #expect(state.row(23).contains("Enter choose  Esc cancel"))
  }
}
