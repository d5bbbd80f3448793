import Sales
import Testing

@testable import AppCore

/// The agenda over a real organization.
@Suite(.serialized, .timeLimit(.minutes(5))) struct AgendaSessionTests {
  @Test func theAgendaShowsMineThenEverybodys() async throws {
    try await Office.open(deals: 60) { (office) async throws in
      let session = try await office.start()
      #expect(session.state.tenant.user != nil, "who is signed in is known after the first sync")
      await session.press("4")
      #expect(session.screen.contains("Agenda ─ mine"))
      let mine = session.state.agenda.count
      let rows = try #require(session.state.agenda.page).window.rows
      #expect(rows.allSatisfy { $0.activity.owner?.id == session.state.tenant.user?.id })
      #expect(rows.allSatisfy { !$0.activity.isDone })
      await session.press("o")
      #expect(session.screen.contains("Agenda ─ everyone"))
      #expect(session.state.agenda.count > mine)
      let days = try #require(session.state.agenda.page).window.rows.compactMap(\.activity.day)
      #expect(days == days.sorted())
    }
  }

  @Test func filteringFindsByTheDealAndEnterOpensIt() async throws {
    try await Office.open(deals: 60) { (office) async throws in
      let session = try await office.start()
      await session.press("4o")
      let row = try #require(
        session.state.agenda.page?.window.rows.first {
          $0.deal?.name.contains(" ") == true && $0.activity.kind == .task
        })
      let name = try #require(row.deal?.name)
      await session.press("/")
      for word in name.split(separator: " ") {
        for letter in word { await session.take(.key(.character(letter))) }
        await session.take(.key(.character(" ")))
      }
      await session.press("<enter>")
      let found = try #require(session.state.agenda.page).window.rows
      #expect(!found.isEmpty)
      #expect(found.allSatisfy { $0.deal?.name == name })
      await session.press("<enter>")
      #expect(session.state.screen == .pipeline)
      #expect(session.state.board.selectedRow?.deal.name == name)
    }
  }
}
