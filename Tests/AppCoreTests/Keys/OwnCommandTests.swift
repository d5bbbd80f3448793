import Sales
import Screen
import Testing

@testable import AppCore

/// Commands of the user's own.
@Suite struct OwnCommandTests {
  private func state(_ own: OwnCommand) -> AppState {
    var state = AppState.sample()
    state.keymap.own = [own]
    return state
  }

  private func started(_ effects: [Effect]) -> CommandRun? {
    guard case .settings(.run(let run))? = effects.first else { return nil }
    return run
  }

  @Test func theDealGoesToTheProgramAsJSON() throws {
    var state = state(
      OwnCommand(name: "Open", key: "<f5>", scope: .deal, arguments: ["prog", "a b"]))
    let run = try #require(started(state.type("<f5>")))
    #expect(run.arguments == ["prog", "a b"])
    #expect(
      run.input == """
        {"kind":"deal","id":"d1","Deal_Name":"Initech licences and a rollout over two years",\
        "Amount":22500,"Currency":"GBP","Stage":"Qualification","Pipeline":"Standard",\
        "Closing_Date":"2026-12-15","Probability":null,\
        "Account_Name":{"id":"a-Initech","name":"Initech"},\
        "Contact_Name":{"id":"c-Jane Doe","name":"Jane Doe"},\
        "Owner":{"id":"u1","name":"Ann Lee"},"Next_Step":null,"Description":null}
        """)
    #expect(run.environment["FAIRLEAD_ID"] == "d1")
    #expect(run.environment["FAIRLEAD_KIND"] == "deal")
    #expect(run.environment["FAIRLEAD_ORGANIZATION"] == "Acme Ltd")
    #expect(run.environment["FAIRLEAD_READ_ONLY"] == "0")
    #expect(run.environment["FAIRLEAD_RECORD"] == run.input)
  }

  @Test func namesCannotBreakOutOfTheJSON() throws {
    var state = state(OwnCommand(name: "Open", key: "<f5>", scope: .deal, arguments: ["prog"]))
    var page = BoardPage.sample
    let row = DealRow.sample("x1", "a\"b\\c\n\u{1b}]\0", 1, in: "qual", next: nil)
    page.columns["qual"] = .all([row])
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    let run = try #require(started(state.type("<f5>")))
    #expect(run.input.contains(#""Deal_Name":"a\"b\\c\u000a\u001b]\u0000""#))
    #expect(run.environment["FAIRLEAD_NAME"] == "a\"b\\c\n\u{1b}]")
  }

  @Test func itIsOffWithoutARecordAndInOtherPlaces() {
    var state = state(OwnCommand(name: "Open", key: "<f5>", scope: .deal, arguments: ["prog"]))
    state.type("3")
    #expect(state.type("<f5>") == [])
    var empty = AppState(
      size: Size(width: 80, height: 24), now: .sampleNow, today: .sampleToday, tenant: .sample)
    empty.keymap.own = state.keymap.own
    #expect(empty.type("<f5>") == [])
    #expect(empty.event?.text.string == "Open: no deal selected")
  }

  @Test func aDangerousOneIsOffInAReadOnlyProfile() {
    var state = state(
      OwnCommand(
        name: "Wipe", key: "<f5>", scope: .deal, arguments: ["prog"], isDangerous: true))
    #expect(started(state.type("<f5>")) != nil)
    state.tenant.isReadOnly = true
    #expect(state.type("<f5>") == [])
    #expect(state.event?.text.string == "Wipe: this profile is read-only")
  }

  @Test func oneThatAsksSaysWhatItRunsAndOnWhat() {
    var state = state(
      OwnCommand(
        name: "Wipe", key: "r", scope: .deal, arguments: ["rm", "it"], asksFirst: true))
    #expect(state.type("r") == [])
    let text = draw(state).text
    #expect(text.contains("Run Wipe?"))
    #expect(text.contains("deal Initech licences and a rollout over two years"))
    #expect(text.contains("rm it"))
    #expect(text.contains("Acme Ltd (eu)"))
    // The key that opened the question cannot answer it.
    #expect(state.type("r") == [])
    #expect(state.place == .confirmation)
    #expect(started(state.type("<down><enter>"))?.name == "Wipe")
  }

  @Test func itsKeyWinsAndTheHelpListsIt() {
    var state = state(OwnCommand(name: "Mine", key: "L", scope: .deal, arguments: ["prog"]))
    #expect(started(state.type("L"))?.name == "Mine")
    #expect(state.keymap.clashes.map(\.loser) == ["deal.move-right"])
    state.size = Size(width: 120, height: 60)
    state.type("?")
    #expect(draw(state).text.contains("Your own commands"))
    #expect(draw(state).text.contains("L               Mine"))
  }

  @Test func whatItWritesIsToldOrShown() throws {
    var state = state(OwnCommand(name: "Mine", key: "<f5>", scope: .deal, arguments: ["prog"]))
    var run = try #require(started(state.type("<f5>")))
    func end(_ result: CommandResult) { _ = reduce(&state, .settings(.commandEnded(run, result))) }
    end(.ended(status: 0, text: "\nall well\nmore\n"))
    #expect(state.event?.text.string == "Mine: all well")
    end(.ended(status: 3, text: "no such thing\n"))
    #expect(state.event?.text.string == "Mine ended with 3: no such thing")
    #expect(state.event?.kind == .failure)
    end(.failed("prog could not be started"))
    #expect(state.event?.text.string == "Mine: prog could not be started")
    run.output = .none
    state.event = nil
    end(.ended(status: 0, text: "quiet"))
    #expect(state.event == nil)
    run.output = .pane
    end(.ended(status: 0, text: (1...100).map { "line \($0)" }.joined(separator: "\n")))
    #expect(draw(state).text.contains("┌ Mine: 100 lines"))
    #expect(draw(state).text.contains("line 1 "))
    state.type("G")
    #expect(draw(state).text.contains("line 100"))
    state.type("q")
    #expect(state.overlays.isEmpty)
  }
}
