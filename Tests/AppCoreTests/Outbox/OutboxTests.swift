import AppCore
import Screen
import Testing

@Suite struct OutboxTests {
  private func outbox(_ width: Int = 80, _ height: Int = 16) -> AppState {
    var state = AppState.atAcme(width, height)
    state.screen = .outbox
    _ = reduce(&state, .outboxLoaded([.movingCard, .uncertainMail, .refusedPayment]))
    return state
  }

  @Test func listsEveryWriteWithItsStateInWords() {
    let rows = draw(outbox()).text.split(separator: "\n").dropFirst().prefix(13)
    #expect(
      rows.joined(separator: "\n") == """
        ┌ Outbox ─ 3 writes ─ 1 uncertain ─────────────────────────────────────────────┐
        │ ▸ sending   move Globex rollout to Proposal                               3s │
        │▌? uncertain email INV-0031 to jane@initech.example                     1 min │
        │ ✗ refused   record £6,400.00 from Initech                                2 h │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌ Write ───────────────────────────────────────────────────────────────────────┐
        │ email INV-0031 to jane@initech.example                                       │
        │ ? uncertain                                                                  │
        │ sent, no answer; looked twice, found nothing                                 │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func anEmptyOutboxSaysSo() {
    var state = AppState.atAcme(80, 16)
    state.screen = .outbox
    #expect(state.row(2).hasPrefix("│ Nothing was asked of Zoho yet."))
  }

  @Test func opensOnWhatNeedsADecisionAndKeepsItsPlace() {
    var state = outbox()
    #expect(state.outbox.selected == "w1")
    #expect(state.press("k") == [])
    #expect(state.outbox.selected == "w2")
    _ = state.press("kk")
    #expect(state.outbox.selected == "w2")
    _ = state.press("jjjj")
    #expect(state.outbox.selected == "w3")
    _ = reduce(&state, .outboxLoaded([.refusedPayment, .movingCard]))
    #expect(state.outbox.selected == "w3")
    _ = reduce(&state, .outboxLoaded([.movingCard]))
    #expect(state.outbox.selected == "w2")
    _ = reduce(&state, .outboxLoaded([]))
    #expect(state.outbox.selected == nil)
    #expect(state.press("jS") == [])
  }

  @Test func opensOnTheNewestWriteWhereNothingNeedsADecision() {
    var state = outbox()
    _ = reduce(&state, .outboxLoaded([.refusedPayment]))
    _ = state.press("1")
    _ = reduce(&state, .outboxLoaded([.movingCard, .refusedPayment]))
    _ = state.press("6")
    #expect(state.outbox.selected == "w2")
    _ = state.press("j6")
    #expect(state.outbox.selected == "w3", "it is open already")
  }

  @Test func checkingAgainNeedsNoQuestion() {
    var state = outbox()
    #expect(state.press("c") == [.resolve("w1", .checkAgain)])
  }

  @Test func sendingAgainIsAskedWithNamesAndAWarning() {
    var state = outbox(80, 24)
    #expect(state.press("S") == [])
    let screen = draw(state).text
    #expect(screen.contains("Organization  Acme Ltd (eu)"))
    #expect(screen.contains("email INV-0031 to jane@initech.example"))
    #expect(screen.contains("may still land"))
    #expect(state.press("s") == [.resolve("w1", .sendAgain)])
    #expect(state.overlays == [])
  }

  @Test func theSafeAnswerComesFirst() {
    var state = outbox()
    #expect(state.press("S<enter>") == [])
    #expect(state.overlays == [])
    #expect(state.press("S<esc>") == [])
    #expect(state.overlays == [])
    #expect(state.press("S<right><enter>") == [.resolve("w1", .sendAgain)])
    #expect(state.press("Dh") == [.resolve("w1", .itDidHappen)])
    #expect(state.press("Xg") == [.resolve("w1", .giveUp)])
  }

  @Test func whatIsNotUncertainSaysWhyThereIsNothingToDecide() {
    var state = outbox()
    #expect(state.press("kS") == [])
    #expect(state.overlays == [])
    #expect(state.event?.text.string == "send it again: it is still on its way")
    #expect(state.press("x") == [])
    #expect(state.press("jjx") == [.resolve("w3", .giveUp)])
    #expect(state.press("c") == [])
    #expect(
      state.event?.text.string
        == "look at Zoho again, whether it happened: Zoho said no: nothing was changed")
  }

  @Test func aReadOnlyProfileSendsNothingAgain() {
    var state = outbox()
    state.tenant.isReadOnly = true
    #expect(state.press("S") == [])
    #expect(state.event?.text.string == "send it again: this profile is read-only")
  }

  @Test func theMouseChoosesAWrite() {
    var state = outbox()
    #expect(reduce(&state, .key(.mouse(MouseEvent(.press, x: 20, y: 4)))) == [])
    #expect(state.outbox.selected == "w3")
    _ = reduce(&state, .key(.mouse(MouseEvent(.press, x: 20, y: 5))))
    _ = reduce(&state, .key(.mouse(MouseEvent(.press, x: 20, y: 12))))
    #expect(state.outbox.selected == "w3")
    _ = reduce(&state, .key(.mouse(MouseEvent(.wheelUp, x: 20, y: 9))))
    #expect(state.outbox.selected == "w2")
    #expect(reduce(&state, .key(.paste("S"))) == [])
    #expect(state.overlays == [])
  }

  @Test func leavingWithAnUncertainWriteIsAskedFirst() {
    var state = outbox()
    _ = state.press("q")
    #expect(!state.isFinished)
    #expect(draw(state).text.contains("Leave with 1 uncertain?"))
    #expect(draw(state).text.contains("? email INV-0031 to jane@initech.example"))
    _ = state.press("<enter>")
    #expect(!state.isFinished && state.overlays == [])
    _ = state.press("ql")
    #expect(state.isFinished)
  }
}
