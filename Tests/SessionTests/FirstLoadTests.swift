import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// The first minutes: an empty program fills itself, and says the truth about what it shows.
@Suite(.serialized, .timeLimit(.minutes(5))) struct FirstLoadTests {
  @Test func theBoardHasTheServersCountsAndSums() async throws {
    try await Office.open(deals: 450) { (office) async throws in
      let session = try await office.start(width: 250, height: 40)
      let figures = try await office.colleague.figures(of: "Standard")
      let deals = try #require(session.state.board.deals)
      #expect(deals.pipeline.name == "Standard")
      #expect(figures.values.reduce(0) { $0 + $1.count } > 200, "more than a page")
      for stage in deals.pipeline.stages {
        let column = deals.summary.column(stage.id)
        let figure = figures[stage.id.rawValue] ?? (0, [:])
        #expect(column.count == figure.count, "\(stage.name)")
        for (currency, sum) in figure.sums {
          #expect(column.totals[Currency(currency)].amount == sum, "\(stage.name)")
        }
      }
      let closed = ["Closed Won", "Closed Lost", "Closed Lost to Competition"]
      let open = figures.filter { !closed.contains($0.key) }.reduce(0) { $0 + $1.value.count }
      #expect(session.screen.contains("\(open) open"))
      #expect(session.screen.contains("Zylker") || session.screen.contains("(local, demo)"))
      #expect(try await session.effects() == [], "reading writes nothing")
    }
  }

  @Test func aSecondStartShowsTheRowsBeforeAnyCall() async throws {
    try await Office.open { (office) async throws in
      let first = try await office.start()
      #expect(first.state.sync.lastSynced != nil)
      await office.server.stop()
      let second = try await office.start(reaching: false)
      #expect(second.screen.contains("Qualification"))
      #expect(
        second.state.board.deals?.summary == first.state.board.deals?.summary)
      #expect(second.state.sync.failure != nil)
      #expect(second.statusLine.hasPrefix("No connection"))
      #expect(second.screen.contains("✗ failed"))
    }
  }

  @Test func withoutAServerAnEmptyProgramSaysSo() async throws {
    try await Office.open { (office) async throws in
      await office.server.stop()
      let session = try await office.start(reaching: false)
      #expect(session.screen.contains("No stages yet. No connection"))
    }
  }

  @Test(arguments: [
    Fault.Kind.reply(
      status: 200, contentType: "text/html", body: "<html>Sign in to the hotel</html>", headers: [:]
    ),
    .reply(status: 500, contentType: "text/html", body: "<h1>Oops</h1>", headers: [:]),
    .cut(afterBytes: 40),
  ])
  func anAnswerThatMakesNoSenseLeavesTheRows(_ kind: Fault.Kind) async throws {
    try await Office.open { (office) async throws in
      let session = try await office.start()
      let before = session.state.board.deals?.summary
      let failures = session.state.log.filter { $0.kind == .failure }.count
      #expect(failures == 0)
      office.clock.advance(seconds: 60)
      _ = try await office.colleague.makeDeal("Zebra crossing")
      office.server.inject(Fault(kind, method: "GET", pathPrefix: "/crm/v8/Deals", count: 5))
      await session.press("r")
      #expect(session.state.board.deals?.summary == before)
      #expect(session.state.sync.failure != nil)
      #expect(session.state.event?.kind == .failure)
      #expect(session.state.log.contains { $0.kind == .failure })
      #expect(session.screen.contains("✗ failed"))
    }
  }

  @Test func aTokenThatEndedIsRenewedOnce() async throws {
    try await Office.open { (office) async throws in
      let session = try await office.start()
      #expect(office.tokenCalls == 1)
      office.server.inject(Fault(.invalidToken, pathPrefix: "/crm/v8/Deals"))
      await session.press("r")
      #expect(office.tokenCalls == 2)
      #expect(session.state.sync.failure == nil)
      #expect(session.state.log.filter { $0.kind == .failure } == [])
    }
  }

  @Test func booksAskingToWaitIsWaitedFor() async throws {
    try await Office.open { (office) async throws in
      office.server.inject(
        Fault(
          .reply(
            status: 429, contentType: "application/json",
            body:
              #"{"code":44,"message":"For security reasons you have been blocked for some time"}"#,
            headers: ["Retry-After": "40"]), pathPrefix: "/books/v3/invoices"))
      let began = office.clock.now
      let session = try await office.start()
      #expect(session.state.sync.failure == nil)
      #expect(office.clock.now.timeIntervalSince(began) >= 40)
      await session.press("3")
      #expect(session.screen.contains("INV-"))
    }
  }

  @Test func aFilterFindsAndEscShowsAllAgain() async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.makeDeal("Zebra crossing")
      let session = try await office.start()
      await session.press("/zebra")
      #expect(session.screen.contains("Zebra crossing"))
      #expect(session.state.board.deals?.columns.values.reduce(0) { $0 + $1.window.count } == 1)
      await session.press("<enter><esc>")
      #expect(
        session.state.board.deals?.columns.values.reduce(0) { $0 + $1.window.count } ?? 0 > 10)
    }
  }

  @Test func theListHasEveryDealOfThePipeline() async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.makeDeal("Zebra crossing", amount: 999_999)
      let session = try await office.start()
      await session.press("v/zebra<enter>")
      #expect(session.screen.contains("every stage"))
      #expect(session.screen.contains("Zebra crossing"))
      await session.press("<esc>")
      let count = try await office.colleague.figures(of: "Standard").values.reduce(0) {
        $0 + $1.count
      }
      #expect(session.state.board.deals?.table.window.count == count)
    }
  }

  @Test func aDealThatWasDeletedGoesAtTheNextRefresh() async throws {
    try await Office.open { (office) async throws in
      let deal = try await office.colleague.makeDeal("Zebra crossing")
      let session = try await office.start()
      #expect(session.screen(120, 60).contains("Zebra"))
      office.clock.advance(seconds: 300)
      try await office.colleague.call("DELETE", "/crm/v8/Deals/\(deal)")
      await session.press("r")
      #expect(!session.screen(120, 60).contains("Zebra"))
    }
  }
}
