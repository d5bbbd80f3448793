import Foundation
import Screen
import Testing

@Suite struct ThemeTests {
  @Test func readsARule() throws {
    let rule = try ThemeRule("bright-red bold underline on 236")
    #expect(rule.foreground == Color(9))
    #expect(rule.background == Color(236))
    #expect(rule.isBold && rule.isUnderlined && !rule.isDim && !rule.isItalic && !rule.isReversed)
    #expect(try ThemeRule("default on default") == ThemeRule())
    #expect(try ThemeRule("") == ThemeRule())
  }

  @Test func namesTheNearestWord() {
    #expect(throws: ThemeError.unknownWord("brigt-red", nearest: "bright-red")) {
      try ThemeRule("brigt-red")
    }
    #expect(throws: ThemeError.unknownWord("256", nearest: "red")) { try ThemeRule("256") }
    #expect(throws: ThemeError.missingBackground) { try ThemeRule("red on") }
  }

  @Test func aBadLineCostsThatLine() {
    let (theme, problems) = Theme.read([
      "selektion": "red", "bad": "rd bold", "good": "green",
    ])
    #expect(
      problems.map(\.string) == [
        "bad: \"rd\" is no colour and no attribute; the nearest is red",
        "selektion: there is no such role; the nearest is selection",
      ])
    #expect(theme[.good].foreground == Color(2))
    #expect(theme[.bad] == Theme.plain[.bad])
  }

  @Test(arguments: ["dark", "light", "mono"])
  func everyThemeFileHasEveryRole(_ name: String) throws {
    let lines = try themeFile(name)
    #expect(Set(lines.keys) == Set(Style.allCases.map(\.name)))
    #expect(Theme.read(lines).problems == [])
  }

  @Test func theMonochromeThemeIsTheOneBuiltIn() throws {
    #expect(Theme.read(try themeFile("mono")).theme == Theme.plain)
  }

  @Test func showsSelectionWithoutColors() throws {
    #expect(try ThemeRule("231 on 24").withoutColor == ThemeRule("reverse"))
  }

  @Test func findsRelativesOnPoorTerminals() {
    #expect(Color(9).index(among: 8) == 1)
    #expect(Color(210).index(among: 8) == 1)
    #expect(Color(114).index(among: 8) == 2)
    #expect(Color(231).index(among: 8) == 7)
    #expect(Color(16).index(among: 8) == 0)
    #expect(Color(210).index(among: 256) == 210)
  }

  private func themeFile(_ name: String) throws -> [String: String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appending(path: "themes/\(name).toml"), encoding: .utf8)
    var lines: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
      }
      try #require(parts.count == 2)
      lines[parts[0]] = parts[1]
    }
    return lines
  }
}
