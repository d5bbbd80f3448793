import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// What a customer has left: put on an invoice, or given back.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SendCreditTests {
  /// Initech has paid £250.00 too much.
  private func withCredit(
    _ work: (Session, Office, Late, String) async throws -> Void
  ) async throws {
    try await Late.open { (session, office, late) async throws in
      let made = try await office.colleague.call(
        "POST", "/books/v3/customerpayments",
        """
        {"customer_id":"\(late.customer)","payment_mode":"banktransfer","amount":250,\
        "date":"2026-11-20"}
        """)
      await session.press("r")
      session.ledgerStart = try await office.colleague.ledgerLength()
      try await work(session, office, late, made["payment"]["payment_id"].text)
    }
  }

  @Test func creditIsOfferedAndPutOnTheInvoice() async throws {
    try await withCredit { (session, office, late, payment) async throws in
      await session.press("p")
      #expect(session.screen.contains("£250.00 of credit is left"))
      await session.press("<c-o>")
      #expect(session.state.place == .credits)
      #expect(session.screen.contains("£350.00 stays unpaid"))
      await session.press("200")
      #expect(session.screen.contains("£400.00 stays unpaid"))
      await session.press("<c-s>a")
      #expect(session.statusLine.hasPrefix("£200.00 of credit is on INV-"))
      #expect(try await Late.invoice(late.old, office)["balance"].number == 400)
      let left = try await office.colleague.call(
        "GET", "/books/v3/customerpayments/\(payment)")["payment"]["unused_amount"].number
      #expect(left == 50)
      await session.press("1")
      await session.find("initech licences")
      let money = try #require(session.state.board.detail?.money)
      #expect(money.outstanding[Currency("GBP")].amount == 800)
      #expect(money.paid[Currency("GBP")].amount == 200)
    }
  }

  @Test func creditWhoseAnswerWasLostGoesOnOnce() async throws {
    try await withCredit { (session, office, late, _) async throws in
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices/\(late.old)/credits"))
      await session.press("C<c-s>a")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.press("C")
      #expect(session.state.overlays.isEmpty)
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(try await Late.invoice(late.old, office)["balance"].number == 350)
    }
  }

  @Test func moreThanThereIsIsRefusedAtOnce() async throws {
    try await withCredit { (session, _, _, _) async throws in
      await session.press("C300")
      #expect(session.screen.contains("has only £250.00 left"))
      await session.press("<c-s>")
      #expect(session.state.place == .credits)
      #expect(try await session.effects() == [])
    }
  }

  @Test func moneyIsGivenBackOnceAndItsAnswerMayBeLost() async throws {
    try await withCredit { (session, office, _, payment) async throws in
      await session.press("<c-b>")
      #expect(session.state.place == .refund)
      office.server.inject(
        Fault(
          .applyThenDrop, method: "POST", pathPrefix: "/books/v3/customerpayments/\(payment)"))
      await session.press("100<c-s>")
      #expect(session.screen.contains("Give £100.00 back to Initech Ltd?"))
      #expect(try await session.effects() == [])
      await session.press("r")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      let refunds = try await office.colleague.call(
        "GET", "/books/v3/customerpayments/\(payment)/refunds")["payment_refunds"].items
      #expect(refunds.count == 1)
      #expect(refunds.first?["reference_number"].text.hasPrefix("FL-") == true)
      let left = try await office.colleague.call(
        "GET", "/books/v3/customerpayments/\(payment)")["payment"]["unused_amount"].number
      #expect(left == 150)
    }
  }

  @Test func withNothingLeftNothingIsOffered() async throws {
    try await Late.open { (session, _, _) async throws in
      await session.press("C")
      #expect(session.state.overlays.isEmpty)
      #expect(session.statusLine.contains("has no credit left"))
    }
  }
}
