import Screen
import Testing

@testable import AppCore

/// What lines mean in linear mode.
struct LinearInputTests {
  @Test func aLineIsKeysWhereNothingIsTyped() {
    let state = AppState.sample()
    #expect(
      LinearInput("jj<enter>", in: state) == .keys([.character("j"), .character("j"), .enter]))
    #expect(LinearInput("", in: state) == .repeated)
    #expect(LinearInput("show", in: state) == .show)
    #expect(LinearInput("?", in: state) == .help)
    #expect(LinearInput("quit", in: state) == .command("quit"))
  }

  @Test func aFilterEndsWithItsLine() {
    #expect(
      LinearInput("/ab", in: .sample())
        == .keys([.character("/"), .character("a"), .character("b"), .enter]))
  }

  @Test func aLineIsTextWhereTextIsTyped() {
    var state = AppState.sample()
    _ = reduce(&state, .key(.character("n")))
    #expect(state.place == .prompt)
    #expect(
      LinearInput("show", in: state)
        == .keys([.character("s"), .character("h"), .character("o"), .character("w"), .enter]))
    #expect(LinearInput("<esc>", in: state) == .keys([.escape]))
  }

  @Test func aCommandIsFoundByItsNameOrWords() {
    let state = AppState.sample()
    #expect(LinearInput(":deals.list", in: state) == .command("deals.list"))
    #expect(LinearInput(":outbox", in: state) == .command("screen.outbox"))
    #expect(LinearInput(":deal", in: state).isUnknown)
    #expect(LinearInput(":no such words", in: state).isUnknown)
    #expect(LinearInput("<nokey>", in: state).isUnknown)
  }
}

extension LinearInput {
  fileprivate var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}
