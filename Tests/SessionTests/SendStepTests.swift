import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Void, written off, approved, and back again.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SendStepTests {
  private func money(_ session: Session) async throws -> DealMoney {
    await session.press("1")
    await session.find("initech licences")
    let money = try #require(session.state.board.detail?.money)
    await session.press("3")
    return money
  }

  @Test func aVoidInvoiceHasItsReasonAndComesBack() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("VWrong customer<enter>")
      #expect(session.screen.contains("Reason        Wrong customer"))
      #expect(try await session.effects() == [])
      await session.press("v")
      #expect(try await Late.invoice(late.old, office)["status"].text == "void")
      let history = try await office.colleague.call(
        "GET", "/books/v3/invoices/\(late.old)/comments")
      #expect(
        history["comments"].items.contains { $0["description"].text == "Void: Wrong customer" })
      #expect(try await money(session).invoiced[Currency("GBP")].amount == 400)
      await session.press("u")
      #expect(try await Late.invoice(late.old, office)["status"].text == "overdue")
      #expect(try await money(session).invoiced[Currency("GBP")].amount == 1000)
    }
  }

  @Test func whatIsWrittenOffIsNoPaymentAndCanBeOwedAgain() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("WBankrupt<enter>w")
      #expect(session.statusLine.contains("£600.00 of INV-"))
      #expect(try await Late.invoice(late.old, office)["write_off_amount"].number == 600)
      var now = try await money(session)
      #expect(now.invoiced[Currency("GBP")].amount == 1000)
      #expect(now.paid[Currency("GBP")].amount == 0, "nobody paid it")
      #expect(now.outstanding[Currency("GBP")].amount == 400)
      await session.press("u")
      #expect(try await Late.invoice(late.old, office)["balance"].number == 600)
      now = try await money(session)
      #expect(now.outstanding[Currency("GBP")].amount == 1000)
    }
  }

  @Test func aWriteOffWhoseAnswerWasLostHappensOnce() async throws {
    try await Late.open { (session, office, late) async throws in
      office.server.inject(
        Fault(
          .applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices/\(late.old)/writeoff"))
      await session.press("WBankrupt<enter>w")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(try await Late.invoice(late.old, office)["write_off_amount"].number == 600)
      let history = try await office.colleague.call(
        "GET", "/books/v3/invoices/\(late.old)/comments")["comments"].items
      #expect(history.count { $0["description"].text.hasPrefix("Invoice written off") } == 1)
      #expect(history.count { $0["description"].text == "Written off: Bankrupt" } == 1)
    }
  }

  @Test func aDraftIsSubmittedApprovedAndOnlyThenSent() async throws {
    try await Office.open { (office) async throws in
      let (_, customer) = try await office.colleague.makeInitech()
      let made = try await office.colleague.call(
        "POST", "/books/v3/invoices",
        """
        {"customer_id":"\(customer)","date":"2026-11-01","due_date":"2026-12-01",\
        "line_items":[{"name":"Work","rate":100,"quantity":1}]}
        """)
      let id = made["invoice"]["invoice_id"].text
      let session = try await office.start()
      office.clock.advance(seconds: 60)
      await session.press("3/initech<enter>As")
      #expect(try await Late.invoice(id, office)["status"].text == "pending_approval")
      await session.press("S")
      #expect(session.statusLine.contains("it waits for approval"))
      await session.press("ll")
      #expect(session.screen.contains("[Approvals 1]"))
      #expect(session.screen.contains("to approve"))
      await session.press("Aa")
      #expect(try await Late.invoice(id, office)["status"].text == "approved")
      await session.press("Ss")
      #expect(try await Late.invoice(id, office)["status"].text == "sent")
      #expect(try await session.mail().count == 1)
    }
  }

  @Test func theAgesOfWhatIsUnpaidStandBelowTheList() async throws {
    try await Late.open { (session, _, late) async throws in
      let ageing = try #require(session.state.invoices.summary?.ageing)
      let all = ageing.values.reduce(into: Totals()) { $0.add($1) }
      let unpaid = session.state.invoices.balances(of: .all)
      #expect(all.full == unpaid.full, "every invoice is in one bucket")
      #expect(session.screen.contains("31-45"))
      #expect(session.screen.contains("45+"))
    }
  }

  @Test func theListIsOrderedByAnyColumnAndPartPaidHasItsTab() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("zsunpaid<enter>")
      var rows = session.state.invoices.current.window?.rows ?? []
      #expect(rows.map(\.balance) == [600, 400])
      await session.press("zr")
      rows = session.state.invoices.current.window?.rows ?? []
      #expect(rows.map(\.balance) == [400, 600])
      await session.press("p<c-u>100<c-s>r<esc>llll")
      #expect(session.state.invoices.tab == .partPaid)
      rows = session.state.invoices.current.window?.rows ?? []
      #expect(rows.contains { $0.id.rawValue == late.new && $0.balance == 300 })
      #expect(rows.allSatisfy { $0.balance < $0.total && $0.balance > 0 })
      #expect(session.state.invoices.summary?.partPaid.count == rows.count)
    }
  }

  @Test func anInvoiceIsReadAsAPageAndItsPDFNamedByThePattern() async throws {
    try await Late.open { (session, _, _) async throws in
      await session.press("o")
      #expect(session.state.place == .paper)
      #expect(session.screen.contains("INVOICE"))
      #expect(session.screen.contains("Balance due"))
      #expect(session.screen.contains("£600.00"))
      await session.press("yp")
      #expect(session.statusLine.contains(" Initech Ltd 2026-11-01.pdf"))
      #expect(session.statusLine.contains("the path on the clipboard"))
    }
  }
}
