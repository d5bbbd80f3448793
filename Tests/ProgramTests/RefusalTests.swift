import Testing

/// What the program says when it cannot start, and the status that says so to scripts.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct RefusalTests {
  @Test func withoutATerminalNothingIsDrawn() async throws {
    let (ending, output, errors) = try await Home().run(["demo"])
    #expect(ending == .exited(1))
    #expect(output == "")
    #expect(
      errors == """
        fairlead: Fairlead draws on a terminal, and this is none: \
        run it without a pipe or a redirection.

        """)
  }

  @Test(arguments: ["dumb", ""])
  func aTerminalThatCannotMoveItsCursorIsNotDrawnOn(type: String) async throws {
    let sitting = try Sitting(["demo"], home: Home(), environment: ["TERM": type])
    let end = try await sitting.waitForEnd()
    #expect(end.status == 1)
    #expect(end.screen.shows("This terminal cannot move its cursor"))
    #expect(end.keptModes)
    #expect(!sitting.hasDrawn)
  }

  @Test(arguments: [
    ["--frobnicate"], ["demo", "--deels", "5"], ["frobnicate"], ["demo", "--deals", "many"],
    ["demo", "--deals", "-1"], ["local-zoho", "--port", "70000"],
  ])
  func whatItDoesNotKnowIsAnsweredByItsUsage(arguments: [String]) async throws {
    let (ending, output, errors) = try await Home().run(arguments)
    #expect(ending == .exited(64))
    #expect(output == "")
    #expect(errors.contains("Error: "))
    #expect(errors.contains("Usage: fairlead"))
  }

  @Test func theHelpNamesEverySubcommand() async throws {
    let (ending, output, _) = try await Home().run(["--help"])
    #expect(ending == .exited(0))
    for name in ["open", "demo", "local-zoho", "import"] { #expect(output.contains(name)) }
  }

  @Test func aMissingProfileIsToldByItsFile() async throws {
    let home = try Home()
    let (ending, _, errors) = try await home.run(["--profile", "acme"])
    #expect(ending == .exited(78))
    #expect(errors.contains(home.path(".config/fairlead/profiles/acme/profile.toml")))
  }

  @Test(arguments: [
    ("", "client_id: is missing."),
    ("client_id = 5", "client_id: must be text between quotes."),
    ("client_id = \"1000.A\"", "data_center: is missing"),
    ("client_id = \"1000.A\"\ndata_center = \"uk1\"", "data_center: \"uk1\" is none of"),
    (
      "client_id = \"1000.A\"\nbase_url = \"https://zoho.example.com\"",
      "base_url: must be a local server"
    ),
    ("client_id \"1000.A\"", "profile.toml:1:"),
  ])
  func aWrongProfileIsToldByFileAndKey(profile: String, problem: String) async throws {
    let home = try Home()
    let folder = ".config/fairlead/profiles/default"
    try home.write(profile, to: folder + "/profile.toml")
    try home.write(
      "client_secret = \"s\"\nrefresh_token = \"1000.r\"", to: folder + "/secrets.toml")
    let (ending, _, errors) = try await home.run([])
    #expect(ending == .exited(78))
    #expect(errors.contains(home.path(folder + "/profile.toml")))
    #expect(errors.contains(problem))
  }

  @Test(arguments: [0o640, 0o604])
  func secretsThatOthersCanReadAreRefused(mode: Int) async throws {
    let home = try Home()
    let folder = ".config/fairlead/profiles/default"
    try home.write("client_id = \"1000.A\"\ndata_center = \"eu\"", to: folder + "/profile.toml")
    try home.write(
      "client_secret = \"hush\"\nrefresh_token = \"1000.r\"", to: folder + "/secrets.toml",
      mode: mode)
    let (ending, _, errors) = try await home.run([])
    #expect(ending == .exited(77))
    #expect(errors.contains(home.path(folder + "/secrets.toml")))
    #expect(errors.contains("chmod 600"))
    #expect(!errors.contains("hush"))
  }
}
