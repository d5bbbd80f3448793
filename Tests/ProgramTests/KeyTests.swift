import Testing

/// Keys as they arrive from a real terminal.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct KeyTests {
  @Test func lettersAndArrowsMoveTheCursor() async throws {
    let sitting = try await board()
    func position(_ place: String) -> (Screen) -> Bool { { $0.shows("─ \(place) ─") } }
    sitting.press("G")
    sitting.press("gg")
    sitting.press("l")
    try await sitting.waitFor("the first of the second stage", position("1 of 2"))
    sitting.press("j")
    try await sitting.waitFor("the second deal", position("2 of 2"))
    sitting.press("<up>")
    try await sitting.waitFor("the first deal", position("1 of 2"))
    sitting.press("<down>")
    try await sitting.waitFor("the second deal", position("2 of 2"))
    sitting.press("<left>")
    try await sitting.waitFor("the first stage", position("1 of 1"))
  }

  @Test func theHelpListsAndRunsWhatCanBeDoneHere() async throws {
    let sitting = try await board()
    sitting.press("?")
    try await sitting.waitFor("move the deal to the next stage")
    sitting.press("board and")
    try await sitting.waitFor("only what fits") {
      $0.shows("change between board and list") && !$0.shows("move the deal to the next stage")
    }
    sitting.press("<enter>")
    try await sitting.waitFor("the list") { $0.shows("Closing") && !$0.shows("Help: ") }
  }

  @Test func thePaletteRunsACommandByName() async throws {
    let sitting = try await board()
    sitting.press(":show the invoices")
    try await sitting.waitFor("show the invoices")
    sitting.press("<enter>")
    try await sitting.waitFor("┌ Invoices")
  }

  @Test func theLogTellsWhatHappened() async throws {
    let sitting = try await board()
    sitting.press("/birch<enter>")
    try await sitting.waitFor("Deal: Birch Ceramics déploiement")
    sitting.press("H")
    try await sitting.waitFor("✓ Moved Birch Ceramics déploiement to Qualification")
    sitting.press("!")
    try await sitting.waitFor("┌ Log") { screen in
      screen.shows("Moved Birch Ceramics déploiement to Qualification") && screen.shows("Log")
    }
    sitting.press("<esc>")
    try await sitting.waitFor("the board again") { !$0.shows("┌ Log") }
  }

  @Test func aPasteIsTextAndNeverKeys() async throws {
    let sitting = try await board()
    sitting.paste("LLq")
    sitting.press("/")
    sitting.paste("birch\nq")
    try await sitting.waitFor("the pasted words in the filter") { $0.shows("/birch q") }
    #expect(try await sitting.waitFor("Standard").shows("Moved") == false)
  }

  @Test func wideAndCombiningNamesKeepTheColumnsStraight() async throws {
    let sitting = try await board()
    sitting.press("v")
    let screen = try await sitting.waitFor("a name in CJK") { $0.shows("株式会社青波") }
    for row in screen.rows[1...29] {
      #expect("┐│┤┘".contains(row[119].text) && !row[119].text.isEmpty)
    }
  }

  private func board() async throws -> Sitting {
    let sitting = try Sitting(["demo", "--deals", "60"], home: Home())
    try await sitting.waitFor("the first load") { $0.shows("Standard ─") && $0.shows("ago") }
    return sitting
  }
}
