import Foundation
import Testing

/// Settings that change while the program runs, and the user's own commands, in a real terminal.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct LiveSettingsTests {
  private let file = ".config/fairlead/config.toml"

  @Test func aSavedFileCountsAtOnceAndTellsWhatChanged() async throws {
    let home = try Home()
    try home.write("theme = \"dark\"\n", to: file)
    let sitting = try await board(home)
    try home.write("theme = \"light\"\n[keys]\nhelp = \"<f9>\"\n", to: file)
    try await sitting.waitFor("The settings were read again: theme is light, keys of help")
    sitting.answer("\u{1b}[20~")
    try await sitting.waitFor("┌ Help: the board")
    sitting.press("<esc>")
    try home.write("theme = \"light\"\nmouse = 3\n", to: file)
    try await sitting.waitFor("config.toml:2: mouse must be true or")
  }

  @Test func aThemeOfTheUsersOwnIsSeenWhenItIsSaved() async throws {
    let home = try Home()
    let theme = ".config/fairlead/themes/mine.toml"
    try home.write("normal = \"120\"\n", to: theme)
    try home.write("theme = \"mine\"\n", to: file)
    let sitting = try await board(home)
    let before = sitting.styles
    try home.write("normal = \"130\"\n", to: theme)
    try await sitting.waitFor("the theme as it is now") { _ in sitting.styles != before }
  }

  @Test func aThemeIsChosenOnTheScreenAndKept() async throws {
    let home = try Home()
    try home.write("# mine\nmouse = true # yes\n", to: file)
    let sitting = try await board(home)
    let before = sitting.styles
    sitting.press(",theme ink")
    try await sitting.waitFor("the theme's own colours") { screen in
      screen.shows("○ ink") && sitting.styles != before
    }
    sitting.press("<enter>")
    try await sitting.waitFor("● ink")
    try await eventually("the file") {
      let text = try String(contentsOfFile: home.path(file), encoding: .utf8)
      return text == "theme = \"ink\"\n# mine\nmouse = true # yes\n" ? text : nil
    }
    sitting.press("<esc>")
    try await sitting.waitFor("the board") { !$0.shows("┌ Settings") }
  }

  @Test func aKeyIsBoundByPressingIt() async throws {
    let home = try Home()
    let sitting = try await board(home)
    sitting.press(",deal.open")
    try await sitting.waitFor("open the deal  deal.open")
    sitting.press("<enter>")
    try await sitting.waitFor("New keys of deal.open: press them")
    sitting.press("L")
    try await sitting.waitFor("deal.move-right")
    sitting.press("<enter>")
    try await sitting.waitFor("L  (yours)")
    try await eventually("the file") {
      let text = try? String(contentsOfFile: home.path(file), encoding: .utf8)
      return text == "[keys]\n\"deal.open\" = \"L\"\n" ? text : nil
    }
  }

  @Test func aCommandOfTheUsersOwnGetsTheRecordAndShowsWhatItWrites() async throws {
    let home = try Home()
    try home.write(
      """
      [[command]]
      name = "Show it"
      key = "<c-x>"
      scope = "deal"
      run = ["sh", "-c", "cat; echo; echo $FAIRLEAD_KIND $FAIRLEAD_DATA_CENTER; echo no >&2"]
      output = "pane"

      [[command]]
      name = "Fail"
      key = "<c-y>"
      run = ["false"]

      [[command]]
      name = "Missing"
      key = "<c-g>"
      run = ["/nowhere/program"]

      [[command]]
      name = "Talk"
      key = "<c-o>"
      output = "terminal"
      run = ["sh", "-c", "echo the terminal is mine; read line"]
      """, to: file)
    let sitting = try await board(home)
    sitting.press("/birch<enter>")
    try await sitting.waitFor("Deal: Birch Ceramics déploiement")
    sitting.press("<c-x>")
    try await sitting.waitFor("what it wrote") {
      $0.shows("┌ Show it: ") && $0.shows("\"Deal_Name\":\"Birch Ceramics déploiement\"")
        && $0.shows("deal local") && $0.shows("no")
    }
    sitting.press("q<c-y>")
    try await sitting.waitFor("✗ Fail ended with 1")
    sitting.press("<c-g>")
    try await sitting.waitFor("✗ Missing: /nowhere/program could not be started")
    sitting.press("<c-o>")
    try await sitting.waitFor("the terminal is mine")
    sitting.press("<enter>")
    try await sitting.waitFor("✓ Talk: done")
  }

  private func board(_ home: Home) async throws -> Sitting {
    let sitting = try Sitting(["demo", "--deals", "60"], home: home)
    try await sitting.waitFor("the first load") { $0.shows("Standard ─") && $0.shows("ago") }
    return sitting
  }
}
