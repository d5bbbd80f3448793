import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct InvoiceListTests {
  private static let all = InvoiceQuery(today: InvoiceSamples.today)

  /// Rows from one place to another of a list of a thousand invoices.
  private static func window(_ range: Range<Int>, of count: Int = 1000) -> Window<Invoice> {
    Window(
      count: count, start: range.lowerBound,
      rows: range.map {
        InvoiceSamples.invoice("\($0)", status: .sent, due: "2026-12-02", total: 10)
      })
  }

  private static func listing() -> AppState {
    var state = InvoiceSamples.state()
    state.take(.invoicesLoaded(all, .success(window(0..<150))))
    return state
  }

  @Test func theScreenReadsSumsRowsAndDrafts() {
    var state = InvoiceSamples.state()
    state.screen = .pipeline
    #expect(
      state.show(.invoices) == [
        .loadInvoiceSummary(today: InvoiceSamples.today),
        .loadInvoices(Self.all, around: .index(0), limit: 150), .loadDrafts,
      ])
  }

  @Test func theCursorStaysOnItsInvoiceWhenTheListChanges() {
    var state = Self.listing()
    state.press(keys: "jjj")
    #expect(state.invoices.invoice?.number == "INV-00003")
    var window = Self.window(0..<150)
    window.rows.insert(
      InvoiceSamples.invoice("new", status: .overdue, due: "2026-01-01", total: 1), at: 0)
    state.take(.invoicesLoaded(Self.all, .success(window)))
    #expect(state.invoices.invoice?.number == "INV-00003")
    window.rows.removeAll { $0.number == "INV-00003" }
    state.take(.invoicesLoaded(Self.all, .success(window)))
    #expect(state.invoices.invoice?.number == "INV-00004", "its place, when it is gone")
  }

  @Test func moreRowsAreReadBeforeTheEdgeIsReached() {
    var state = Self.listing()
    #expect(state.press(keys: "j") == [])
    #expect(
      state.press(keys: "G") == [
        .loadInvoices(Self.all, around: .index(999), limit: 150)
      ])
    state.take(.invoicesLoaded(Self.all, .success(Self.window(850..<1000))))
    #expect(state.invoices.invoice?.number == "INV-0000999")
    #expect(
      state.press(keys: "gg") == [.loadInvoices(Self.all, around: .index(0), limit: 150)])
  }

  @Test func answersToOtherQuestionsFallAway() {
    var state = Self.listing()
    let before = state.invoices
    let other = InvoiceQuery(words: "acme", today: InvoiceSamples.today)
    state.take(.invoicesLoaded(other, .success(Window())))
    #expect(state.invoices == before)
    let yesterday = InvoiceQuery(today: InvoiceSamples.day("2026-11-22"))
    state.take(.invoicesLoaded(yesterday, .success(Window())))
    #expect(state.invoices == before)
  }

  @Test func filteringAsksAtEveryKeyAndEscShowsAllAgain() {
    var state = Self.listing()
    state.press(keys: "/")
    #expect(state.place == .filter)
    let query = InvoiceQuery(words: "j", today: InvoiceSamples.today)
    #expect(
      state.press(keys: "j") == [
        .loadInvoices(query, around: .record("90", lastIndex: 0), limit: 150)
      ])
    #expect(state.middle.contains("filter: j"))
    state.press(keys: "<enter>")
    #expect(state.place == .invoiceList)
    #expect(state.invoices.filter.text == "j", "a filter stays until it is cleared")
    state.press(keys: "<esc>")
    #expect(state.invoices.filter.text == "")
  }

  @Test func loadingEmptyFailedAndStaleLookDifferent() {
    var state = InvoiceSamples.state(width: 80, height: 24)
    #expect(state.middle.contains("reading the invoices…"))
    var failed = state
    failed.take(.invoicesLoaded(Self.all, .failure(.storage("disk full"))))
    #expect(failed.middle.contains("! Local files: disk full"))
    #expect(failed.middle.contains("r tries again"))
    state.take(.invoicesLoaded(Self.all, .success(Window())))
    #expect(state.middle.contains("No invoice is here. a writes a new one."))
    var stale = Self.listing()
    stale.take(.invoicesLoaded(Self.all, .failure(.offline("no route"))))
    #expect(stale.middle.contains("INV-00001"))
    #expect(stale.middle.contains("! shown as last seen: No connection: no route."))
  }

  @Test func groupsAreTabsAndKeepTheirCursors() {
    var state = Self.listing()
    state.press(keys: "jj")
    let open = InvoiceQuery(group: .open, today: InvoiceSamples.today)
    #expect(
      state.press(keys: "ll").last == .loadInvoices(open, around: .index(0), limit: 150))
    state.press(keys: "hh")
    #expect(state.invoices.invoice?.number == "INV-00002")
    #expect(state.press(keys: "d") == [.loadDrafts])
    #expect(state.place == .draftList)
  }

  @Test func aDiscardedDraftComesBack() {
    var state = InvoiceSamples.state()
    state.take(.draftsLoaded([InvoiceSamples.draft]))
    state.press(keys: "d")
    #expect(state.press(keys: "D") == [.discardDraft("d1")])
    #expect(state.middle.contains("No draft is here."))
    #expect(state.press(keys: "u") == [.restoreDraft("d1"), .loadDrafts])
    state.take(.draftsLoaded([InvoiceSamples.draft]))
    #expect(state.press(keys: "<enter>") == [.openDraft("d1")])
  }

  @Test func voidingAsksWithNumberCustomerAndAmount() {
    var state = Self.listing()
    state.take(
      .invoicesLoaded(Self.all, .success(Window(count: 1, rows: [InvoiceSamples.unpaid[0]]))))
    #expect(state.press(keys: "VBilled twice<enter>") == [])
    guard case .confirmation(let question)? = state.overlays.last else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.title == "Void invoice INV-000031?")
    #expect(
      question.lines.map(\.string) == [
        "Organization  Acme Ltd", "Customer      Initech Ltd", "Amount        £6,400.00",
        "Reason        Billed twice", "The customer owes nothing by it any more.",
      ])
    #expect(question.answers.map(\.key) == ["k", "v"])
    #expect(
      question.answers.map(\.effects) == [
        [], [.enqueue(.voidInvoice(InvoiceSamples.unpaid[0], reason: "Billed twice"))],
      ])
  }

  @Test func whatCannotBeDoneSaysWhy() {
    var state = Self.listing()
    #expect(state.press(keys: "M") == [])
    #expect(state.event?.text.string.hasSuffix("it is no draft any more") == true)
    var empty = InvoiceSamples.state()
    empty.press(keys: "S")
    #expect(empty.event?.text == "review and send: no invoice is selected")
  }

  @Test func anInvoiceAtBooksIsReviewedAfterItWasReadAnew() {
    var state = Self.listing()
    #expect(state.press(keys: "S") == [.prepareMail("90")])
    let invoice = InvoiceSamples.invoice("0", status: .sent, due: "2026-12-02", total: 10)
    let stored = StoredInvoice(
      detail: InvoiceDetail(
        invoice: invoice, lines: [], subtotal: 10, taxes: [], isInclusiveTax: false,
        paymentTerms: 30, notes: "", terms: ""), mail: InvoiceSamples.mail)
    state.press(keys: "j")
    state.take(.mailPrepared("90", .success(stored)))
    #expect(state.overlays.isEmpty, "another invoice is under the cursor by now")
    state.press(keys: "k")
    state.take(.mailPrepared("90", .success(stored)))
    #expect(state.place == .review)
  }

  @Test func thePDFIsOpenedOrSavedAndItsPlaceTold() {
    var state = Self.listing()
    #expect(state.press(keys: "O") == [.savePDF("90", thenOpen: true)])
    #expect(state.press(keys: "w") == [.savePDF("90", thenOpen: false)])
    state.take(.pdfSaved("90", .success("/tmp/INV-0.pdf")))
    #expect(state.event?.text == "The PDF is in /tmp/INV-0.pdf")
  }

  @Test func everyKeyOfAPlaceMeansOneThing() {
    for place in [
      Place.invoiceList, .invoicePane, .draftList, .editor, .editorCell, .review,
      .payment,
    ] {
      let own =
        (InvoiceList.commands + InvoiceEditor.commands + InvoiceReview.commands
        + PaymentForm.commands).filter { $0.places.contains(place) }
      let keys = own.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(place): \(keys)")
      for key in keys { #expect(Key.parse(key) != nil) }
    }
    let ids = Commands.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
