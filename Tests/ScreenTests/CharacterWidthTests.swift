import Screen
import Testing

@Suite struct CharacterWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
      ("\u{1112}\u{1161}\u{11ab}", 2), ("\u{301}", 0), ("✓", 1), ("✅", 2), ("☰", 2), ("…", 1),
      ("─", 1), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("❤️", 1), ("1️⃣", 1), ("कि", 2), ("ن", 1),
      ("䷀", 2), ("𠮷", 2),
    ] as [(Character, Int)])
  func measuresAsTerminalsDo(_ character: Character, _ width: Int) {
    #expect(character.cellWidth == width)
  }

  @Test func drawsOnlyTheFirstOfJoinedEmoji() {
    var canvas = Canvas(size: Size(width: 12, height: 1))
    #expect(canvas.put("👨‍👩‍👧👍🏽❤️1️⃣|", x: 0, y: 0) == 7)
    #expect(canvas.text == "👨👍❤1|")
  }

  @Test func drawsFlagsAsTheirLetters() {
    var canvas = Canvas(size: Size(width: 12, height: 1))
    #expect(canvas.put("🇬🇧 Ltd", x: 0, y: 0) == 6)
    #expect(canvas.text == "GB Ltd")
  }

  @Test func givesEveryLetterOfAJoinedScriptItsCell() {
    var canvas = Canvas(size: Size(width: 8, height: 1))
    canvas.put("क्षि|", x: 0, y: 0)
    #expect(canvas[0, 0].character == "क्")
    #expect(canvas[1, 0].character == "ष")
    #expect(canvas[2, 0].character == "\u{93f}")
    #expect(canvas[3, 0].character == "|")
  }

  @Test func keepsThreeMarksOnALetterAndDropsTheRest() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    canvas.put(SafeText("e" + String(repeating: "\u{301}", count: 50) + "|"), x: 0, y: 0)
    #expect(canvas[0, 0].character.unicodeScalars.count == 4)
    #expect(canvas[1, 0].character == "|")
  }
}
