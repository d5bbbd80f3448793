import CVterm
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// However the program ends, the user gets the terminal back as it was.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct EndTests {
  @Test func quittingGivesTheTerminalBack() async throws {
    let sitting = try await board()
    sitting.press("q")
    let end = try await sitting.waitForEnd()
    #expect(end.status == 0)
    #expect(end.isRestored)
    #expect(!end.screen.shows("Standard ─"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aRequestToEndIsFollowed(signal: Int32) async throws {
    let sitting = try await board()
    sitting.send(signal: signal)
    let end = try await sitting.waitForEnd()
    #expect(end.status == 0)
    #expect(end.isRestored)
  }

  /// A fault in the program is told by its signal, on a terminal that works.
  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGFPE, SIGBUS])
  func aCrashGivesTheTerminalBack(signal: Int32) async throws {
    let sitting = try await board()
    sitting.send(signal: signal)
    let end = try await sitting.waitForEnd()
    #expect(end.status == Int(128 + signal))
    #expect(end.isRestored)
  }

  @Test func aStoppedProgramLeavesTheTerminalAndComesBack() async throws {
    let sitting = try await board()
    sitting.press("/birch<enter>")
    try await sitting.waitFor("Deal: Birch Ceramics déploiement")
    sitting.press("<c-z>")
    let shell = try await sitting.waitFor("[stopped]")
    #expect(!shell.shows("Standard ─"))
    #expect(sitting.isInCanonicalMode)
    sitting.press("fg<enter>")
    try await sitting.waitFor("Deal: Birch Ceramics déploiement")
    sitting.press("q")
    let end = try await sitting.waitForEnd()
    #expect(end.status == 0)
    #expect(end.isRestored)
  }

  @Test func aTerminalResizedWhileStoppedIsFilled() async throws {
    let sitting = try await board()
    sitting.press("<c-z>")
    try await sitting.waitFor("[stopped]")
    sitting.resize(80, 24)
    sitting.press("fg<enter>")
    try await sitting.waitFor("a screen of 24 rows") {
      $0.shows("Standard ─") && $0.lines[23].contains("? help")
    }
  }

  /// A stop by another program, as `kill -TSTP` does it.
  @Test func aStopFromOutsideIsLikeTheKey() async throws {
    let sitting = try await board()
    sitting.send(signal: SIGTSTP)
    try await sitting.waitFor("[stopped]")
    sitting.press("fg<enter>")
    try await sitting.waitFor("Standard ─")
  }

  private func board() async throws -> Sitting {
    let sitting = try Sitting(["demo", "--deals", "60"], home: Home())
    try await sitting.waitFor("the first load") { $0.shows("Standard ─") && $0.shows("ago") }
    return sitting
  }
}
