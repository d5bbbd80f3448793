import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Drafts that begin from what there is: the last invoice, any invoice, one that Books has as a draft.
@Suite(.serialized, .timeLimit(.minutes(5))) struct DraftCopyTests {
  /// Initech with one sent invoice of two lines, one with its own discount.
  private func atInvoices(
    isSent: Bool = true,
    _ work: (Session, Office, _ customer: String, _ invoice: String) async throws
      -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let (_, customer) = try await office.colleague.makeInitech()
      let made = try await office.colleague.call(
        "POST", "/books/v3/invoices",
        """
        {"customer_id":"\(customer)","date":"2026-10-12","payment_terms":14,"notes":"Many thanks",\
        "reference_number":"PO 5","discount_type":"item_level",\
        "line_items":[{"name":"Support","rate":100,"quantity":3,"discount":"10%"},\
        {"name":"Hosting","rate":25.5,"quantity":2}]}
        """)
      let id = made["invoice"]["invoice_id"].text
      if isSent { try await office.colleague.call("POST", "/books/v3/invoices/\(id)/status/sent") }
      let session = try await office.start()
      office.clock.advance(seconds: 60)
      try await work(session, office, customer, id)
    }
  }

  private func invoices(_ office: Office, of customer: String) async throws -> [JSON] {
    try await office.colleague.call("GET", "/books/v3/invoices?customer_id=\(customer)")[
      "invoices"
    ].items
  }

  @Test func oneKeyFillsInTheLinesOfTheLastInvoice() async throws {
    try await atInvoices { (session, office, customer, _) async throws in
      await session.find("initech licences")
      await session.press("i<esc>=")
      #expect(session.screen.contains("Support"))
      #expect(session.screen.contains("Hosting"))
      #expect(session.statusLine.hasPrefix("2 lines as on INV-"))
      #expect(session.screen.contains("£321.00"))
      await session.press("u")
      #expect(session.state.editor?.draft.filledLines.isEmpty == true)
      await session.press("<c-r><c-s>")
      let known = try await invoices(office, of: customer)
      #expect(known.count == 2)
      #expect(known.map { $0["total"].number } == [321, 321])
      #expect(try await session.effects() == ["books created invoices"])
    }
  }

  @Test func aCustomerWithoutAnInvoiceHasNothingToFillIn() async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.makeInitech()
      let session = try await office.start()
      await session.find("initech licences")
      await session.press("i<esc>=")
      #expect(session.statusLine == "Initech Ltd has no invoice yet.")
    }
  }

  @Test func anyInvoiceCanBeWrittenAgain() async throws {
    try await atInvoices { (session, office, customer, id) async throws in
      await session.press("3/initech<enter>=")
      let draft = session.state.editor?.draft
      #expect(draft?.filledLines.map(\.name) == ["Support", "Hosting"])
      #expect(draft?.notes == "Many thanks")
      #expect(draft?.invoice == nil, "a new one")
      #expect(draft?.reference == "")
      #expect(draft?.date == office.clock.today)
      #expect(draft?.dueDate == office.clock.today.adding(days: 14))
      await session.press("<c-s>")
      let known = try await invoices(office, of: customer)
      #expect(known.count == 2)
      #expect(Set(known.map { $0["invoice_id"].text }).contains(id))
      #expect(known.map { $0["total"].number } == [321, 321])
    }
  }

  @Test func aDraftThatOnlyBooksHasOpensInTheEditorAndIsChangedThere() async throws {
    try await atInvoices(isSent: false) { (session, office, customer, id) async throws in
      await session.press("3/initech<enter>e")
      let draft = session.state.editor?.draft
      #expect(draft?.invoice?.rawValue == id)
      #expect(draft?.reference == "PO 5")
      #expect(draft?.filledLines.count == 2)
      await session.press("G<enter>5<esc>")
      await session.press("gr<c-u>PO 6<esc><c-s>")
      #expect(session.state.event?.kind == .done, "\(session.statusLine)")
      let known = try await invoices(office, of: customer)
      #expect(known.map { $0["invoice_id"].text } == [id], "changed, not made again")
      #expect(known.first?["reference_number"].text == "PO 6")
      #expect(try await session.effects() == ["books changed invoices"])
      await session.press("<esc>e")
      #expect(session.state.editor?.draft.reference == "PO 6", "the draft that is here now")
      #expect(try office.journal.drafts().count == 1)
    }
  }

  @Test func aSentInvoiceIsNotOpenedInTheEditor() async throws {
    try await atInvoices { (session, _, _, _) async throws in
      await session.press("3/initech<enter>e")
      #expect(session.state.editor == nil)
      #expect(session.statusLine.contains("it was sent: edit it in Books"))
    }
  }

  @Test func whatIsTakenOffTheWholeIsAsBooksReckonsIt() async throws {
    try await Office.open { (office) async throws in
      let (_, customer) = try await office.colleague.makeInitech()
      let session = try await office.start()
      await session.find("initech licences")
      await session.press("iannual<enter>3<esc>Gjjj<enter>12.5%<tab>9.99<tab>-0.49<esc><c-s>")
      let known = try await invoices(office, of: customer)
      let id = known.first?["invoice_id"].text ?? ""
      let invoice = try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
      #expect(invoice["discount"].text == "12.50%")
      #expect(invoice["shipping_charge"].number == Decimal(string: "9.99"))
      #expect(invoice["adjustment"].number == Decimal(string: "-0.49"))
      #expect(invoice["total"].number == session.state.editor?.draft.totals.total)
      #expect(!session.statusLine.contains("Its total there is"))
      await session.press("<enter><c-u><esc>")
      #expect(session.state.editor?.draft.adjustment == nil)
      await session.press("<c-s>")
      let after = try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
      #expect(after["adjustment"].number == 0, "what is taken away here goes there too")
    }
  }

  @Test func everyLookOfThePDFIsOfferedTheLastUsedFirst() async throws {
    try await Office.open { (office) async throws in
      let (_, customer) = try await office.colleague.makeInitech()
      let session = try await office.start()
      await session.find("initech licences")
      await session.press("iannual<enter>3<esc>gl")
      #expect(session.screen.contains("How the PDF looks"))
      #expect(session.screen.contains("Standard Template"))
      await session.press("classic<enter><c-s>")
      #expect(session.screen.contains("Service - Classic"))
      let id = try await invoices(office, of: customer).first?["invoice_id"].text ?? ""
      let invoice = try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
      #expect(invoice["template_name"].text == "Service - Classic")
      await session.press("<esc>i<esc>gl")
      guard case .chooser(let chooser)? = session.state.overlays.last else {
        Issue.record("no list")
        return
      }
      #expect(chooser.rows.first?.label == "Service - Classic")
      #expect(chooser.rows.first?.detail == "last used")
    }
  }
}
