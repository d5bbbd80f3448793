import CVterm
import Foundation
import Testing

/// The program read line by line, as a screen reader or a pipe does.
@Suite(.timeLimit(.minutes(5)))
struct LinearTests {
  @Test func aDealIsMovedByLines() async throws {
    let sitting = try Sitting(["demo", "--deals", "60", "--linear"], home: Home())
    try await sitting.waitFor("Pipeline>")
    sitting.press("/birch<enter>")
    try await sitting.waitFor("Birch Ceramics déploiement, Birch Ceramics, Needs Analysis")
    sitting.press("L<enter>")
    try await sitting.waitFor("Moved Birch Ceramics déploiement to Value Proposition")
    sitting.press(":invoices<enter>")
    try await sitting.waitFor("Invoices>")
    sitting.press("<nokey><enter>")
    try await sitting.waitFor("no such key; ? tells what can be done here")
    sitting.press("quit<enter>")
    let end = try await sitting.waitForEnd()
    #expect(end.status == 0)
    #expect(end.isRestored)
    #expect(!sitting.hasDrawn)
  }

  /// Signals act as in any program that does not draw.
  @Test func aSignalEndsIt() async throws {
    let sitting = try Sitting(["demo", "--deals", "0", "--linear"], home: Home())
    try await sitting.waitFor("Pipeline>")
    sitting.send(signal: SIGTERM)
    let end = try await sitting.waitForEnd()
    #expect(end.status == 128 + 15)
  }
}
