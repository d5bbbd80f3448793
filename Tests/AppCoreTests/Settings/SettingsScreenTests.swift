import Screen
import Testing

@testable import AppCore

/// The settings on the screen.
@Suite struct SettingsScreenTests {
  private func open(_ keys: String = "") -> AppState {
    var state = AppState.sample(width: 100, height: 40)
    state.looks.themes = [
      ThemeInBrief(name: "dark", background: .dark, isOwn: false),
      ThemeInBrief(name: "mine", background: .light, isOwn: true),
    ]
    state.type("," + keys)
    return state
  }

  @Test func aThemeIsSeenBeforeItIsChosen() {
    var state = open("<down><down>")
    #expect(state.themeName == "mine")
    #expect(draw(state).text.contains("○ mine"))
    state.type("<esc>")
    #expect(state.overlays.isEmpty)
    #expect(state.themeName == "dark")
    state.type(",mine<enter>")
    #expect(state.preferences.theme == "mine")
  }

  @Test func aChosenThemeIsKeptInTheFile() {
    var state = open("<down><down>")
    let change = SettingChange(key: "theme", value: "\"mine\"")
    #expect(state.type("<enter>") == [.settings(.keep([change]))])
    state.type("<esc>")
    #expect(state.themeName == "mine")
  }

  @Test func theAutomaticThemeGoesByWhatTheTerminalTells() {
    var state = open("<esc>")
    #expect(state.themeName == "dark")
    state.preferences.background = .light
    #expect(state.themeName == "light")
    _ = reduce(&state, .settings(.backgroundTold(.dark)))
    #expect(state.themeName == "dark")
    _ = reduce(&state, .settings(.backgroundTold(.light)))
    #expect(state.themeName == "light")
    state.preferences.theme = "mine"
    #expect(state.themeName == "mine")
  }

  @Test func aSwitchIsTurnedAndKept() {
    var state = open("mouse: click")
    let change = SettingChange(key: "mouse", value: "false")
    #expect(state.type("<enter>") == [.settings(.keep([change]))])
    #expect(!state.preferences.usesMouse)
    state = open("clipboard")
    _ = state.type("<enter>")
    #expect(state.preferences.clipboard == .terminal)
  }

  @Test func aCommandGetsTheKeyThatIsPressed() {
    var state = open("deal.open")
    state.type("<enter>")
    #expect(state.place == .keyCapture)
    state.type("L")
    let text = draw(state).text
    #expect(text.contains("New keys of deal.open: L"))
    #expect(text.contains("! L in board, dealList: deal.open has it now, and deal.move-right"))
    let change = SettingChange(table: "keys", key: "deal.open", value: "\"L\"")
    #expect(state.type("<enter>") == [.settings(.keep([change]))])
    #expect(state.keymap.chords["deal.open"] == ["L"])
    #expect(
      state.type("<c-r>") == [
        .settings(.keep([SettingChange(table: "keys", key: "deal.open", value: nil)]))
      ])
    #expect(state.keymap.chords["deal.open"] == nil)
    #expect(
      state.type("<c-x>") == [
        .settings(.keep([SettingChange(table: "keys", key: "deal.open", value: "\"\"")]))
      ])
    #expect(state.keymap.chords["deal.open"] == [])
  }

  @Test func aChordIsPressedKeyByKeyAndEscLeavesAllAsItWas() {
    var state = open("deal.open")
    state.type("<enter>gx<backspace>o")
    #expect(draw(state).text.contains("New keys of deal.open: go"))
    state.type("<esc>")
    #expect(state.place == .settings)
    #expect(state.keymap.chords.isEmpty)
    state.type("<enter><down>")
    #expect(draw(state).text.contains("↓ always keeps its meaning"))
    #expect(state.type("<enter>") == [])
    #expect(state.place == .keyCapture)
  }

  @Test func filesReadAgainTellWhatChanged() {
    var state = AppState.sample()
    var new = state.preferences
    new.theme = "light"
    new.usesMouse = false
    new.keymap.chords["quit"] = ["Q"]
    _ = reduce(
      &state, .settings(.loaded(new, themes: [], problems: ["config.toml:3: no such thing"])))
    #expect(state.keymap.chords["quit"] == ["Q"])
    #expect(
      state.log.map(\.text.string) == [
        "config.toml:3: no such thing",
        "The settings were read again: theme is light, mouse is false, keys of quit",
      ])
    _ = reduce(&state, .settings(.loaded(new, themes: [], problems: [])))
    #expect(state.log.count == 2)
    #expect(state.looks.revision == 2)
  }

  @Test func comingBackToTheWindowFetchesWhatMayBeOld() {
    var state = AppState.sample()
    state.sync.lastSynced = .daysAgo(1)
    #expect(reduce(&state, .settings(.focused(false))) == [])
    #expect(reduce(&state, .settings(.focused(true))) == [.refresh])
    #expect(reduce(&state, .settings(.focused(true))) == [])
    state.sync.lastSynced = state.now
    _ = reduce(&state, .settings(.focused(false)))
    #expect(reduce(&state, .settings(.focused(true))) == [])
  }

  @Test func theMouseIsGivenAwayByAKey() {
    var state = AppState.sample()
    state.type("<f8>")
    #expect(!state.preferences.usesMouse)
    state.type("<f8>")
    #expect(state.preferences.usesMouse)
  }

  @Test func theWindowsTitleTellsWhatIsOpen() {
    var state = AppState.sample()
    #expect(state.windowTitle.string == "Pipeline · Acme Ltd (eu) · Fairlead")
    state.type("<enter>")
    #expect(
      state.windowTitle.string
        == "Initech licences and a rollout over two years · Pipeline · Acme Ltd (eu) · Fairlead")
    state.tenant.isReadOnly = true
    state.type("<esc>3")
    #expect(state.windowTitle.string == "Invoices · Acme Ltd (eu, read-only) · Fairlead")
  }

  @Test(arguments: [(60, 16), (80, 24), (200, 60)])
  func everySizeHasTheRowUnderTheCursor(_ width: Int, _ height: Int) {
    var state = open()
    state.size = Size(width: width, height: height)
    for _ in 0..<30 {
      state.type("<down>")
      #expect(draw(state).text.contains("▌"))
    }
  }
}
