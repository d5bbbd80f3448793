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
}
