import CVterm
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// However the program ends, the user gets the terminal back as it was.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct EndTests {
  @Test func quittingGivesTheTerminalBack() async throws {
    let sitting = try await board()
    sitting.press("q")
    let end = try await sitting.waitForEnd()
    #expect(end.status == 0)
    #expect(end.isRestored)
    #expect(!end.screen.shows("Standard ─"))
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

  private func board() async throws -> Sitting {
    let sitting = try Sitting(["demo", "--deals", "60"], home: Home())
    try await sitting.waitFor("the first load") { $0.shows("Standard ─") && $0.shows("ago") }
    return sitting
  }
}
