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

  /// Every file in the folder `themes`.
  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreThemesForEveryTasteAndEye() {
    #expect(
      Self.names == [
        "amber", "contrast-dark", "contrast-light", "dark", "harbour-dark", "harbour-light", "ink",
        "light", "meadow", "mono", "safe-dark", "safe-light",
      ])
  }

  @Test(arguments: names)
  func everyThemeSetsEveryRoleAndItsBackground(_ name: String) throws {
    let lines = try themeFile(name)
    #expect(Set(lines.keys) == Set(Style.allCases.map(\.name) + ["background"]))
    #expect(Theme.read(lines).problems == [])
  }

  @Test(arguments: names)
  func everyThemeCanBeRead(_ name: String) throws {
    let theme = Theme.read(try themeFile(name)).theme
    let faint = ThemeCheck(theme).figures.filter { !$0.passes }
    #expect(faint.isEmpty, "\(name): \(faint)")
    // The terminal's own background is kept.
    #expect(theme[.normal].background == nil)
  }

  @Test(arguments: names)
  func noStateIsToldByColourAlone(_ name: String) throws {
    let theme = Theme.read(try themeFile(name)).theme
    // Without colours what is selected, edited or bad still stands out of plain text.
    for style in [Style.selection, .field, .organization, .tab, .bad] {
      #expect(theme[style].withoutColor != theme[.normal].withoutColor, "\(style)")
    }
  }

  @Test func contrastIsMeasuredAsWCAGSays() throws {
    var theme = Theme.plain
    theme.background = .light
    theme[.good] = try ThemeRule("16 on 231")
    theme[.dim] = try ThemeRule("243")
    theme[.bad] = try ThemeRule("210")
    let figures = Dictionary(
      uniqueKeysWithValues: ThemeCheck(theme).figures.map { ($0.style, $0) })
    let black = try #require(figures[.good]?.contrast)
    #expect(abs(black - 21) < 0.01)
    // #767676 is the lightest grey that passes on white: 4.54. On cream it falls short.
    let grey = try #require(figures[.dim]?.contrast)
    #expect(abs(grey - 4.02) < 0.02)
    #expect(figures[.dim]?.passes == false)
    #expect(figures[.bad]?.passes == false)
    #expect(figures[.border]?.contrast == nil)
    #expect(!ThemeCheck(theme).passes)
  }

  @Test func aWrongBackgroundIsToldWithTheNearest() {
    let (theme, problems) = Theme.read(["background": "drak"])
    #expect(theme.background == .any)
    #expect(
      problems.map(\.string) == [
        "background: \"drak\" is no background; the nearest is dark"
      ])
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

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes")

  private func themeFile(_ name: String) throws -> [String: String] {
    let text = try String(
      contentsOf: Self.folder.appending(path: "\(name).toml"), encoding: .utf8)
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
