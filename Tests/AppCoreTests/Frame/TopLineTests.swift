import AppCore
import FoundationEssentials
import Sales
import Screen
import Testing

@Suite struct TopLineTests {
  @Test func saysWhereWeAreWhoseThisIsAndHowOld() {
    let state = AppState.atAcme(120, 32)
    #expect(
      state.row(0)
        == " Fairlead  1 Pipeline  3 Invoices  6 Outbox "
        + "                                      Acme Ltd (eu)  ● 12s ago  Books 37/90")
    let canvas = draw(state)
    #expect(canvas[12, 0].style == .tab)
    #expect(canvas[25, 0].style == .normal)
    #expect(canvas[90, 0].style == .organization)
  }

  @Test func dropsTheLeastImportantPiecesWhenNarrow() {
    #expect(
      AppState.atAcme(80, 24).row(0)
        == " 1 Pipeline  3 Invoices  6 Outbox         Acme Ltd (eu)  ● 12s ago  Books 37/90")
    #expect(
      AppState.atAcme(60, 16).row(0)
        == " 1 Pipeline  3 Invoices  6 Outbox  Acme Ltd (eu)  ● 12s ago")
  }

  @Test func shortensTheOtherTabsBeforeDroppingThem() {
    var state = AppState.atAcme(60, 16)
    state.screen = .outbox
    state.outbox.rows = [.uncertainMail]
    #expect(state.row(0) == " 1  3  6 Outbox     ? 1 uncertain  Acme Ltd (eu)  ● 12s ago")
  }

  @Test func keepsTheUncertainBadgeAndTheOrganizationToTheLast() {
    var state = AppState.atAcme(60, 16)
    state.tenant.organization = "A company with a rather long name"
    state.outbox.rows = [.uncertainMail, .movingCard]
    #expect(
      state.row(0) == " 1 Pipeline    ? 1 uncertain  A company with a rather… (eu)")
  }

  @Test func aDemoIsCalledOneInWords() {
    var state = AppState.atAcme(120, 32)
    state.tenant = Tenant(
      organization: "Acme", dataCenter: "local", isDemo: true, isReadOnly: true)
    #expect(state.row(0).contains(" Acme (local, demo, read-only) "))
  }

  @Test func progressAndFailureLookDifferentFromFreshness() {
    var state = AppState.atAcme(120, 32)
    state.sync.progress = "deals 4,200"
    #expect(state.row(0).contains("○ syncing deals 4,200"))
    state.sync.progress = nil
    state.sync.failure = .offline("no route")
    #expect(state.row(0).contains("✗ failed, 12s old"))
    state.sync = SyncStatus()
    #expect(state.row(0).contains("○ not synced yet"))
  }

  @Test func cannotBeDrivenByAnOrganizationsName() {
    var state = AppState.atAcme(120, 32)
    state.tenant.organization = "Ac\u{1b}]0;x\u{7}me"
    #expect(state.row(0).contains("Ac^[]0;x^Gme (eu)"))
  }

  @Test func aClickOnATabGoesToItsScreen() {
    var state = AppState.atAcme(120, 32)
    #expect(reduce(&state, .key(.mouse(MouseEvent(.press, x: 37, y: 0)))) == [.loadOutbox])
    #expect(state.screen == .outbox)
    for x in [0, 60, 90, 119] {
      #expect(reduce(&state, .key(.mouse(MouseEvent(.press, x: x, y: 0)))) == [])
    }
    #expect(state.screen == .outbox)
  }
}
