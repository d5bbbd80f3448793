import Screen
import Testing

@Suite struct SafeTextTests {
  @Test(
    arguments: [
      ("\u{1b}[31mred", "^[[31mred"), ("a\rb", "a^Mb"), ("a\u{8}b", "a^Hb"), ("\u{7f}", "^?"),
      ("\u{0}", "^@"), ("a\u{b}\u{c}", "a^K^L"), ("a\tb", "a  b"), ("a\r\nb", "a^M^Jb"),
      ("\u{9b}31m", "<U+009B>31m"), ("\u{9d}0;title\u{7}", "<U+009D>0;title^G"),
      ("inv\u{202e}oice", "inv<U+202E>oice"), ("pay\u{200b}ee", "pay<U+200B>ee"),
      ("a\u{200d}b", "a<U+200D>b"), ("\u{feff}x", "<U+FEFF>x"), ("\u{e0041}", "<U+E0041>"),
      ("\u{2028}", "<U+2028>"), ("1\u{fe0f}0", "1<U+FE0F>0"), ("\u{3164}", "<U+3164>"),
      ("👨‍👩‍👧", "👨‍👩‍👧"), ("👨\u{200d}", "👨<U+200D>"), ("👨\u{200d}\u{200d}👩", "👨<U+200D><U+200D>👩"),
      ("1️⃣", "1️⃣"), ("❤️", "❤️"), ("Łódź 日本 ñ", "Łódź 日本 ñ"), ("e\u{301}", "e\u{301}"),
    ] as [(String, String)])
  func showsWhatCouldDriveATerminalOrMislead(_ text: String, _ shown: String) {
    #expect(Array(SafeText(text).string.unicodeScalars) == Array(shown.unicodeScalars))
  }

  /// Every code point there is, between letters: it is shown as it is or spelled out.
  @Test func letsNoControlOrInvisibleMarkThrough() {
    var leaks: [UInt32] = []
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar) + "b"
      let shown = SafeText(text).string
      let isSpelledOut = shown.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
      if !isSpelledOut, shown != text || isDangerous(scalar) { leaks.append(value) }
    }
    #expect(leaks == [])
  }

  @Test func cleansOnlyOnce() {
    for value in UInt32(0)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = SafeText(String(scalar))
      #expect(SafeText(once.string) == once)
    }
  }

  @Test func cutsToCells() {
    #expect(SafeText("Initech licences").truncated(to: 8).string == "Initech…")
    #expect(SafeText("Initech").truncated(to: 7).string == "Initech")
    #expect(SafeText("日本語").truncated(to: 5).string == "日本…")
    #expect(SafeText("日本語").truncated(to: 4).string == "日…")
    #expect(SafeText("日本語").truncated(to: 4).width == 3)
    #expect(SafeText("日本語").truncated(to: 1).string == "…")
    #expect(SafeText("abc").truncated(to: 0).string == "")
    #expect(SafeText("abc").truncated(to: -1).string == "")
  }

  @Test func joinsAndMeasures() {
    #expect((SafeText("ab") + "日").width == 4)
    #expect((SafeText("e") + "\u{301}").width == 1)
    #expect(SafeText("\(SafeText("a\u{1b}")) b").string == "a^[ b")
  }

  @Test func keepsNewlinesOnlyBetweenLines() {
    #expect(SafeText.lines("one\r\ntwo\n\nfour").map(\.string) == ["one", "two", "", "four"])
    #expect(SafeText.lines("").map(\.string) == [""])
  }

  private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f...0x9f, 0xad, 0x61c, 0x180e, 0x200b...0x200f, 0x2028...0x202e,
      0x2060...0x206f, 0xfe00...0xfe0f, 0xfeff, 0xfff9...0xfffb, 0xd800...0xf8ff,
      0xe0000...0xe0fff, 0xf0000...0x10ffff, 0x115f...0x1160, 0x3164, 0xffa0, 0x34f,
      0x1f1e6...0x1f1ff:
      true
    default: false
    }
  }
}
