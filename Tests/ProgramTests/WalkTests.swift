import Testing

/// The main job by keys alone, on a configured account, with the server's ledger to say what happened.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct WalkTests {
  @Test(arguments: [(120, 32), (80, 24)])
  func aDealIsMovedInvoicedMailedAndPaid(width: Int, height: Int) async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    try home.writeProfile("acme", for: server)
    let sitting = try Sitting(["--profile", "acme"], home: home, width, height)
    try await sitting.waitFor("the first load") { $0.shows("Standard ─") && $0.shows("ago") }

    sitting.press("/birch<enter>")
    try await sitting.waitFor("│ Needs Analysis · £15,200.00")
    sitting.press("L")
    try await sitting.waitFor("✓ Moved Birch Ceramics déploiement to Value Proposition")
    sitting.press("u")
    try await sitting.waitFor("✓ Moved Birch Ceramics déploiement to Needs Analysis")
    sitting.press("L")
    try await sitting.waitFor("✓ Moved Birch Ceramics déploiement to Value Proposition")

    sitting.press("i")
    try await sitting.waitFor("Draft invoice ─ Birch Ceramics")
    sitting.press("consul")
    try await sitting.waitFor("Consulting hour  £95.00  VAT 20%")
    sitting.press("<enter>10<enter>")
    try await sitting.waitFor("£1,140.00")
    sitting.press("<c-n>onboar")
    try await sitting.waitFor("Enter takes it")
    sitting.press("<enter><enter>")
    let draft = try await sitting.waitFor("the second line") { $0.shows("▌2  Onboarding") }
    let total = try #require(draft.line(with: "Total ").flatMap(amount))
    sitting.press("S")
    let review = try await sitting.waitFor("Review before sending")
    #expect(review.line(with: "Invoice      INV-")?.contains(total) == true)
    #expect(review.shows("[x] George Reid  <george.reid@birch-ceramics.example>"))
    #expect(review.shows("Fairlead Trading Ltd (demo: the mail stays on this machine)"))
    // The key that opened the review does not confirm it, nor does a paste.
    sitting.press("S")
    sitting.paste("s")
    sitting.press("s")
    try await sitting.waitFor("sent to george.reid@birch-ceramics.example.")

    sitting.press("3/birch<enter>")
    try await sitting.waitFor("the invoice, first in its list") {
      $0.line(with: "▌INV-")?.contains("sent") == true
    }
    sitting.press("p")
    try await sitting.waitFor("Payment from Birch Ceramics")
    sitting.press("<c-s>")
    try await sitting.waitFor("Record \(total) from Birch Ceramics?")
    sitting.press("r")
    try await sitting.waitFor("✓ Payment of \(total) recorded for Birch Ceramics.")

    sitting.press("1")
    try await sitting.waitFor("the deal's money") { screen in
      // Where there is no room for its pane, the money is one line of the deal's.
      if let line = screen.line(with: " · invoiced ") {
        return line.contains("paid \(total.replacing(".00", with: ""))")
          && (line.contains("outstanding –") || line.contains("outstanding £0"))
      }
      return screen.line(with: "│ paid ")?.contains(total) == true
        && screen.line(with: "│ outstanding ")?.contains("£0.00") == true
    }
    sitting.press("q")
    #expect(try await sitting.waitForEnd().status == 0)

    let effects = try await server.effects()
    #expect(
      effects.map(\.words) == [
        "crm changed Deals", "crm changed Deals", "crm changed Deals", "books created invoices",
        "books mailed invoices", "books created customerpayments",
      ])
    #expect(
      effects.prefix(3).map(\.summary) == [
        #"{"Stage":"Value Proposition"}"#, #"{"Stage":"Needs Analysis"}"#,
        #"{"Stage":"Value Proposition"}"#,
      ])
    #expect(try await server.text("/_local/mail").contains("george.reid@birch-ceramics.example"))
  }

  /// The last amount in a row.
  private func amount(_ line: String) -> String? {
    line.split { " │".contains($0) }.last { $0.hasPrefix("£") }.map(String.init)
  }
}
