import Foundation
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Estimates, recurring profiles, credit notes and retainers.
@Suite(.serialized, .timeLimit(.minutes(5))) struct DraftDocumentTests {
  private func atOffice(
    _ work: (Session, Office, _ customer: String) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let (_, customer) = try await office.colleague.makeInitech()
      let session = try await office.start()
      office.clock.advance(seconds: 60)
      try await work(session, office, customer)
    }
  }

  private func papers(_ path: String, _ office: Office, of customer: String) async throws -> [JSON]
  {
    let names = ["recurringinvoices": "recurring_invoices"]
    return try await office.colleague.call("GET", "/books/v3/\(path)?customer_id=\(customer)")[
      names[path] ?? path
    ].items
  }

  private func makeEstimate(_ office: Office, of customer: String) async throws -> String {
    let made = try await office.colleague.call(
      "POST", "/books/v3/estimates",
      """
      {"customer_id":"\(customer)","date":"2026-11-02","notes":"As agreed",\
      "line_items":[{"name":"Rollout","rate":4000,"quantity":1},\
      {"name":"Training","rate":500,"quantity":2}]}
      """)
    let id = made["estimate"]["estimate_id"].text
    try await office.colleague.call("POST", "/books/v3/estimates/\(id)/status/sent")
    return id
  }

  // MARK: Estimates

  @Test func anEstimateBecomesAnInvoiceOnce() async throws {
    try await atOffice { (session, office, customer) async throws in
      let estimate = try await makeEstimate(office, of: customer)
      await session.press("3ge")
      #expect(session.screen.contains("EST-"))
      #expect(session.screen.contains("£5,000.00"))
      await session.press("i")
      #expect(session.state.overlays.isEmpty)
      #expect(session.state.editor?.draft.filledLines.map(\.name) == ["Rollout", "Training"])
      #expect(session.state.editor?.draft.notes == "As agreed")
      #expect(session.state.editor?.draft.customer?.id.rawValue == customer)
      #expect(try await session.effects().filter { $0 == "books created invoices" } == [])
      await session.press("<esc>ge<enter>")
      #expect(try office.journal.drafts().count == 1, "the same draft opens again")
      await session.press("<c-s>")
      let known = try await papers("invoices", office, of: customer)
      #expect(known.map { $0["total"].number } == [5000])
      let status = try await office.colleague.call("GET", "/books/v3/estimates/\(estimate)")[
        "estimate"]["status"].text
      #expect(status == "invoiced")
      await session.press("<esc>ge")
      #expect(session.screen.contains("invoiced"))
      await session.press("i")
      #expect(session.statusLine.contains("is invoiced already"))
      #expect(try await papers("invoices", office, of: customer).count == 1)
    }
  }

  @Test func anEstimateSaveWithALostAnswerMakesOneInvoice() async throws {
    try await atOffice { (session, office, customer) async throws in
      _ = try await makeEstimate(office, of: customer)
      await session.press("3gei")
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices"))
      await session.press("<c-s>")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.wait(seconds: 3)
      await session.press("<c-s>")
      #expect(try await papers("invoices", office, of: customer).count == 1)
    }
  }

  @Test func anEstimateThatWasInvoicedElsewhereIsRefusedByWhatBooksSaysNow() async throws {
    try await atOffice { (session, office, customer) async throws in
      let estimate = try await makeEstimate(office, of: customer)
      await session.press("3ge")
      try await office.colleague.call(
        "POST", "/books/v3/invoices",
        #"{"customer_id":"\#(customer)","invoiced_estimate_id":"\#(estimate)","#
          + #""line_items":[{"name":"Rollout","rate":4000,"quantity":1}]}"#)
      await session.press("i")
      #expect(session.state.editor == nil)
      #expect(session.statusLine.contains("is invoiced already"))
      #expect(try office.journal.drafts() == [])
    }
  }

  @Test func papersThatCannotBeReadAreNotShownAsNone() async throws {
    try await atOffice { (session, office, _) async throws in
      office.server.inject(
        Fault(
          .reply(
            status: 500, contentType: "application/json", body: #"{"code":1000,"message":"Oops"}"#,
            headers: [:]), method: "GET", pathPrefix: "/books/v3/estimates", count: 9))
      await session.press("3ge")
      #expect(!session.screen.contains("Books has no estimate"))
      #expect(session.screen.contains("r tries again"))
      try await office.colleague.call("DELETE", "/_local/faults")
      await session.press("r")
      #expect(!session.screen.contains("r tries again"))
    }
  }

  // MARK: Recurring profiles

  @Test func aRecurringProfileIsMadeOfADraftAndStoppedAndResumed() async throws {
    try await atOffice { (session, office, customer) async throws in
      await session.find("initech licences")
      await session.press("iannual<enter>25<esc>R")
      #expect(session.screen.contains("Recurring profile for Initech Ltd"))
      await session.press("2 weeks<tab>+7<tab>+1m<tab>Licences 2026<c-s>")
      #expect(session.screen.contains("every 2 weeks"))
      #expect(try await session.effects() == [])
      await session.press("m")
      #expect(session.statusLine.contains("recurring profile of"))
      let known = try await papers("recurringinvoices", office, of: customer)
      #expect(known.map { $0["recurrence_name"].text } == ["Licences 2026"])
      #expect(known.first?["recurrence_frequency"].text == "weeks")
      #expect(known.first?["repeat_every"].number == 2)
      #expect(known.first?["status"].text == "active")
      #expect(known.first?["total"].number == session.state.editor?.draft.totals.total)
      await session.press("<esc>3gr")
      #expect(session.screen.contains("Licences 2026"))
      await session.press("T")
      #expect(session.screen.contains("Stop: recurring profile Licences 2026?"))
      await session.press("s")
      #expect(session.statusLine == "Licences 2026 is stopped.")
      #expect(
        try await papers("recurringinvoices", office, of: customer).first?["status"].text
          == "stopped")
      #expect(session.screen.contains("stopped"))
      await session.press("Tr")
      #expect(
        try await papers("recurringinvoices", office, of: customer).first?["status"].text
          == "active")
    }
  }

  @Test func aRecurringProfileOfANameThatIsTakenIsRefusedWithBooksWords() async throws {
    try await atOffice { (session, office, customer) async throws in
      try await office.colleague.makeInvoice(of: customer, amount: 90, due: "2026-12-01")
      await session.press("r3/initech<enter>cr<c-s>m")
      #expect(try await papers("recurringinvoices", office, of: customer).count == 1)
      await session.press("cr<c-s>m")
      #expect(session.state.event?.kind == .failure)
      #expect(try await papers("recurringinvoices", office, of: customer).count == 1)
    }
  }

  // MARK: Credit notes

  @Test func aCreditNoteIsMadeForSomeLinesAndGoesOnTheInvoice() async throws {
    try await atOffice { (session, office, customer) async throws in
      let made = try await office.colleague.call(
        "POST", "/books/v3/invoices",
        """
        {"customer_id":"\(customer)","date":"2026-11-01","due_date":"2026-12-01",\
        "line_items":[{"name":"Rollout","rate":4000,"quantity":1},\
        {"name":"Training","rate":500,"quantity":2}]}
        """)
      let id = made["invoice"]["invoice_id"].text
      try await office.colleague.call("POST", "/books/v3/invoices/\(id)/status/sent")
      await session.press("r3/initech<enter>cn")
      #expect(session.screen.contains("Credit note for Initech Ltd"))
      #expect(session.screen.contains("It comes to £5,000.00"))
      await session.press("<tab><tab><space>")
      #expect(session.screen.contains("It comes to £1,000.00"))
      await session.press("<c-s>")
      #expect(session.screen.contains("Make a credit note of £1,000.00?"))
      await session.press("m")
      let known = try await papers("creditnotes", office, of: customer)
      #expect(known.map { $0["total"].number } == [1000])
      #expect(known.first?["reference_number"].text.hasPrefix("FL-") == true)
      let invoice = try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
      #expect(invoice["balance"].number == 4000, "Books put it on the invoice")
      #expect(session.state.invoices.invoice?.balance == 4000, "and the list has it at once")
      await session.press("gc")
      #expect(session.screen.contains("£1,000.00"))
      #expect(session.screen.contains("closed"))
    }
  }

  @Test func aCreditNoteWhoseAnswerWasLostIsFoundAndNotMadeAgain() async throws {
    try await atOffice { (session, office, customer) async throws in
      try await office.colleague.makeInvoice(of: customer, amount: 90, due: "2026-12-01")
      await session.press("r3/initech<enter>cn")
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/creditnotes"))
      await session.press("<c-s>m")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(try await papers("creditnotes", office, of: customer).count == 1)
    }
  }

  @Test func aCreditNoteThatNeverArrivedIsNotSentAgainByItself() async throws {
    try await atOffice { (session, office, customer) async throws in
      try await office.colleague.makeInvoice(of: customer, amount: 90, due: "2026-12-01")
      await session.press("r3/initech<enter>cn")
      office.server.inject(Fault(.drop, method: "POST", pathPrefix: "/books/v3/creditnotes"))
      await session.press("<c-s>m")
      for seconds in [3.0, 8, 40, 200] { await session.wait(seconds: seconds) }
      #expect(try await papers("creditnotes", office, of: customer) == [])
      #expect(session.screen.contains("? 1 uncertain"))
    }
  }

  // MARK: Retainers

  @Test func aRetainerIsAShareOfTheDealAndIsMarkedAsSent() async throws {
    try await atOffice { (session, office, customer) async throws in
      await session.find("initech licences")
      await session.press("D")
      #expect(session.screen.contains("Retainer for Initech Ltd"))
      await session.press("30%")
      #expect(session.screen.contains("£6,750.00"))
      await session.press("<c-s>m")
      let known = try await papers("retainerinvoices", office, of: customer)
      #expect(known.map { $0["total"].number } == [6750])
      #expect(known.map { $0["status"].text } == ["draft"])
      await session.press("3gt")
      #expect(session.screen.contains("RET-"))
      await session.press("Mm")
      #expect(
        try await papers("retainerinvoices", office, of: customer).map { $0["status"].text }
          == ["sent"])
      #expect(session.screen.contains("sent"))
      #expect(try await session.mail() == [])
    }
  }

  @Test func aDealWhoseAccountIsNoCustomerYetSaysSo() async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.makeInitech(linked: false)
      let session = try await office.start()
      await session.find("initech licences")
      await session.press("D")
      #expect(session.statusLine.contains("has no customer in Books yet"))
      #expect(session.state.overlays.isEmpty)
    }
  }

  // MARK: Files

  @Test func filesAreCheckedAddedListedAndRemoved() async throws {
    try await atOffice { (session, office, customer) async throws in
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "fairlead-files-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data("%PDF-1.4 terms".utf8).write(to: folder.appending(path: "terms.pdf"))
      try Data("hello".utf8).write(to: folder.appending(path: "notes.txt"))
      try Data("MZ not a picture".utf8).write(to: folder.appending(path: "fake.png"))
      try Data(count: (10 << 20) + 1).write(to: folder.appending(path: "big.pdf"))
      await session.find("initech licences")
      await session.press("iannual<enter>25<esc>ga")
      #expect(session.statusLine.contains("save it at Books first"))
      await session.press("<c-s>ga")
      #expect(session.screen.contains("No file hangs on it"))
      func add(_ name: String) async {
        await session.press("a")
        await session.take(.key(.paste(folder.path + "/" + name)))
        await session.press("<enter>")
      }
      await add("notes.txt")
      #expect(session.statusLine.contains("is no PDF, JPG, PNG or GIF"))
      await add("fake.png")
      #expect(session.statusLine.contains("holds no PDF"))
      await add("big.pdf")
      #expect(session.statusLine.contains("10 MB is the most"))
      await add("missing.pdf")
      #expect(session.statusLine.contains("is no file"))
      #expect(try await session.effects() == ["books created invoices"])
      await session.press("a")
      await session.take(.key(.paste(folder.path + "/ter")))
      #expect(session.screen.contains("terms.pdf"), "offered as one types")
      await session.press("<tab><enter>")
      #expect(session.screen.contains("terms.pdf"))
      let id = session.state.editor?.draft.invoice?.rawValue ?? ""
      let invoice = try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
      #expect(invoice["documents"].items.map { $0["file_name"].text } == ["terms.pdf"])
      await session.press("Xt")
      let after = try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
      #expect(after["documents"].items == [])
      #expect(session.screen.contains("No file hangs on it"))
    }
  }
}
