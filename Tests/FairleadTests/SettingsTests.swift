import Foundation
import Testing
import ZohoAPI

@testable import fairlead

/// Settings and what is wrong in them, by file and line.
@Suite("Settings")
struct SettingsTests {
  private let home = FileManager.default.temporaryDirectory
    .appending(path: "fairlead-settings-\(UUID().uuidString)", directoryHint: .isDirectory)

  private var paths: Paths { Paths(environment: ["HOME": home.path]) }

  private func write(_ text: String, to name: String) throws {
    let file = paths.config.appending(path: name)
    try PrivateFile.makeFolder(file.deletingLastPathComponent())
    try PrivateFile.write(text, to: file)
  }

  @Test func eachProblemHasItsLineAndTheNearestName() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(
      """
      # mine
      theem = "dark"
      mouse = "no"

      [keys]
      "deal.moveright" = "L"
      quit = "<nokey>"
      """, to: "config.toml")
    let problems = Settings(paths).problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    #expect(problems.map(\.line) == [2, 3, 6, 7])
    #expect(problems[0].words == "there is no setting theem; the nearest is theme")
    #expect(problems[2].words.hasSuffix("the nearest is deal.move-right"))
    #expect(problems[1].text.string.hasSuffix("config.toml:3: mouse must be true or false"))
  }

  @Test func theDefaultProfileIsSetWithoutTouchingTheRest() {
    var text = ConfigText("# mine\nmouse = false\n[keys]\nprofile = \"x\"\n")
    text.set("profile", to: "\"acme\"")
    #expect(
      text.string == "profile = \"acme\"\n# mine\nmouse = false\n[keys]\nprofile = \"x\"\n")
    text.set("profile", to: "\"beta\"")
    #expect(text.string.hasPrefix("profile = \"beta\"\n# mine"))
  }

  @Test func theProfileThatIsMeantIsTheChosenTheDefaultOrTheOnlyOne() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try Profile.standard(in: paths) == nil)
    try write("client_id = \"1000.A\"\ndata_center = \"eu\"\n", to: "profiles/acme/profile.toml")
    #expect(try Profile.standard(in: paths) == "acme")
    try write("client_id = \"1000.B\"\ndata_center = \"in\"\n", to: "profiles/beta/profile.toml")
    #expect(throws: StartError.self) { try Profile.standard(in: paths) }
    try write("profile = \"beta\"\n", to: "config.toml")
    #expect(try Profile.standard(in: paths) == "beta")
  }

  @Test func aProfileCanHaveItsEnvironmentColourAndTokenCommand() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(
      """
      data_center = "eu"
      environment = "sandbox"
      token_command = ["printf", "1000.token"]
      color = "white on blue"
      """, to: "profiles/acme/profile.toml")
    let profile = try Profile(named: "acme", in: paths)
    #expect(profile.environment == .sandbox)
    #expect(profile.store == .command(["printf", "1000.token"]))
    #expect(profile.color?.background?.index == 4)
    #expect(profile.inBrief.place.string == "eu, sandbox")
    let now = Date(timeIntervalSince1970: 1000)
    let token = try TokenCommand(words: ["printf", "1000.token"], dataCenter: .eu).token(at: now)
    #expect(token.token.revealed == "1000.token")
    #expect(token.expires == Date(timeIntervalSince1970: 4000))
    #expect(token.api == "https://www.zohoapis.eu")
  }

  @Test func aWrongTokenCommandSaysWhatIsWrong() {
    func reason(_ words: [String]) -> String {
      do throws(ZohoError) {
        _ = try TokenCommand(words: words, dataCenter: .eu).token(at: Date())
        return "none"
      } catch {
        return "\(error)"
      }
    }
    #expect(reason(["/nowhere/pass"]).contains("cannot be started"))
    #expect(reason(["false"]).contains("ended with 1"))
    #expect(reason(["true"]).contains("is no token"))
    #expect(reason(["printf", "two words"]).contains("is no token"))
  }
}
