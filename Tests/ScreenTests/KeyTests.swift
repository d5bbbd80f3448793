import Screen
import Testing

@Suite struct KeyTests {
  @Test func readsKeysInARow() {
    #expect(
      Key.parse("jj<enter>i<c-s><lt>") == [
        .character("j"), .character("j"), .enter, .character("i"), .ctrl("s"), .character("<"),
      ])
    #expect(Key.parse("<nonsense>") == nil)
  }

  @Test func showsKeysAsFootersDo() {
    let keys: [Key] = [
      .character("L"), .ctrl("s"), .ctrl(" "), .enter, .escape, .backTab, .up, .function(5),
      .character(" "), .character("<"),
    ]
    #expect(
      keys.map(\.description) == [
        "L", "Ctrl-S", "Ctrl-Space", "Enter", "Esc", "Shift-Tab", "↑", "F5", "Space", "<",
      ])
  }

  @Test func keysAreWrittenAsTheyAreRead() {
    for text in ["dd", "<c-s>", "<f5>", "<s-tab>x", "<lt>", "<space>", "<c-w>1", "Ж", "<pagedown>"]
    {
      #expect(Key.parse(text).map(Key.written) == text)
    }
  }
}
