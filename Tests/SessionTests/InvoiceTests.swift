import Foundation
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// From a deal to an invoice that went out, once.
@Suite(.serialized, .timeLimit(.minutes(5))) struct InvoiceTests {
  /// Two lines: 25 licences at 400.00 and 2 days at 850.00, less a tenth.
  static let lines =
    "annual<enter>25<tab><tab><tab><tab>onboarding<enter>2<tab><tab>10%<esc>"

  /// An open editor on the draft of Initech's deal.
  func atDraft(
    linked: Bool = true, _ work: (Session, Office, String) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let (_, customer) = try await office.colleague.makeInitech(linked: linked)
      let session = try await office.start()
      await session.find("initech licences")
      office.clock.advance(seconds: 60)
      await session.press("i")
      try await work(session, office, customer)
    }
  }

  private func invoices(_ office: Office, of customer: String) async throws -> [JSON] {
    try await office.colleague.call("GET", "/books/v3/invoices?customer_id=\(customer)")[
      "invoices"
    ].items
  }

  @Test func aLinkedCustomerIsBilledWithoutAsking() async throws {
    try await atDraft { (session, _, customer) async throws in
      #expect(session.statusLine == "Initech Ltd is the customer linked to the deal's account.")
      #expect(session.state.editor?.draft.customer?.id.rawValue == customer)
      #expect(session.state.place == .editorCell)
      #expect(session.state.overlays.isEmpty)
    }
  }

  @Test func aCustomerIsKnownByTheContactsAddress() async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.makeInitech(linked: false)
      let made = try await office.colleague.call(
        "POST", "/books/v3/contacts",
        """
        {"contact_name":"Initech Billing","contact_type":"customer","contact_persons":[\
        {"first_name":"Jane","last_name":"Doe","email":"JANE@initech.example",\
        "is_primary_contact":true}]}
        """)
      let session = try await office.start()
      await session.find("initech licences")
      await session.press("i")
      #expect(session.statusLine == "Initech Billing was found by the contact's address.")
      #expect(
        session.state.editor?.draft.customer?.id.rawValue == made["contact"]["contact_id"].text)
    }
  }

  @Test func aMissingCustomerIsMadeAfterAsking() async throws {
    try await atDraft(linked: false) { (session, office, _) async throws in
      #expect(session.screen.contains("Create customer Initech Ltd in Books?"))
      #expect(try await session.effects() == [])
      await session.press("C")
      #expect(session.state.editor?.draft.customer?.name == "Initech Ltd")
      let known = try await office.colleague.call(
        "GET", "/books/v3/contacts?contact_name=Initech%20Ltd")["contacts"].items
      #expect(
        known.map { $0["contact_id"].text } == [session.state.editor?.draft.customer?.id.rawValue])
      #expect(try await session.effects().filter { $0 == "books created contacts" }.count == 1)
    }
  }

  @Test func aMissingCustomerIsNotMadeWhenTheAnswerIsNo() async throws {
    try await atDraft(linked: false) { (session, _, _) async throws in
      await session.press("<esc>")
      #expect(session.state.editor?.draft.customer == nil)
      #expect(try await session.effects() == [])
    }
  }

  @Test func itIsTypedSavedReviewedAndSentOnce() async throws {
    try await atDraft { (session, office, customer) async throws in
      await session.press(Self.lines)
      #expect(session.screen.contains("£13,836.00"))
      #expect(session.screen.contains("11,530.00"))
      await session.press("S")
      #expect(session.screen.contains("Review before sending"))
      #expect(session.screen.contains("£13,836.00"))
      #expect(session.screen.contains("<jane@initech.example>"))
      #expect(try await session.effects() == ["books created invoices"])
      #expect(try await session.mail() == [])
      await session.press("SS")
      #expect(try await session.mail() == [], "the key that opened the review sends nothing")
      await session.press("sss")
      let mail = try await session.mail()
      #expect(mail.count == 1)
      #expect(mail.first?["recipients"] == .array([.text("jane@initech.example")]))
      let message = try await office.colleague.message(mail.first?["id"].text ?? "")
      #expect(message.contains("application/pdf"))
      let known = try await invoices(office, of: customer)
      #expect(known.map { $0["status"].text } == ["sent"])
      #expect(known.map { $0["total"].number } == [13_836])
      let number = known.first?["invoice_number"].text ?? "?"
      #expect(session.statusLine == "Invoice \(number) sent to jane@initech.example.")
      #expect(session.state.editor == nil)
      #expect(session.state.screen == .pipeline, "back where it began")
      #expect(try office.journal.drafts() == [])
      #expect(session.state.invoices.drafts == [])
      await session.press("<tab>r")
      #expect(session.screen.contains(number))
      #expect(session.state.board.detail?.money.invoiced[Currency("GBP")].amount == 13_836)
      #expect(session.state.board.detail?.money.outstanding[Currency("GBP")].amount == 13_836)
    }
  }

  @Test func theDealsMoneyChangesAtOnceWhenTheInvoiceWentOut() async throws {
    try await atDraft { (session, _, _) async throws in
      #expect(session.state.board.detail?.money.invoiced.all == [])
      await session.press(Self.lines + "Ss")
      #expect(session.state.screen == .pipeline)
      #expect(session.state.board.detail?.money.invoiced[Currency("GBP")].amount == 13_836)
    }
  }

  @Test func aSecondSaveChangesTheInvoiceAndMakesNone() async throws {
    try await atDraft { (session, office, customer) async throws in
      await session.press(Self.lines + "<c-s>")
      let stored = try office.journal.drafts()
      #expect(stored.first?.invoice != nil, "the draft on disk knows its invoice")
      #expect(stored.first?.number?.hasPrefix("INV-") == true)
      await session.press("gr<c-u>PO 12<esc><c-s>")
      let known = try await invoices(office, of: customer)
      #expect(known.count == 1)
      #expect(known.first?["reference_number"].text.hasPrefix("PO 12") == true)
      let effects = try await session.effects()
      #expect(effects == ["books created invoices", "books changed invoices"])
    }
  }

  @Test func aSaveAfterALostAnswerFindsTheInvoice() async throws {
    try await atDraft { (session, office, customer) async throws in
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices"))
      await session.press(Self.lines + "<c-s>")
      #expect(session.state.event?.kind == .failure)
      #expect(session.screen.contains("? 1 uncertain"))
      await session.press("<c-s>")
      #expect(session.statusLine.contains("not settled yet"))
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      await session.press("S")
      #expect(session.screen.contains("Review before sending"))
      #expect(try await invoices(office, of: customer).count == 1)
      #expect(try await session.effects().filter { $0 == "books created invoices" }.count == 1)
    }
  }

  @Test func markingAsSentNeedsNoMail() async throws {
    try await atDraft { (session, office, customer) async throws in
      await session.press(Self.lines + "Sm<tab><enter>")
      #expect(try await invoices(office, of: customer).map { $0["status"].text } == ["sent"])
      #expect(try await session.mail() == [])
      #expect(session.statusLine.hasSuffix("is marked as sent."))
      #expect(try office.journal.drafts() == [])
      #expect(session.state.editor == nil)
    }
  }

  @Test func whatEscPostponesIsFoundAmongTheDrafts() async throws {
    try await atDraft { (session, office, customer) async throws in
      await session.press(Self.lines + "S<esc><esc>")
      #expect(session.state.screen == .pipeline)
      #expect(try await session.mail() == [])
      await session.press("3d")
      #expect(session.screen.contains("Initech Ltd"))
      #expect(session.screen.contains("INV-"))
      await session.press("<enter>")
      #expect(session.state.editor?.draft.filledLines.count == 2)
      await session.press("Ss")
      #expect(try await session.mail().count == 1)
      #expect(try await invoices(office, of: customer).map { $0["status"].text } == ["sent"])
      #expect(try office.journal.drafts() == [])
    }
  }

  @Test func aDraftOutlivesTheProgram() async throws {
    try await atDraft { (session, office, _) async throws in
      await session.press("annual<enter>25<tab>")
      let next = try await office.start()
      await next.press("3d")
      #expect(next.screen.contains("Initech Ltd"))
      #expect(next.screen.contains("£12,000.00"))
      await next.press("<enter>")
      #expect(next.state.editor?.draft.lines.first?.quantity == 25)
    }
  }

  @Test func aMailWhoseAnswerWasLostIsNeverSentTwice() async throws {
    try await atDraft { (session, office, customer) async throws in
      await session.press(Self.lines + "S")
      office.clock.advance(seconds: 5)
      let id = try await invoices(office, of: customer).first?["invoice_id"].text ?? ""
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices/\(id)/email"))
      await session.press("s")
      #expect(session.screen.contains("? 1 uncertain"))
      #expect(session.statusLine.contains("may have happened"))
      #expect(try await session.mail().count == 1)
      // Looking at the invoice meanwhile must not spoil the evidence.
      await session.press("3/initech<enter><enter><esc>")
      #expect(session.state.invoices.pending.count == 1)
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(session.statusLine.hasSuffix("sent to jane@initech.example."))
      #expect(try await session.mail().count == 1)
      #expect(try office.journal.drafts() == [])
    }
  }

  @Test func aMailThatADeadProgramSentIsFoundByTheNext() async throws {
    try await atDraft { (session, office, _) async throws in
      await session.press(Self.lines + "S")
      office.clock.advance(seconds: 5)
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices"))
      await session.press("s")
      let next = try await office.start()
      #expect(next.screen.contains("? 1 uncertain"))
      await next.wait(seconds: 3)
      #expect(!next.screen.contains("uncertain"))
      #expect(next.statusLine.hasSuffix("sent to jane@initech.example."))
      #expect(try office.journal.drafts() == [])
      #expect(try await session.mail().count == 1)
    }
  }

  @Test func aMailThatNeverArrivedWaitsForThePersonsWord() async throws {
    try await atDraft { (session, office, customer) async throws in
      await session.press(Self.lines + "S")
      office.server.inject(
        Fault(.drop, method: "POST", pathPrefix: "/books/v3/invoices"))
      await session.press("s")
      for seconds in [3.0, 8, 40, 200, 500, 4000, 90_000] {
        await session.wait(seconds: seconds)
        #expect(try await session.mail() == [], "never by itself")
      }
      #expect(session.screen.contains("? 1 uncertain"))
      await session.press("6gS<tab><enter>")
      #expect(try await session.mail().count == 1)
      #expect(!session.screen.contains("uncertain"))
    }
  }

  @Test func aRefusedSaveKeepsTheDraft() async throws {
    try await atDraft { (session, office, customer) async throws in
      office.server.inject(
        Fault(
          .reply(
            status: 400, contentType: "application/json",
            body: #"{"code":1002,"message":"Invoice limit reached"}"#, headers: [:]),
          method: "POST", pathPrefix: "/books/v3/invoices"))
      await session.press(Self.lines + "<c-s>")
      #expect(session.statusLine.contains("Invoice limit reached"))
      #expect(try await invoices(office, of: customer) == [])
      await session.press("<c-s>")
      #expect(try await invoices(office, of: customer).count == 1)
    }
  }

  @Test func aSaveOfflineIsNotSentBehindTheUsersBack() async throws {
    try await atDraft { (session, office, customer) async throws in
      // Not a byte leaves: the token cannot be renewed.
      office.clock.advance(seconds: 7200)
      office.server.inject(Fault(.drop, method: "POST", pathPrefix: "/oauth", count: 50))
      await session.press(Self.lines + "<c-s>")
      #expect(session.statusLine.hasPrefix("Not saved at Books: No connection"))
      try await office.colleague.call("DELETE", "/_local/faults")
      await session.wait(seconds: 60)
      await session.press("r")
      #expect(try await session.effects() == [])
      await session.press("<c-s>")
      #expect(try await session.effects() == ["books created invoices"])
    }
  }

  @Test func thePDFIsInAFile() async throws {
    try await atDraft { (session, _, _) async throws in
      await session.press(Self.lines + "<c-s><esc>3/initech<enter>w")
      let path = String(session.statusLine.dropFirst("The PDF is in ".count))
      #expect(session.statusLine.hasPrefix("The PDF is in "))
      #expect(path.hasSuffix(".pdf"))
      let head = try Data(contentsOf: URL(filePath: path)).prefix(4)
      #expect(head == Data("%PDF".utf8))
    }
  }
}
