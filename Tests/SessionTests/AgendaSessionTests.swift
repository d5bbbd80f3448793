import LocalZoho
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

  /// A deal with a task late by three days, a call today and a meeting tomorrow, on the agenda.
  private func atZebra(_ work: (Session, String, Office) async throws -> Void) async throws {
    try await Office.open { (office) async throws in
      let deal = try await office.colleague.makeDeal("Zebra", in: "Qualification")
      let about = "\"What_Id\":{\"id\":\"\(deal)\"},\"$se_module\":\"Deals\""
      let today = office.clock.today
      _ = try await office.colleague.make(
        "Tasks",
        """
        "Subject":"Send zebra offer","Due_Date":"\(today.adding(days: -3))",\
        "Status":"In Progress",\(about)
        """)
      _ = try await office.colleague.make(
        "Calls",
        """
        "Subject":"Call about zebra","Call_Type":"Outbound",\
        "Call_Start_Time":"\(today.adding(days: 1))T10:00:00+00:00",\
        "Outgoing_Call_Status":"Scheduled","Description":"ask for Jane",\(about)
        """)
      let session = try await office.start()
      await session.press("4o/zebra<enter>g")
      office.clock.advance(seconds: 60)
      try await work(session, deal, office)
    }
  }

  private func record(_ module: String, _ id: Activity.ID, _ office: Office) async throws -> JSON {
    let answer = try await office.colleague.call("GET", "/crm/v8/\(module)/\(id)")
    return answer["data"][0]
  }

  @Test func aTaskIsCompletedWithOneKeyAndBroughtBackWithAnother() async throws {
    try await atZebra { (session, _, office) async throws in
      let task = try #require(session.state.agenda.row?.activity)
      #expect(task.subject == "Send zebra offer")
      #expect(session.screen.contains("late 3d"))
      await session.press("C")
      #expect(try await record("Tasks", task.id, office)["Status"].text == "Completed")
      #expect(session.state.agenda.row?.activity.subject == "Call about zebra")
      #expect(try await session.effects() == ["crm changed Tasks"])
      await session.press("u")
      #expect(try await record("Tasks", task.id, office)["Status"].text == "In Progress")
      #expect(session.state.agenda.count == 2)
    }
  }

  @Test func aTaskIsPutOnAnotherDayAndBack() async throws {
    try await atZebra { (session, _, office) async throws in
      let task = try #require(session.state.agenda.row?.activity)
      await session.press("R+5<enter>")
      let day = office.clock.today.adding(days: 5).description
      #expect(try await record("Tasks", task.id, office)["Due_Date"].text == day)
      #expect(session.state.agenda.row?.activity.id == task.id, "the cursor stays on it")
      #expect(session.screen.contains("in 5d"))
      await session.press("u")
      let before = office.clock.today.adding(days: -3).description
      #expect(try await record("Tasks", task.id, office)["Due_Date"].text == before)
    }
  }

  @Test func aDayThatIsNoneIsAskedForAgain() async throws {
    try await atZebra { (session, _, _) async throws in
      await session.press("Rsomeday<enter>")
      #expect(session.state.place == .prompt)
      #expect(session.screen.contains("someday is no day"))
      await session.press("<esc>")
      #expect(try await session.effects() == [])
    }
  }

  @Test func aCallIsLoggedWithHowItWent() async throws {
    try await atZebra { (session, _, office) async throws in
      await session.press("j")
      let call = try #require(session.state.agenda.row?.activity)
      #expect(call.kind == .call)
      await session.press("C")
      #expect(session.screen.contains("How did it go?"))
      for letter in "wants a split" { await session.take(.key(.character(letter))) }
      await session.press("<enter>")
      let stored = try await record("Calls", call.id, office)
      #expect(stored["Outgoing_Call_Status"].text == "Completed")
      #expect(stored["Description"].text == "ask for Jane\nwants a split")
      #expect(session.state.agenda.count == 1)
    }
  }

  @Test func aCallKeepsItsTimeOnAnotherDay() async throws {
    try await atZebra { (session, _, office) async throws in
      await session.press("j")
      let call = try #require(session.state.agenda.row?.activity)
      await session.press("R+8<enter>")
      let moved = try #require(session.state.agenda.row?.activity)
      #expect(moved.id == call.id)
      let shift = try #require(moved.time).timeIntervalSince(try #require(call.time))
      #expect(shift == 7 * 86_400)
      await session.press("u")
      #expect(session.state.agenda.row?.activity.time == call.time)
    }
  }

  @Test func loggingACallFromADealTakesTwoKeysAndTheWords() async throws {
    try await atZebra { (session, deal, office) async throws in
      await session.press("1")
      await session.find("zebra")
      await session.press("Ac")
      for letter in "Jane is in" { await session.take(.key(.character(letter))) }
      await session.press("<enter>")
      #expect(try await session.effects() == ["crm created Calls"])
      let calls = try await office.colleague.call(
        "GET", "/crm/v8/Calls?fields=Subject,Outgoing_Call_Status,What_Id,Description")
      let call = try #require(
        calls["data"].items.first { $0["Subject"].text == "Jane is in" })
      #expect(call["What_Id"]["id"].text == deal)
      #expect(call["Outgoing_Call_Status"].text == "Completed")
    }
  }

  @Test func aTaskAndAMeetingAreAddedInALine() async throws {
    try await atZebra { (session, _, office) async throws in
      await session.press("At")
      for letter in "Prepare zebra demo +2" { await session.take(.key(.character(letter))) }
      await session.press("<enter>")
      let row = try #require(
        session.state.agenda.page?.window.rows.first {
          $0.activity.subject == "Prepare zebra demo"
        })
      #expect(row.activity.day == office.clock.today.adding(days: 2))
      #expect(row.deal?.name == "Zebra")
      await session.press("Am")
      for letter in "Zebra demo" { await session.take(.key(.character(letter))) }
      await session.press("<enter>")
      #expect(session.statusLine.contains("a meeting needs a time of day"))
      for letter in " +2 14:30" { await session.take(.key(.character(letter))) }
      await session.press("<enter>")
      let meeting = try #require(
        session.state.agenda.page?.window.rows.first { $0.activity.subject == "Zebra demo" })
      #expect(meeting.activity.kind == .event)
      #expect(meeting.activity.day == office.clock.today.adding(days: 2))
    }
  }

  @Test func aRefusedChangeSaysSoAndLeavesTheAgendaAsItIs() async throws {
    try await atZebra { (session, _, office) async throws in
      let body = """
        {"data":[{"code":"INVALID_DATA","details":{"api_name":"Status"},\
        "message":"not allowed","status":"error"}]}
        """
      office.server.inject(
        Fault(
          .reply(status: 400, contentType: "application/json", body: body, headers: [:]),
          method: "PUT", pathPrefix: "/crm/v8/Tasks"))
      await session.press("C")
      #expect(session.statusLine.contains("not allowed"))
      #expect(session.screen.contains("✗ refused"))
      #expect(session.state.agenda.count == 2)
    }
  }
}
