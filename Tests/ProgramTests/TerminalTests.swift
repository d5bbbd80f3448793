import Foundation
import Testing

/// What the program asks of a terminal, and what it does with the answers.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct TerminalTests {
  @Test func theTerminalIsAskedForItsBackgroundAndTheThemeFollows() async throws {
    let sitting = try await board()
    #expect(sitting.written.contains("\u{1b}]11;?\u{1b}\\"))
    let dark = "\u{1b}[38;5;247m"
    let light = "\u{1b}[38;5;240m"
    #expect(sitting.styles.contains(dark) && !sitting.styles.contains(light))
    sitting.answer("\u{1b}]11;rgb:fdfd/f6f6/e3e3\u{1b}\\")
    try await sitting.waitFor("the colours of the light theme") { _ in
      sitting.styles.contains(light) && !sitting.styles.contains(dark)
    }
    sitting.answer("\u{1b}]11;rgb:00/2b/36\u{7}")
    try await sitting.waitFor("the colours of the dark theme") { _ in
      sitting.styles.contains(dark) && !sitting.styles.contains(light)
    }
    // Nothing of an answer is taken for keys.
    #expect(try await sitting.waitFor("Standard ─").shows("Settings") == false)
  }

  @Test func aTerminalThatNamesItsColoursInTheEnvironmentIsBelievedAtFirst() async throws {
    let dark = try await board(environment: ["COLORFGBG": "15;0"])
    let light = try await board(environment: ["COLORFGBG": "0;15"])
    #expect(dark.styles != light.styles)
  }

  @Test func aPictureIsHeldBackOnlyWhereTheTerminalSaysItCan() async throws {
    let sitting = try await board()
    #expect(sitting.written.contains("\u{1b}[?2026$p"))
    #expect(!sitting.written.contains("\u{1b}[?2026h"))
    sitting.answer("\u{1b}[?2026;2$y")
    sitting.press("v")
    try await sitting.waitFor("the list") { $0.shows("Closing") }
    #expect(sitting.written.contains("\u{1b}[?2026h"))
  }

  @Test func theWindowGetsATitleAndItsOwnBack() async throws {
    let sitting = try await board()
    #expect(sitting.written.contains("\u{1b}[22;2t"))
    #expect(sitting.written.contains("\u{1b}]2;Pipeline · "))
    sitting.press("/birch<enter>")
    try await sitting.waitFor("Deal: Birch Ceramics déploiement")
    sitting.press("<enter>")
    try await sitting.waitFor("the deal in the title") { _ in
      sitting.written.contains("\u{1b}]2;Birch Ceramics déploiement · Pipeline · ")
    }
    sitting.press("<esc><c-c>")
    let end = try await sitting.waitForEnd()
    #expect(end.isRestored)
    #expect(sitting.written.contains("\u{1b}[23;2t"))
  }

  @Test func eachTraitCanBeTurnedOff() async throws {
    let home = try Home()
    try home.write(
      "[terminal]\ntitle = false\nfocus = false\npaste = false\nclipboard = \"native\"\n",
      to: ".config/fairlead/config.toml")
    let sitting = try await board(home: home)
    #expect(!sitting.written.contains("\u{1b}]2;"))
    #expect(!sitting.written.contains("\u{1b}[?1004h"))
    #expect(!sitting.written.contains("\u{1b}[?2004h"))
    #expect(!sitting.written.contains("\u{1b}]52;"))
  }

  @Test func aConsoleThatWouldPrintTheQuestionsIsNotAsked() async throws {
    let sitting = try await board(environment: ["TERM": "linux"])
    #expect(!sitting.written.contains("\u{1b}]11;?"))
    #expect(!sitting.written.contains("\u{1b}[?1004h"))
    #expect(!sitting.written.contains("\u{1b}]2;"))
  }

  @Test func theFocusIsNoKey() async throws {
    let sitting = try await board()
    #expect(sitting.written.contains("\u{1b}[?1004h"))
    sitting.answer("\u{1b}[O")
    sitting.answer("\u{1b}[I")
    sitting.press("G")
    try await sitting.waitFor("Standard ─")
    sitting.press("<c-c>")
    let end = try await sitting.waitForEnd()
    #expect(end.isRestored)
    #expect(sitting.written.contains("\u{1b}[?1004l"))
  }

  @Test func copiedTextGoesThroughTheTerminalAndThroughTmux() async throws {
    for (environment, opening) in [
      ([:], "\u{1b}]52;c;"), (["TMUX": "/nowhere,1,0"], "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;"),
      (["STY": "1.tty"], "\u{1b}P\u{1b}]52;c;"),
    ] {
      let sitting = try await board(environment: environment)
      sitting.press(":copy the deal<enter>")
      try await sitting.waitFor("copied ")
      #expect(sitting.written.contains(opening))
    }
  }

  @Test func aMailAddressCanBeClickedAndLooksAsItDid() async throws {
    let sitting = try await board()
    sitting.press("/birch<enter>")
    try await sitting.waitFor("the link") { screen in
      screen.shows("@birch-ceramics.example")
        && sitting.written.contains(
          "\u{1b}]8;;mailto:george.reid@birch-ceramics.example\u{1b}\\")
    }
    let home = try Home()
    try home.write("[terminal]\nlinks = false\n", to: ".config/fairlead/config.toml")
    let without = try await board(home: home)
    without.press("/birch<enter>")
    try await without.waitFor("@birch")
    #expect(!without.written.contains("\u{1b}]8;;mailto"))
  }

  @Test func theMouseIsGivenToTheTerminalByAKey() async throws {
    let sitting = try await board()
    #expect(sitting.mode(1000) == true)
    sitting.answer("\u{1b}[19~")
    try await sitting.waitFor("The mouse selects text in the terminal")
    #expect(sitting.mode(1000) == false)
    sitting.answer("\u{1b}[19~")
    try await sitting.waitFor("The mouse is ours")
    #expect(sitting.mode(1000) == true)
  }

  @Test func whatMayFollowIsListedAfterHesitating() async throws {
    let sitting = try await board()
    sitting.press("<c-w>")
    try await sitting.waitFor("┌ Ctrl-W… ")
    sitting.press("2")
    try await sitting.waitFor("the deal's keys") {
      !$0.shows("Ctrl-W…") && $0.lines[31].contains("back")
    }
  }

  private func board(
    home: Home? = nil, environment: [String: String] = [:]
  ) async throws -> Sitting {
    let sitting = try Sitting(
      ["demo", "--deals", "60"], home: home ?? Home(), environment: environment)
    try await sitting.waitFor("the first load") { $0.shows("Standard ─") && $0.shows("ago") }
    return sitting
  }
}
