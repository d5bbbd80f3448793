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
        == " Fairlead  1 Pipeline  2 Contacts  3 Invoices  4 Agenda  5 Reports  6 Outbox "
        + "     Acme Ltd (eu)  ● 12s ago  Books 37/90")
    let canvas = draw(state)
    #expect(canvas[12, 0].style == .tab)
    #expect(canvas[25, 0].style == .normal)
    #expect(canvas[90, 0].style == .organization)
  }

  @Test func dropsTheLeastImportantPiecesWhenNarrow() {
    #expect(
      AppState.atAcme(80, 24).row(0)
        == " 1 Pipeline  2  3  4  5  6                Acme Ltd (eu)  ● 12s ago  Books 37/90")
    #expect(
      AppState.atAcme(60, 16).row(0)
        == " 1 Pipeline  2  3  4  5  6         Acme Ltd (eu)  ● 12s ago")
  }

  @Test(arguments: [120, 80, 60], ScreenName.allCases)
  func alwaysSaysWhereWeAreHowOldItIsAndWhatIsUncertain(_ width: Int, _ screen: ScreenName) {
    var state = AppState.atAcme(width, 24)
    state.screen = screen
    state.tenant = Tenant(
      organization: "Fairlead Trading Ltd", dataCenter: "local", isDemo: true, isReadOnly: true)
    state.outbox.rows = [.uncertainMail, .movingCard]
    state.sync.failure = .offline("no route")
    let row = state.row(0)
    for words in ["\(screen.rawValue) \(screen.title)", "Fair", "demo", "read-only", "? 1", "▸ 1"] {
      #expect(row.contains(words), "\(words) in \(row)")
    }
    #expect(row.contains("12s old"))
    let names = ScreenName.allCases.filter { row.contains($0.title.string) }.count
    #expect(
      names == 1 || names == ScreenName.allCases.count,
      "all tabs are named, or only the one shown: \(row)")
  }

  @Test func aLongDemoNameLeavesRoomForAgeAndQuotaAt80() {
    var state = AppState.atAcme(80, 24)
    state.tenant = Tenant(organization: "Fairlead Trading Ltd", dataCenter: "local", isDemo: true)
    #expect(
      state.row(0)
        == " 1 Pipeline  2  3  4  5  6  Fairlead Tra… (local, demo)  ● 12s ago  Books 37/90")
    state.size.width = 60
    #expect(
      state.row(0) == " 1 Pipeline  2  3  4  5  6  Fairlead Trading… (demo)  ● 12s")
  }

  @Test func shortensTheOtherTabsBeforeDroppingThem() {
    var state = AppState.atAcme(60, 16)
    state.screen = .outbox
    state.outbox.rows = [.uncertainMail]
    #expect(state.row(0) == " 1  2  3  4  5  6 Outbox          ? 1  Acme Ltd (eu)  ● 12s")
  }

  @Test func keepsTheUncertainBadgeAndTheOrganizationToTheLast() {
    var state = AppState.atAcme(60, 16)
    state.tenant.organization = "A company with a rather long name"
    state.outbox.rows = [.uncertainMail, .movingCard]
    #expect(
      state.row(0) == " 1 Pipeline  ? 1  ▸ 1  A company with a rather… (eu)  ● 12s")
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
    #expect(reduce(&state, .key(.mouse(MouseEvent(.press, x: 70, y: 0)))) == [.loadOutbox])
    #expect(state.screen == .outbox)
    for x in [0, 79, 90, 119] {
      #expect(reduce(&state, .key(.mouse(MouseEvent(.press, x: x, y: 0)))) == [])
    }
    #expect(state.screen == .outbox)
  }
}
