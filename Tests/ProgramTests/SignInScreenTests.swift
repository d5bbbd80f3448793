import Foundation
import Testing

/// Signing in inside the program, and going from one account to another.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SignInScreenTests {
  /// Signs in by keys with a self client's code.
  private func signIn(_ sitting: Sitting, _ server: LocalServer) async throws {
    try await sitting.waitFor("Where is your Zoho account?")
    sitting.press("<enter>")
    try await sitting.waitFor("What may Fairlead do there?")
    sitting.press("<enter>")
    try await sitting.waitFor("How do you want to sign in?")
    sitting.press("jj<enter>")
    try await sitting.waitFor("Which client signs in?")
    sitting.paste(server.connection.client_id)
    sitting.press("<tab>")
    sitting.paste(server.connection.client_secret)
    sitting.press("<tab>")
    sitting.paste(try await server.selfClientCode())
    let form = try await sitting.waitFor("the code") {
      $0.line(with: "Code")?.contains("••") == true
    }
    #expect(!form.shows(server.connection.client_secret))
    #expect(form.shows(server.connection.client_id))
    sitting.press("<c-s>")
    let found = try await sitting.waitFor("Which organization of Books?")
    #expect(found.shows("CRM   Fairlead Trading Ltd"))
    sitting.press("<enter>")
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func theFirstStartSignsInAndOpensThePipeline(width: Int, height: Int) async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    let sitting = try Sitting(
      ["--base-url", server.connection.url], home: home, width, height)
    let first = try await sitting.waitFor("Where is your Zoho account?")
    #expect(first.lines[0].contains("Sign in"))
    #expect(first.lines[0].contains("step 1 of 7"))
    #expect(
      first.lines[1...(height - 3)].allSatisfy { "┐│┘".contains($0.last ?? " ") || width > 90 })
    try await signIn(sitting, server)
    try await sitting.waitFor("the pipeline") { $0.shows("Standard ─") && $0.shows("●") }
    sitting.press("!")
    try await sitting.waitFor("is signed in as profile default")
    sitting.press("<esc>q")
    let end = try await sitting.waitForEnd()
    #expect(end.status == 0)
    #expect(end.isRestored)
  }

  @Test func aWrongCodeComesBackToTheFormWithASentence() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    let sitting = try Sitting(["--base-url", server.connection.url], home: home, 80, 24)
    try await sitting.waitFor("Where is your Zoho account?")
    sitting.press("<enter><enter>jj<enter>")
    try await sitting.waitFor("Which client signs in?")
    sitting.press("<c-s>")
    try await sitting.waitFor("the client id is missing")
    sitting.paste(server.connection.client_id)
    sitting.press("<tab>")
    sitting.paste(server.connection.client_secret)
    sitting.press("<tab>1000.old<c-s>")
    let screen = try await sitting.waitFor("Generate a new one")
    #expect(screen.shows("Which client signs in?"))
    sitting.press("<esc>")
    try await sitting.waitFor("How do you want to sign in?")
    sitting.press("q")
    #expect(try await sitting.waitForEnd().status == 0)
  }

  @Test func theAccountIsChangedByOneKeyAndDraftsStay() async throws {
    let home = try Home()
    let one = try await LocalServer(home: home)
    let two = try await LocalServer(home: home, ["--seed", "2", "--deals", "20"])
    try home.writeProfile("acme", for: one)
    try home.writeProfile("beta", for: two)
    let sitting = try Sitting(["--profile", "acme"], home: home, 120, 32)
    try await sitting.waitFor("the first account") { $0.shows("Standard ─") && $0.shows("ago") }
    sitting.press("3a")
    try await sitting.waitFor("Draft invoice")
    sitting.press("<esc>")
    try await sitting.waitFor("Esc close")
    sitting.press("<esc>")
    try await sitting.waitFor("the list again") { !$0.shows("Draft invoice ─") }
    sitting.press("@")
    let chooser = try await sitting.waitFor("Another account: sign in")
    #expect(chooser.lines.contains { $0.contains("acme") && $0.contains("open now") })
    #expect(chooser.shows("Another account: sign in"))
    sitting.press("<enter>")
    try await sitting.waitFor("the second account") { !$0.shows("Account ─") && $0.shows("ago") }
    sitting.press("@")
    let second = try await sitting.waitFor("local, open now")
    #expect(second.lines.contains { $0.contains("beta") && $0.contains("open now") })
    sitting.press("<enter>")
    try await sitting.waitFor("the first account again") {
      !$0.shows("open now") && $0.shows("ago")
    }
    sitting.press("3")
    try await sitting.waitFor("its draft") { $0.shows("Drafts") }
    sitting.press("q")
    #expect(try await sitting.waitForEnd().status == 0)
  }
}
