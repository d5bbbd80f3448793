import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// Whatever is pressed in whatever order: nothing traps, nothing is lost, and nothing is written at
/// Zoho without its question.
@Suite(.timeLimit(.minutes(5))) struct InvoiceRandomKeyTests {
  private static let keys: [Key] =
    (Key.parse("<tab><s-tab><enter><esc><up><down><left><right><c-n><c-e><c-r><c-o><del>")
      ?? []) + [.backspace]
    + (Key.parse("hjklyypdduJKGgcdtunrx$^0123456789.,%*+-()=;abeilnox 日é") ?? [])
    + [.paste("1,5\n日本"), .ctrl("u"), .ctrl("w"), .home, .end]

  /// A small generator, so that a failure can be run again by its seed.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) ^ (state << 31)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func anyKeysLeaveADraftThatCanBeDrawnAndSaved(seed: UInt64) {
    var numbers = Numbers(state: seed)
    let sizes = [(120, 32), (80, 24), (60, 16), (20, 6), (1, 1)]
    let (width, height) = sizes[Int(seed) % sizes.count]
    var state = InvoiceSamples.editing(width: width, height: height)
    var saved = state.editor?.draft
    for step in 0..<1500 {
      let key = Self.keys[Int.random(in: 0..<Self.keys.count, using: &numbers)]
      if key == .escape, state.place == .editor { continue }
      let effects = state.press(key)
      for effect in effects {
        state.answer(effect)
        if case .saveDraft(let draft) = effect { saved = draft }
        if case .storeDraft = effect { Issue.record("saved at Books by \(key)") }
        if case .enqueue = effect { Issue.record("written at Zoho by \(key)") }
      }
      guard let editor = state.editor else {
        Issue.record("the editor closed at step \(step) of seed \(seed)")
        return
      }
      #expect(!editor.draft.lines.isEmpty)
      if let line = editor.cell.lineIndex { #expect(editor.draft.lines.indices.contains(line)) }
      if step.isMultiple(of: 25) { _ = draw(state) }
    }
    #expect(saved?.filledLines == state.editor?.draft.filledLines, "what is shown is on disk")
    #expect(saved?.notes == state.editor?.draft.notes)
  }
}
