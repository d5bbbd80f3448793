import Testing

/// The first screen, and the terminal it is drawn on.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct StartTests {
  @Test(arguments: [(120, 32), (80, 24), (60, 16)])
  func theDemoOpensOnABoardWithDeals(width: Int, height: Int) async throws {
    let sitting = try Sitting(["demo", "--deals", "60"], home: Home(), width, height)
    let screen = try await sitting.waitFor("a board with deals") {
      $0.shows("Standard ─") && $0.shows("Qualification") && $0.shows("€")
    }
    #expect(screen.lines[0].contains("1 Pipeline"))
    #expect(screen.lines[0].contains("Fairlead Tr"))
    #expect(screen.lines[0].contains("demo)"))
    #expect(screen.lines[height - 1].contains("? help"))
    // Frames that close are columns that fit: every row ends where the terminal does.
    #expect(screen.lines[1...(height - 3)].allSatisfy { "┐│┤┘".contains($0.last ?? " ") })
  }

  @Test func theNextStartOnTheSameFolderShowsTheSameBoard() async throws {
    let home = try Home()
    let arguments = ["demo", "--deals", "60", "--data", home.path("world")]
    let first = try Sitting(arguments, home: home)
    try await first.waitFor("the first load") { $0.shows("Standard ─") && $0.shows("ago") }
    first.press("/birch<enter>")
    try await first.waitFor("Deal: Birch Ceramics déploiement")
    first.press("L")
    try await first.waitFor("✓ Moved Birch Ceramics déploiement to Value Proposition")
    first.press("q")
    #expect(try await first.waitForEnd().status == 0)

    let second = try Sitting(arguments, home: home)
    second.press("/birch<enter>")
    try await second.waitFor("the deal in its new stage") {
      $0.shows("Deal: Birch Ceramics déploiement") && $0.shows("│ Value Proposition · £15,200.00")
    }
  }

  @Test func aTerminalTooSmallIsToldSoAndRecovers() async throws {
    let sitting = try Sitting(["demo", "--deals", "60"], home: Home(), 59, 16)
    try await sitting.waitFor("Fairlead needs 60 x 16; this terminal has 59 x 16.")
    sitting.resize(80, 24)
    try await sitting.waitFor("Standard ─")
    sitting.resize(80, 15)
    try await sitting.waitFor("Fairlead needs 60 x 16; this terminal has 80 x 15.")
    sitting.resize(9, 3)
    try await sitting.waitFor("Fairlead")
    sitting.resize(1, 1)
    sitting.resize(120, 32)
    try await sitting.waitFor("the board again") {
      $0.shows("Standard ─") && $0.shows("Money of this deal")
    }
  }

  @Test func aResizeKeepsTheSelectedDeal() async throws {
    let sitting = try Sitting(["demo", "--deals", "60"], home: Home())
    try await sitting.waitFor("Standard ─")
    sitting.press("/birch<enter>")
    try await sitting.waitFor("Deal: Birch Ceramics déploiement")
    sitting.press("<esc>")
    for (width, height) in [(80, 24), (60, 16), (200, 60), (120, 32)] {
      sitting.resize(width, height)
      try await sitting.waitFor("the deal at \(width)x\(height)") { screen in
        screen.rows.count == height && screen.lines[height - 1].contains("? help")
          && screen.shows("▌Birch Ceramics")
      }
    }
  }

  @Test func meaningHasColoursUnlessTheUserWantsNone() async throws {
    let home = try Home()
    let colourful = try Sitting(["demo", "--deals", "60"], home: home)
    let painted = try await colourful.waitFor("a late deal") { $0.shows(" late ") }
    #expect(painted.rows.joined().contains { $0.hasColor })
    let plain = try Sitting(
      ["demo", "--deals", "60"], home: home, environment: ["NO_COLOR": "1"])
    let screen = try await plain.waitFor("a late deal") { $0.shows(" late ") }
    #expect(!screen.rows.joined().contains { $0.hasColor })
    #expect(screen.rows.joined().contains { $0.isBold || $0.isReverse })
  }

  @Test func anUnknownTerminalIsTakenForOneLikeXterm() async throws {
    let sitting = try Sitting(
      ["demo", "--deals", "60"], home: Home(), environment: ["TERM": "brand-new-terminal"])
    try await sitting.waitFor("Standard ─")
  }
}
