import Screen
import Testing

@testable import AppCore

/// The user's own keys beside the default ones.
@Suite struct KeymapTests {
  private func running(_ keymap: Keymap, _ keys: String, at place: Place) -> String? {
    if case .command(let command) = keymap.find(Key.parse(keys) ?? [], at: place) {
      command.id
    } else {
      nil
    }
  }

  @Test func theUsersKeyWinsAndTheDefaultOfTheOtherCommandIsLost() {
    let keymap = Keymap(chords: ["deal.open": ["L"]])
    #expect(running(keymap, "L", at: .board) == "deal.open")
    #expect(running(keymap, "<enter>", at: .board) == nil)
    #expect(running(Keymap(), "L", at: .board) == "deal.move-right")
  }

  @Test func aKeyOfOnePlaceWinsThereAndNowhereElse() {
    let keymap = Keymap(
      chords: ["deals.filter": ["f"]], localChords: [.board: ["deals.filter": ["s"]]])
    #expect(running(keymap, "s", at: .board) == "deals.filter")
    #expect(running(keymap, "f", at: .board) == nil)
    #expect(running(keymap, "f", at: .dealList) == "deals.filter")
    #expect(running(keymap, "s", at: .dealList) == "list.sort")
  }

  @Test func nothingUnbindsACommandButNotItsFixedKeys() {
    let keymap = Keymap(chords: ["quit": [], "deals.down": [], "deals.filter": []])
    #expect(running(keymap, "q", at: .board) == nil)
    #expect(running(keymap, "<c-c>", at: .board) == "quit")
    #expect(running(keymap, "<down>", at: .board) == "deals.down")
    #expect(running(keymap, "j", at: .board) == nil)
    #expect(running(keymap, "/", at: .board) == nil)
  }

  @Test func arrowsEscAndCtrlCCannotBeTaken() {
    let keymap = Keymap(chords: ["deal.open": ["<down>", "<c-c>", "<esc>", "o"]])
    #expect(running(keymap, "<down>", at: .board) == "deals.down")
    #expect(running(keymap, "<c-c>", at: .board) == "quit")
    #expect(running(keymap, "o", at: .board) == "deal.open")
    #expect(
      Keymap.problem(with: "<down>")?.string
        == "↓ always keeps its meaning, as the arrows, Esc and Ctrl-C do")
    #expect(Keymap.problem(with: "<nokey>")?.string.hasPrefix("\"<nokey>\" is no key") == true)
    #expect(Keymap.problem(with: "gq") == nil)
  }

  @Test func aClashNamesBothCommandsAndThePlaces() throws {
    let keymap = Keymap(chords: ["deal.open": ["L"]])
    let clash = try #require(keymap.clashes.first)
    #expect(keymap.clashes.count == 1)
    #expect(
      clash.text.string
        == "L in board, dealList: deal.open has it now, and deal.move-right has lost it")
    let both = Keymap(chords: ["deal.open": ["x"], "deal.note": ["x"]])
    #expect(both.clashes.map(\.winner) == ["deal.open"])
    #expect(both.clashes.map(\.loser) == ["deal.note"])
  }

  @Test func aChordThatHidesAnotherIsAClash() {
    let keymap = Keymap(chords: ["deal.open": ["g"]])
    #expect(keymap.clashes.map(\.keys.string) == ["gl", "gn", "gs", "gc", "gg"])
    #expect(
      keymap.clashes.map(\.loser) == [
        "deals.late", "deals.unplanned", "deals.stuck", "deals.closing", "deals.first",
      ])
    #expect(running(keymap, "g", at: .board) == "deal.open")
    let longer = Keymap(chords: ["deal.open": ["mm"]])
    #expect(longer.clashes.map(\.loser) == ["deal.move"])
    #expect(running(longer, "mm", at: .board) == "deal.open")
  }

  @Test func whatTheUserRebindsNoLongerClashes() {
    let keymap = Keymap(chords: ["deal.open": ["L"], "deal.move-right": ["+"]])
    #expect(keymap.clashes.isEmpty)
    #expect(running(keymap, "+", at: .board) == "deal.move-right")
  }

  @Test(arguments: Place.allCases)
  func noDefaultKeyMeansTwoThingsInOnePlace(_ place: Place) {
    var seen: [[Key]: String] = [:]
    for binding in Commands.bindings(at: place) {
      // Where something closer is left by it first, `q` does not leave the program.
      if binding.command.id == "quit" { continue }
      let other = seen[binding.keys]
      #expect(other == nil, "\(binding.keys) in \(place): \(other ?? "") and \(binding.command.id)")
      seen[binding.keys] = binding.command.id
    }
    for one in Commands.bindings(at: place) {
      for other in Commands.bindings(at: place) where one.keys != other.keys {
        #expect(!one.keys.hides(other.keys), "\(one.command.id) hides \(other.command.id)")
      }
    }
  }

  @Test func noCommandHasTheNameOfAPlace() {
    let ids = Set(Commands.all.map(\.id))
    #expect(Place.allCases.filter { ids.contains($0.rawValue) } == [])
  }

  @Test func theFooterAndTheHelpShowTheKeysOfThePlace() {
    var state = AppState.sample(width: 200)
    state.keymap.localChords[.board] = ["deal.open": ["<f5>"]]
    #expect(draw(state).text.contains("F5 open"))
    state.type("?open the deal")
    #expect(draw(state).text.contains("F5              open the deal"))
  }
}
