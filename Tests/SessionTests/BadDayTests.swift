import FoundationEssentials
import LocalZoho
import Outbox
import Testing

@testable import AppCore
@testable import Services

/// A person works through a day on which the way to Zoho breaks again and again. At its end every
/// write has happened as often as it says, and the board is the server's.
@Suite(.serialized, .timeLimit(.minutes(5))) struct BadDayTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func nothingHappensTwiceAndNothingIsLost(seed: UInt64) async throws {
    try await Office.open { (office) async throws in
      var dice = Dice(state: seed)
      let session = try await office.start()
      for _ in 0..<40 {
        if dice.roll(3) == 0 { office.server.inject(dice.fault()) }
        await session.press(dice.keys())
        await session.wait(seconds: Double(dice.roll(20)))
      }
      try await office.colleague.call("DELETE", "/_local/faults")
      for _ in 0..<8 { await session.wait(seconds: 400) }
      await session.press("r")
      try await check(session, office, "seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func moneyAndMailLeaveOnce(seed: UInt64) async throws {
    try await Office.open { (office) async throws in
      var dice = Dice(state: seed)
      let (_, customer) = try await office.colleague.makeInitech()
      for amount in [600, 400, 250] {
        try await office.colleague.makeInvoice(of: customer, amount: amount, due: "2026-12-01")
      }
      let session = try await office.start()
      for _ in 0..<60 {
        if dice.roll(2) == 0 { office.server.inject(dice.fault(under: "/books/v3")) }
        await session.press(dice.moneyKeys())
        await session.wait(seconds: Double(dice.roll(30)))
      }
      try await office.colleague.call("DELETE", "/_local/faults")
      for _ in 0..<8 { await session.wait(seconds: 400) }
      let intents = try office.journal.history(limit: 1000)
      let effects = try await session.effects()
      func check(_ name: String, happened: Int, _ isMeant: (Intent) -> Bool) {
        let meant = intents.filter(isMeant)
        let known = meant.filter { $0.state == .confirmed }.count
        let open = meant.filter { !$0.state.isFinal }.count
        #expect((known...known + open).contains(happened), "\(name), seed \(seed)")
      }
      check("payments", happened: effects.filter { $0 == "books created customerpayments" }.count) {
        if case .recordPayment = $0.work { true } else { false }
      }
      check("mails", happened: try await session.mail().count) {
        if case .emailInvoice = $0.work { true } else { false }
      }
      check("invoices", happened: effects.filter { $0 == "books created invoices" }.count) {
        if case .createInvoice = $0.work { true } else { false }
      }
      #expect(intents.count > 3, "something was asked for")
    }
  }

  private func check(_ session: Session, _ office: Office, _ seed: Comment) async throws {
    let intents = try office.journal.history(limit: 1000)
    let effects = try await session.effects()
    let notes = intents.filter { if case .createNote = $0.work { true } else { false } }
    let written = effects.filter { $0 == "crm created Notes" }.count
    let known = notes.filter { $0.state == .confirmed }.count
    let open = notes.filter { !$0.state.isFinal }.count
    #expect((known...known + open).contains(written), seed)
    #expect(intents.allSatisfy { $0.state != .dispatching && $0.state != .probing }, seed)
    let moves = intents.filter { if case .moveStage = $0.work { true } else { false } }
    #expect(moves.allSatisfy { $0.state.isFinal || $0.state == .conflict }, seed)
    let resent = moves.reduce(0) { $0 + $1.automaticResends }
    #expect(
      effects.filter { $0 == "crm changed Deals" }.count
        <= moves.filter { $0.state == .confirmed }.count + resent, seed)
    let figures = try await office.colleague.figures(of: "Standard")
    let deals = try #require(session.state.board.deals)
    #expect(session.state.sync.failure == nil, seed)
    for stage in deals.pipeline.stages {
      let count = deals.summary.column(stage.id).count
      #expect(count == figures[stage.id.rawValue]?.count ?? 0, seed)
    }
  }
}

/// Decides what happens, the same for the same seed.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  mutating func keys() -> String {
    ["L", "H", "L", "j", "jj", "l", "h", "u", "nHello<enter>", "r", "t<enter>"][roll(11)]
  }

  mutating func moneyKeys() -> String {
    let draft =
      "<esc><esc>1/initech licences<enter>i" + InvoiceTests.lines
      + ["<c-s>", "Ss", "Sm<tab><enter>"][roll(3)]
    return [
      "<esc><esc><esc>3j", "k", "<esc><esc>3gg", "p<c-s>r<esc>", "p10<c-s>r<esc>", "Ss<esc>",
      "M<tab><enter>", draft, "<c-s>", "<esc>", "6gc",
    ][roll(11)]
  }

  mutating func fault(under path: String = "/crm") -> Fault {
    let kinds: [Fault.Kind] = [
      .applyThenDrop, .drop, .cut(afterBytes: 10), .invalidToken,
      .reply(status: 500, contentType: "text/html", body: "<h1>Oops</h1>", headers: [:]),
      .reply(
        status: 429, contentType: "application/json",
        body:
          #"{"code":"TOO_MANY_REQUESTS","details":{},"message":"slow down","status":"error"}"#,
        headers: ["Retry-After": "7"]),
    ]
    let method = ["PUT", "PUT", "POST", "GET"][roll(4)]
    return Fault(kinds[roll(kinds.count)], method: method, pathPrefix: path, count: 1 + roll(3))
  }
}
