import Screen
import Testing

@testable import AppCore

/// What linear mode says.
struct LinearSpeechTests {
  @Test func panesAreReadOneAfterTheOther() {
    var canvas = Canvas(size: Size(width: 24, height: 4))
    let left = canvas.frame(Rect(x: 0, y: 0, width: 12, height: 4), title: "Left")
    let right = canvas.frame(Rect(x: 12, y: 0, width: 12, height: 4), title: "Right")
    canvas.draw("one  two", in: left.row(0), style: .selection)
    canvas.draw("three", in: left.row(1))
    canvas.draw("a word", in: right.row(0))
    let spoken = SpokenScreen(canvas)
    #expect(spoken.lines == ["Left", "one, two", "three", "Right", "a word"])
    #expect(spoken.cursor == "one, two")
  }

  @Test func nothingIsSaidTwice() {
    var state = AppState.sample()
    _ = reduce(&state, .resized(SpokenScreen.size))
    var speech = LinearSpeech()
    let start = speech.news(of: state)
    #expect(start.first?.string.hasPrefix("Pipeline: Standard") == true)
    #expect(start.count == 2)
    #expect(speech.news(of: state) == [])
    _ = reduce(&state, .key(.character("l")))
    #expect(speech.news(of: state).count == 1)
    state.tell("Zoho did not answer", kind: .failure)
    #expect(speech.news(of: state) == ["failed: Zoho did not answer"])
  }

  @Test func aQuestionIsReadWhole() {
    var state = AppState.sample()
    var speech = LinearSpeech()
    _ = speech.news(of: state)
    state.overlays.append(
      .confirmation(
        Confirmation(
          title: "Void INV-1?", lines: ["Acme Ltd (eu)"],
          answers: [
            .init(key: "k", label: "keep it"), .init(key: "v", label: "void it"),
          ])))
    #expect(speech.news(of: state) == ["Void INV-1?", "Acme Ltd (eu)", "k, keep it", "v, void it"])
  }

  @Test func helpSaysWhyACommandIsOff() {
    var state = AppState.sample()
    state.tenant.isReadOnly = true
    let help = LinearSpeech().help(for: state).map(\.string)
    #expect(help.contains("L: move the deal to the next stage (off: this profile is read-only)"))
  }
}
