import AppCore
import Sales
import Screen
import Testing

@Suite struct OverlayTests {
  private func outbox() -> AppState {
    var state = AppState.atAcme(80, 24)
    state.screen = .outbox
    _ = reduce(&state, .outboxLoaded([.uncertainMail]))
    return state
  }

  @Test func theHelpIsFilteredAndRun() {
    var state = outbox()
    _ = state.press("?log")
    #expect(state.row(1).contains("┌ Help: the outbox ─"))
    #expect(state.row(2).contains("/ log"))
    #expect(state.row(3).contains("!               show what happened"))
    _ = state.press("<enter>")
    #expect(state.overlays == [.log(ScrollPosition())])
  }

  @Test func theHelpSaysWhyACommandIsOffAndStays() {
    var state = outbox()
    _ = state.press("?refusal")
    #expect(draw(state).text.contains("off: only what was refused is dismissed"))
    #expect(state.press("<enter>") == [])
    #expect(state.place == .help)
    #expect(state.event?.kind == .warning)
    _ = state.press("<esc>")
    #expect(state.overlays == [])
  }

  @Test func thePaletteFindsCommandsByLettersOfTheirNames() {
    var state = outbox()
    _ = state.press(":draw scr ag")
    #expect(state.row(4).contains("Ctrl-L          draw the screen again"))
    #expect(state.press("<enter>") == [.repaint])
    #expect(state.overlays == [])
    _ = state.press(":show the out")
    #expect(state.press("<enter>") == [.loadOutbox])
  }

  @Test func theCursorOfAMenuStopsAtItsEndsAndStartsAnewWithTheFilter() {
    var state = outbox()
    _ = state.press(":<up>")
    #expect(draw(state)[4, 4].style == .selection)
    _ = state.press("<down><down>")
    #expect(draw(state)[4, 6].style == .selection)
    _ = state.press("o")
    #expect(draw(state)[4, 4].style == .selection)
    _ = state.press("zzz<enter>")
    #expect(draw(state).text.contains("Nothing has these letters."))
    #expect(state.place == .palette)
  }

  @Test func aQuestionIgnoresPastesUnknownKeysAndTheKeyThatOpenedIt() {
    var state = outbox()
    state.overlays = [
      .confirmation(
        Confirmation(
          title: "Void?", lines: ["INV-0031"],
          answers: [
            .init(key: "k", label: "keep it", effects: []),
            .init(key: "v", label: "void it", effects: [.refresh]),
          ]))
    ]
    state.openingKey = .character("v")
    for key: Key in [.paste("v"), .paste("v\n"), .character("x"), .character("v"), .ctrl("v")] {
      #expect(reduce(&state, .key(key)) == [])
    }
    #expect(state.place == .confirmation)
    #expect(state.press("<down><enter>") == [.refresh])
    #expect(state.overlays == [])
  }

  @Test func theKeyThatOpensAQuestionIsRemembered() {
    var state = outbox()
    _ = state.press("S")
    #expect(state.openingKey == .character("S"))
    _ = state.press("k")
    #expect(state.openingKey == nil)
  }

  @Test func anAnswerCanChangeTheScreenAtOnce() {
    var state = outbox()
    let event = Event(time: state.now, kind: .note, text: "noted")
    state.overlays = [
      .confirmation(
        Confirmation(
          title: "Note it?", lines: [],
          answers: [.init(key: "n", label: "note it", effects: [.refresh], action: .told(event))]))
    ]
    #expect(state.press("n") == [.refresh])
    #expect(state.event?.text.string == "noted")
  }

  @Test func aChooserIsFilteredAndSaysWhatCannotBeChosen() {
    var state = AppState.atAcme(80, 24)
    state.overlays = [
      .chooser(
        Chooser(
          title: "Stage", purpose: .stage,
          rows: [
            .init(id: "q", label: "Qualification", detail: "10%"),
            .init(id: "p", label: "Proposal", detail: "60%"),
            .init(id: "w", label: "Closed won", unavailable: "the blueprint forbids it"),
          ]))
    ]
    _ = state.press("<down>")
    #expect(draw(state).text.contains("▌Proposal"))
    #expect(draw(state).text.contains("off: the blueprint forbids it"))
    _ = state.press("won<enter>")
    #expect(state.place == .chooser)
    #expect(state.event?.text.string == "Closed won: the blueprint forbids it")
    _ = state.press("<esc>")
    #expect(state.overlays == [])
  }

  @Test func aPromptTakesTextAndAPasteNeverAcceptsIt() {
    var state = AppState.atAcme(80, 24)
    state.overlays = [.prompt(Prompt(title: "Note", purpose: .note("d1")))]
    _ = state.press("call ")
    #expect(reduce(&state, .key(.paste("Jane\nnow"))) == [])
    #expect(state.place == .prompt)
    #expect(draw(state).text.contains("│ call Jane now"))
    #expect(draw(state).cursor?.x == 19)
    #expect(state.press("<enter>") == [.enqueue(.addNote("d1", text: "call Jane now"))])
    #expect(state.overlays == [])
  }

  @Test func anEmptyPromptIsNotSaved() {
    var state = AppState.atAcme(80, 24)
    state.overlays = [.prompt(Prompt(title: "Note", purpose: .note("d1")))]
    #expect(state.press("<space><enter>") == [])
    #expect(state.place == .prompt)
    #expect(state.event?.text.string == "Note: nothing was typed; Esc leaves it")
  }

  @Test func theLogTellsWhenAndHowThingsWent() {
    var state = outbox()
    state.secondsAheadOfUTC = 3600
    state.tell("first")
    state.tell("second went wrong", kind: .failure)
    _ = state.press("!")
    #expect(state.row(1).hasPrefix("┌ Log: 2 events, newest first ─"))
    #expect(state.row(2).hasPrefix("│ 12:06:40  ✗ second went wrong"))
    #expect(state.row(3).hasPrefix("│ 12:06:40  ✓ first"))
    _ = state.press("jjjj")
    #expect(state.row(2).hasPrefix("│ 12:06:40  ✓ first"))
    _ = state.press("g")
    #expect(state.row(2).hasPrefix("│ 12:06:40  ✗ second"))
    _ = state.press("q")
    #expect(state.overlays == [])
  }

  @Test func theWheelMovesInAListAndAClickDoesNothing() {
    var state = outbox()
    _ = state.press("?")
    _ = reduce(&state, .key(.mouse(MouseEvent(.wheelDown, x: 5, y: 5))))
    #expect(draw(state)[4, 8].style == .selection)
    #expect(reduce(&state, .key(.mouse(MouseEvent(.press, x: 5, y: 5)))) == [])
    #expect(state.place == .help)
  }
}
