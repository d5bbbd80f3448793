import AppCore
import Foundation
import Screen
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

  @Test func aStageHasItsOwnDaysBeforeADealIsStuck() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(
      """
      [stuck]
      days = 21
      "Negotiation/Review" = 14
      Qualification = "long"
      """, to: "config.toml")
    let settings = Settings(paths)
    #expect(settings.stuck.days(in: "Negotiation/Review") == 14)
    #expect(settings.stuck.days(in: "Qualification") == 21)
    #expect(
      settings.problems.map { "\($0.line ?? 0): \($0.words)" } == [
        "4: stuck: Qualification must be a number of days from 1 to 3650"
      ])
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

  private func problems(_ text: String) throws -> [String] {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(text, to: "config.toml")
    return Settings(paths).problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
      .map { "\($0.line ?? 0): \($0.words)" }
  }

  @Test func keysOfPlacesAreReadAndCheckedAgainstThePlace() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(
      """
      [keys]
      quit = ["Q", "<c-q>"]
      "deals.filter" = ""

      [keys.board]
      "deal.open" = "o"

      [keys.helpmenu]
      "menu.run" = "x"

      [keys.invoiceList]
      "deal.open" = "o"
      """, to: "config.toml")
    let settings = Settings(paths)
    let keymap = settings.preferences.keymap
    #expect(keymap.chords == ["quit": ["Q", "<c-q>"], "deals.filter": []])
    #expect(keymap.localChords == [.board: ["deal.open": ["o"]]])
    #expect(
      settings.problems.map { "\($0.line ?? 0): \($0.words)" }.sorted() == [
        "12: keys: deal.open does nothing in invoiceList; it works in board, dealList",
        "8: keys: there is no place helpmenu; the nearest is helpMenu",
      ])
  }

  @Test func aClashIsToldWithItsLine() throws {
    let found = try problems(
      """
      [keys.board]
      "deal.open" = "L"
      """)
    #expect(
      found == [
        "2: keys: L in board: deal.open has it now, and deal.move-right has lost it"
      ])
  }

  @Test func whatKeepsItsMeaningCannotBeBound() throws {
    let found = try problems(
      """
      [keys]
      "deal.open" = "<down>"
      quit = "<c-c>"
      """)
    #expect(
      found == [
        "2: keys: deal.open: ↓ always keeps its meaning, as the arrows, Esc and Ctrl-C do"
      ])
  }

  /// A line that is no TOML costs that line; what stands around it is in force.
  @Test func aLineThatIsNoTOMLCostsThatLine() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(
      """
      theme = "light"
      this is no line
      mouse = false
      [keys
      quit = "X"
      [terminal]
      title = false
      links = maybe
      """, to: "config.toml")
    let settings = Settings(paths)
    #expect(settings.preferences.theme == "light")
    #expect(!settings.preferences.usesMouse)
    #expect(!settings.preferences.setsTitle)
    #expect(settings.preferences.keymap.chords.isEmpty)
    #expect(settings.problems.compactMap(\.line).sorted() == [2, 4, 8])
  }

  @Test func everySettingIsReadAndAWrongOneNamesTheNearest() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(
      """
      background = "light"
      digits = "counts"
      keys_by_position = false
      reduced_motion = true
      [terminal]
      clipboard = "native"
      links = false
      focus = false
      synchronized = false
      paste = false
      """, to: "config.toml")
    let settings = Settings(paths)
    #expect(settings.problems == [])
    let set = settings.preferences
    #expect(set.background == .light)
    #expect(set.keymap.digits == .counts)
    #expect(!set.keymap.goesByPosition)
    #expect(set.isMotionReduced)
    #expect(set.clipboard == .native)
    #expect(!set.marksLinks && !set.heedsFocus && !set.synchronizes && !set.bracketsPaste)
    try write("digits = \"count\"\n[terminal]\nclipbord = \"off\"\n", to: "config.toml")
    #expect(
      Settings(paths).problems.map(\.words).sorted() == [
        "digits must be \"screens\" or \"counts\"; the nearest is \"counts\"",
        "terminal: there is no setting clipbord; the nearest is clipboard",
      ])
  }

  @Test func commandsOfTheUsersOwnAreRead() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write(
      """
      [[command]]
      name = "Open"
      key = "<f5>"
      scope = "deal"
      run = ["xdg-open", "x y"]

      [[command]]
      name = "Wipe"
      key = "<esc>"
      places = ["outbox", "bord"]
      run = ["sh", "-c", "true"]
      confirm = "yes"
      dangerous = true
      output = "panel"

      [[command]]
      name = "Nothing"
      run = "ls -l"
      """, to: "config.toml")
    let settings = Settings(paths)
    #expect(
      settings.preferences.keymap.own == [
        OwnCommand(name: "Open", key: "<f5>", scope: .deal, arguments: ["xdg-open", "x y"]),
        OwnCommand(
          name: "Wipe", places: [.outbox], arguments: ["sh", "-c", "true"], asksFirst: true,
          isDangerous: true),
      ])
    #expect(
      settings.problems.map { "\($0.line ?? 0) \($0.words.prefix(40))" }.sorted() == [
        "10 command Wipe: there is no place bord; th",
        "12 command Wipe: confirm must be true or fa",
        "14 command Wipe: output must be one of even",
        "18 command Nothing: run must be the program",
        "9 command Wipe: Esc always keeps its meani",
      ])
  }

  @Test func oneLineIsChangedAndEverythingElseStays() {
    var text = ConfigText(
      """
      # mine
      theme = "dark"   # at night
      [keys]
      quit = [
        "Q",  # ]
        "<c-q>",
      ]
      # the end

      [keys.board]
      quit = "x"
      """)
    text.set("theme", to: "\"light\"")
    text.set("quit", in: "keys", to: "\"Z\"")
    text.set("deal.open", in: "keys", to: "\"o\"")
    text.set("title", in: "terminal", to: "false")
    text.remove("quit", in: "keys.board")
    #expect(
      text.string == """
        # mine
        theme = "light"   # at night
        [keys]
        quit = "Z"
        # the end
        "deal.open" = "o"

        [keys.board]

        [terminal]
        title = false

        """)
  }

  @Test func theKeeperWritesTheFileAndLeavesWhatItCannotChange() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    let keeper = SettingsKeeper(paths)
    #expect(keeper.keep([SettingChange(key: "theme", value: "\"light\"")]) == nil)
    #expect(
      keeper.keep([SettingChange(table: "keys", key: "quit", value: "\"Q\"")]) == nil)
    #expect(Settings(paths).preferences.theme == "light")
    #expect(Settings(paths).preferences.keymap.chords == ["quit": ["Q"]])
    #expect(keeper.keep([SettingChange(table: "keys", key: "quit", value: nil)]) == nil)
    #expect(Settings(paths).preferences.keymap.chords.isEmpty)
    let inline = "keys = { quit = \"Q\" }\n"
    try write(inline, to: "config.toml")
    #expect(keeper.keep([SettingChange(table: "keys", key: "quit", value: "\"Z\"")]) != nil)
    #expect(try String(contentsOf: paths.configFile, encoding: .utf8) == inline)
  }

  @Test func aThemeOfTheUsersOwnGoesBeforeOneOfOurs() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    try write("background = \"light\"\nbad = \"rde\"\ngood = \"22\"\n", to: "themes/mine.toml")
    try write("theme = \"mine\"\n", to: "config.toml")
    let settings = Settings(paths)
    #expect(settings.preferences.theme == "mine")
    #expect(settings.problems.map(\.line) == [2])
    let library = ThemeLibrary(paths)
    #expect(library.names.contains("mine"))
    #expect(library.briefs.first { $0.name == "mine" }?.background == .light)
    #expect(library.theme(named: "mine").theme[.good].foreground?.index == 22)
    try write("theme = \"lihgt\"\n", to: "config.toml")
    #expect(Settings(paths).problems[0].words.hasSuffix("the nearest is light"))
    #expect(Settings(paths).preferences.theme == "auto")
  }

  @Test(arguments: [("15;0", Theme.Background.dark), ("0;15", .light), ("0;default;7", .light)])
  func theColoursThatTheShellNamesTellTheBackground(text: String, background: Theme.Background) {
    #expect(Looks.background(colorFGBG: text) == background)
  }

  @Test func aShellThatNamesNothingTellsNothing() {
    #expect(Looks.background(colorFGBG: "default;default") == nil)
    #expect(Looks.background(colorFGBG: "") == nil)
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
