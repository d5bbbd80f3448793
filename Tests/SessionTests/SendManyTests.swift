import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Marked invoices: listed first, done each once, and only what failed tried again.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SendManyTests {
  @Test func manyAreMailedAndOnlyTheRefusedTriedAgain() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("*S")
      #expect(session.screen.contains("Mail 2 invoices"))
      #expect(session.screen.contains("2 ready, £1,000.00, to 1 addresses"))
      #expect(try await session.mail() == [])
      office.server.inject(
        Fault(
          .reply(
            status: 400, contentType: "application/json",
            body: #"{"code":1025,"message":"Mail server is busy"}"#, headers: [:]),
          method: "POST", pathPrefix: "/books/v3/invoices/\(late.new)/email"))
      await session.press("s")
      #expect(session.statusLine == "1 mailed, 1 not.")
      #expect(session.screen.contains("Mail server is busy"))
      #expect(try await session.mail().count == 1)
      await session.press("s")
      #expect(try await session.mail().count == 1, "nothing is ready any more")
      await session.press("t")
      #expect(try await session.mail().count == 2)
      #expect(session.statusLine == "2 mailed.")
      let effects = try await session.effects().filter { $0 == "books mailed invoices" }
      #expect(effects.count == 2)
    }
  }

  @Test func oneOfManyWhoseAnswerWasLostIsNotTriedAgain() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("*S")
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices/\(late.old)/email"))
      await session.press("s")
      #expect(session.statusLine == "1 mailed, 1 unsure, see 6 Outbox.")
      await session.press("t")
      #expect(try await session.mail().count == 2)
      await session.wait(seconds: 3)
      #expect(session.statusLine == "2 mailed.")
      #expect(try await session.mail().count == 2)
    }
  }

  @Test func whatIsLeftOutIsNotMailed() async throws {
    try await Late.open { (session, _, _) async throws in
      await session.press("*S<space>s")
      #expect(try await session.mail().count == 1)
    }
  }

  @Test func manyAreMarkedAsSentAndOthersSayWhyNot() async throws {
    try await Office.open { (office) async throws in
      let (_, customer) = try await office.colleague.makeInitech()
      for amount in [100, 200] {
        try await office.colleague.call(
          "POST", "/books/v3/invoices",
          """
          {"customer_id":"\(customer)","date":"2026-11-01","due_date":"2026-12-01",\
          "line_items":[{"name":"Work","rate":\(amount),"quantity":1}]}
          """)
      }
      try await office.colleague.makeInvoice(of: customer, amount: 300, due: "2026-12-20")
      let session = try await office.start()
      office.clock.advance(seconds: 60)
      await session.press("3/initech<enter>*M")
      #expect(session.screen.contains("2 ready, £300.00"))
      #expect(session.screen.contains("it is no draft any more"))
      #expect(try await session.effects() == [])
      await session.press("m")
      #expect(session.statusLine == "2 marked as sent.")
      #expect(
        try await session.effects() == ["books changed invoices", "books changed invoices"])
    }
  }

  @Test func manyAreVoidForOneReasonEach() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("*VBilled twice<enter>")
      #expect(try await session.effects() == [])
      await session.press("v")
      for id in [late.old, late.new] {
        #expect(try await Late.invoice(id, office)["status"].text == "void")
        let history = try await office.colleague.call("GET", "/books/v3/invoices/\(id)/comments")
        #expect(
          history["comments"].items.count { $0["description"].text == "Void: Billed twice" } == 1)
      }
    }
  }

  @Test func manyAreOnePDF() async throws {
    try await Late.open { (session, _, _) async throws in
      await session.press("*w")
      #expect(session.statusLine.hasPrefix("The PDF is in "))
      #expect(session.statusLine.hasSuffix("2 invoices 2026-11-24.pdf"))
    }
  }
}
