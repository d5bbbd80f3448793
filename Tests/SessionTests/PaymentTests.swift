import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// A customer with two invoices that are not paid.
struct Billed {
  var customer: String
  var old: String
  var new: String
}

/// Money that came in, on one invoice or over several.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PaymentTests {
  /// Initech owes £600.00, due first, and £400.00.
  func atInvoices(
    _ work: (Session, Office, Billed) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let (deal, customer) = try await office.colleague.makeInitech()
      func bill(_ amount: Int, due: String) async throws -> String {
        try await office.colleague.makeInvoice(
          of: customer, amount: amount, due: due, deal: deal)
      }
      let billed = Billed(
        customer: customer, old: try await bill(600, due: "2026-12-01"),
        new: try await bill(400, due: "2026-12-10"))
      let session = try await office.start()
      office.clock.advance(seconds: 60)
      await session.press("3/initech<enter>")
      try await work(session, office, billed)
    }
  }

  private func invoice(_ id: String, _ office: Office) async throws -> (String, Decimal) {
    let invoice = try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
    return (invoice["status"].text, invoice["balance"].number)
  }

  @Test func aPaymentInFullClosesItsInvoice() async throws {
    try await atInvoices { (session, office, billed) async throws in
      #expect(session.state.invoices.invoice?.id.rawValue == billed.old, "the first due is first")
      await session.press("p<c-s>")
      #expect(session.screen.contains("Record £600.00 from Initech Ltd?"))
      #expect(try await session.effects() == [])
      await session.press("r")
      #expect(session.statusLine == "Payment of £600.00 recorded for Initech Ltd.")
      #expect(try await invoice(billed.old, office) == ("paid", 0))
      #expect(try await invoice(billed.new, office) == ("sent", 400))
      #expect(
        try await session.effects().filter { $0 == "books created customerpayments" }.count == 1)
      #expect(!session.screen.contains("pending"))
    }
  }

  @Test func aPaymentGoesToTheOldestFirst() async throws {
    try await atInvoices { (session, office, billed) async throws in
      await session.press("p750<c-s>r")
      #expect(session.statusLine == "Payment of £750.00 recorded for Initech Ltd.")
      #expect(try await invoice(billed.old, office) == ("paid", 0))
      #expect(try await invoice(billed.new, office).1 == 250)
      let rows = session.state.invoices.current.window?.rows ?? []
      #expect(rows.first { $0.id.rawValue == billed.new }?.balance == 250, "read again by itself")
    }
  }

  @Test func theDealsMoneyChanges() async throws {
    try await atInvoices { (session, _, _) async throws in
      await session.press("p750<c-s>r1")
      await session.find("initech licences")
      let pounds = Currency("GBP")
      let money = try #require(session.state.board.detail?.money)
      #expect(money.invoiced[pounds].amount == 1000)
      #expect(money.paid[pounds].amount == 750)
      #expect(money.outstanding[pounds].amount == 250)
      #expect(session.screen(140, 40).contains("£250.00"))
    }
  }

  @Test func aPaymentWhoseAnswerWasLostIsFoundByItsTag() async throws {
    try await atInvoices { (session, office, billed) async throws in
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/customerpayments"))
      await session.press("p<c-s>r")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.press("p")
      #expect(session.state.overlays.isEmpty, "no second one meanwhile")
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(try await invoice(billed.old, office) == ("paid", 0))
      let rows = session.state.invoices.current.window?.rows ?? []
      #expect(rows.first { $0.id.rawValue == billed.old }?.balance == 0)
      #expect(
        try await session.effects().filter { $0 == "books created customerpayments" }.count == 1)
    }
  }

  @Test func aRefusedPaymentChangesNothing() async throws {
    try await atInvoices { (session, office, billed) async throws in
      office.server.inject(
        Fault(
          .reply(
            status: 400, contentType: "application/json",
            body: #"{"code":24016,"message":"The amount is more than the balance due"}"#,
            headers: [:]), method: "POST", pathPrefix: "/books/v3/customerpayments"))
      await session.press("p<c-s>r")
      #expect(session.statusLine.contains("The amount is more than the balance due"))
      #expect(try await invoice(billed.old, office) == ("sent", 600))
      #expect(try await session.effects() == [])
    }
  }

  @Test func anInvoiceIsMadeVoidAfterAsking() async throws {
    try await atInvoices { (session, office, billed) async throws in
      await session.press("VVV<enter><esc>")
      #expect(try await session.effects() == [])
      await session.press("VWrong<enter>v")
      #expect(try await invoice(billed.old, office).0 == "void")
      #expect(session.statusLine.hasSuffix("is void; u makes it a draft."))
      await session.press("p")
      #expect(session.state.overlays.isEmpty)
    }
  }

  @Test func anInvoiceDeletedAtBooksGoesWhenItIsLookedAt() async throws {
    try await atInvoices { (session, office, billed) async throws in
      try await office.colleague.call("DELETE", "/books/v3/invoices/\(billed.old)")
      await session.press("<enter><esc>")
      let rows = session.state.invoices.current.window?.rows ?? []
      #expect(rows.map(\.id.rawValue) == [billed.new])
    }
  }

  @Test func thePaneOfAnInvoiceSaysWhatHappenedToIt() async throws {
    try await atInvoices { (session, _, billed) async throws in
      await session.press("p<c-s>r<enter>")
      #expect(session.state.invoices.pane?.id.rawValue == billed.old)
      #expect(session.state.invoices.pane?.folder?.payments.count == 1)
      #expect(session.state.invoices.pane?.folder?.events.isEmpty == false)
      #expect(session.screen(120, 50).contains("£600.00"))
    }
  }
}
