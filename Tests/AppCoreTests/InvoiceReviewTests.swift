import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// From the draft over the review to the mail, which leaves once.
@Suite struct InvoiceReviewTests {
  private static let invoice = Invoice(
    id: "936", number: "INV-000036", status: .known(.draft), customer: InvoiceSamples.initech,
    date: InvoiceSamples.today, dueDate: InvoiceSamples.day("2026-12-23"),
    currency: InvoiceSamples.pounds, total: 12_000, balance: 12_000,
    modifiedTime: InvoiceSamples.now)

  private static func stored(total: Decimal = 12_000) -> StoredInvoice {
    var invoice = invoice
    invoice.total = total
    let line = LineItem(
      item: "11", name: "Licence, annual", quantity: 25, rate: 400, tax: InvoiceSamples.vat)
    return StoredInvoice(
      detail: InvoiceDetail(
        invoice: invoice, lines: [line], subtotal: 10_000,
        taxes: [TaxAmount(name: "VAT (20%)", amount: total - 10_000)], isInclusiveTax: false,
        paymentTerms: 30, notes: "", terms: ""), mail: InvoiceSamples.mail)
  }

  /// An editor on a draft of one line, its review open.
  private static func reviewing(
    width: Int = 120, height: Int = 32, total: Decimal = 12_000
  ) -> AppState {
    var state = InvoiceSamples.editing(width: width, height: height)
    state.press(keys: "lic<enter>25<esc>S")
    let revision = state.editor?.draft.revision ?? 0
    state.take(.draftStored("d1", revision: revision, .success(stored(total: total))))
    return state
  }

  private func screen(_ state: AppState) -> String {
    guard let review = state.review else { return "no review" }
    var canvas = Canvas(size: Size(width: state.size.width, height: state.size.height - 3))
    drawReview(review, state, in: canvas.area, on: &canvas)
    return canvas.text
  }

  @Test func reviewSavesFirstAndShowsWhatBooksHas() {
    var state = InvoiceSamples.editing()
    let effects = state.press(keys: "lic<enter>25<esc>S")
    guard let draft = state.editor?.draft else { return }
    #expect(effects.last == .storeDraft(draft))
    #expect(state.overlays.isEmpty, "nothing is reviewed before Books has it")
    state.press(keys: "S")
    #expect(state.event?.text.string == "save, review and send: it is being saved at Books")
    state.take(.draftStored("d1", revision: draft.revision, .success(Self.stored())))
    #expect(state.place == .review)
    #expect(state.editor?.draft.number == "INV-000036")
  }

  @Test func aDraftChangedMeanwhileIsNotReviewed() {
    var state = InvoiceSamples.editing()
    state.press(keys: "lic<enter><esc>")
    state = InvoiceSamples.editing()
    state.press(keys: "lic<enter><esc>S")
    let revision = state.editor?.draft.revision ?? 0
    state.press(keys: "<tab>9<esc>")
    state.take(.draftStored("d1", revision: revision, .success(Self.stored())))
    #expect(state.overlays.isEmpty)
    #expect(state.event?.text == "INV-000036 is at Books; what you typed since is not.")
    #expect(state.editor?.draft.invoice == "936", "so that the next save is no second invoice")
    state.press(keys: "u")
    #expect(state.editor?.draft.invoice == "936")
  }

  @Test func theKeyThatOpenedItARepeatAndAPasteSendNothing() {
    var state = Self.reviewing()
    #expect(state.press(keys: "SSSS<enter><enter>") == [])
    #expect(state.take(.key(.paste("s"))) == [])
    #expect(state.place == .review)
  }

  @Test func sendingAsksForOneMailOnly() {
    var state = Self.reviewing()
    let request = WriteRequest.emailInvoice(Self.invoice, InvoiceSamples.mail)
    #expect(state.press(keys: "ss") == [.enqueue(request)])
    #expect(state.overlays.isEmpty)
    #expect(state.log.contains { $0.text.string.contains("sent to") } == false)
    state.take(.enqueued(request, .success("w1")))
    #expect(state.event?.text == "Mailing INV-000036: sending to jane@initech.example")
    let effects = state.take(.writeSettled("w1", request, .confirmed("")))
    #expect(state.event?.text == "Invoice INV-000036 sent to jane@initech.example.")
    #expect(effects.contains(.discardDraft("d1")), "the draft goes once the mail is out")
  }

  @Test func aRefusedMailKeepsTheDraftAndSaysWhy() {
    var state = Self.reviewing()
    let request = WriteRequest.emailInvoice(Self.invoice, InvoiceSamples.mail)
    state.press(keys: "s")
    state.take(.enqueued(request, .success("w1")))
    let refused = Failure.refused(code: "1025", message: "no such person")
    let effects = state.take(.writeSettled("w1", request, .refused(refused)))
    #expect(!effects.contains(.discardDraft("d1")))
    #expect(state.event?.kind == .failure)
    #expect(
      state.event?.text == "Mailing INV-000036, not done: Zoho refused: no such person (1025)")
    #expect(state.reasonNotToSend(Self.invoice) == nil)
  }

  @Test func anUncertainMailCannotBeSentAgainFromHere() {
    var state = Self.reviewing()
    let request = WriteRequest.emailInvoice(Self.invoice, InvoiceSamples.mail)
    state.press(keys: "s")
    state.take(.enqueued(request, .success("w1")))
    state.take(.writeSettled("w1", request, .uncertain("no answer")))
    #expect(state.event?.kind == .warning)
    #expect(state.reasonNotToSend(Self.invoice) == "it may have happened: see 6 Outbox")
    let row = WriteRow(
      id: "w1", title: "", state: .cancelled, detail: "", created: InvoiceSamples.now)
    state.take(.outboxLoaded([row]))
    #expect(state.reasonNotToSend(Self.invoice) == nil)
  }

  @Test func nobodyToSendToIsAnError() {
    var state = Self.reviewing()
    state.press(keys: "<space>")
    #expect(state.press(keys: "s") == [])
    #expect(state.place == .review)
    #expect(state.event?.text == "send the mail: no recipient is chosen: Space chooses")
    #expect(screen(state).contains("! cannot be sent: no recipient is chosen"))
    state.press(keys: "j<space>s")
    #expect(state.overlays.isEmpty)
  }

  @Test func oneMoreAddressIsTypedCheckedAndMarked() {
    var state = Self.reviewing()
    for key in Key.parse("abilling.initech.example<enter>") ?? [] { state.take(.key(key)) }
    #expect(state.place == .prompt, "what is no address stays to be mended")
    #expect(screen(state).contains("! write an address such as jane@example.com"))
    for key in Key.parse("<c-u>billing@initech.example<enter>") ?? [] { state.take(.key(key)) }
    #expect(
      state.review?.stored.mail.selectedAddresses
        == ["jane@initech.example", "billing@initech.example"])
    #expect(screen(state).contains("! billing@initech.example is none of the customer's people"))
  }

  @Test func aReadOnlyProfileSendsNothing() {
    var state = Self.reviewing()
    state.tenant.isReadOnly = true
    #expect(state.press(keys: "s") == [])
    #expect(state.event?.text == "send the mail: this profile is read-only")
  }

  @Test func subjectAndTextAreChangedBeforeSending() {
    var state = Self.reviewing()
    state.press(keys: "c")
    #expect(state.place == .prompt, "what is typed is text, never a command")
    for key in Key.parse("<c-u>Sent<enter>") ?? [] {
      #expect(state.typeInReview(key) != nil)
    }
    #expect(state.review?.stored.mail.subject == "Sent")
    #expect(state.place == .review)
    let effects = state.press(keys: "<c-e>")
    #expect(effects == [.editText(.mailBody("936"), InvoiceSamples.mail.body)])
    state.take(.textEdited(.mailBody("936"), "<p>Hello</p>"))
    #expect(screen(state).contains("Hello"))
    #expect(state.review?.stored.mail.body == "<p>Hello</p>")
  }

  @Test func postponingKeepsEverything() {
    var state = Self.reviewing()
    #expect(state.press(keys: "<esc>") == [])
    #expect(state.place == .editor)
    #expect(state.event?.text.string.hasPrefix("Nothing was sent.") == true)
  }

  @Test func bothTotalsAreShownWhenTheyDiffer() {
    let state = Self.reviewing(width: 80, height: 24, total: Decimal(string: "12000.01") ?? 0)
    #expect(
      screen(state) == """
        ┌ Review before sending ─ INV-000036 ──────────────────────────────────────────┐
        │ Organization Acme Ltd (eu)                                                   │
        │ Invoice      INV-000036  £12,000.01  due 23 Dec 2026                         │
        │ Customer     Initech Ltd                                                     │
        │ From         sales@acme.example                                              │
        │ Attached     INV-000036.pdf                                                  │
        │ To           [x] Jane Doe  <jane@initech.example>                            │
        │              [ ] Bill  <bill@initech.example>                                │
        │ Subject      Invoice INV-000036 from Acme                                    │
        │              ! total: the draft says £12,000.00, Books says £12,000.01       │
        │──────────────────────────────────────────────────────────────────────────────│
        │ Dear Jane,                                                                   │
        │                                                                              │
        │ please find our invoice attached.                                            │
        │ Kind regards                                                                 │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func smallScreensShowWhoGetsItAndHowManyThereAre() {
    let state = Self.reviewing(width: 60, height: 16)
    #expect(
      screen(state) == """
        ┌ Review before sending ─ INV-000036 ──────────────────────┐
        │ Organization Acme Ltd (eu)                               │
        │ Invoice      INV-000036  £12,000.00  due 23 Dec 2026     │
        │ Customer     Initech Ltd                                 │
        │ From         sales@acme.example                          │
        │ Attached     INV-000036.pdf                              │
        │ To           [x] Jane Doe  <jane@initech.example>        │
        │              [ ] Bill  <bill@initech.example>            │
        │ Subject      Invoice INV-000036 from Acme                │
        │────────────────────────────────────────────── 2 more, ↓ ─│
        │ Dear Jane,                                               │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func oddThingsAreSaid() {
    var stored = Self.stored()
    stored.mail.subject = " "
    stored.mail.attachmentName = nil
    stored.mail.body = "<p></p>"
    stored.detail.invoice.dueDate = InvoiceSamples.day("2026-11-01")
    stored.detail.invoice.isEmailed = true
    #expect(
      InvoiceReview(stored).warnings(today: InvoiceSamples.today) == [
        "the subject is empty", "no PDF goes with it", "the mail has no text",
        "it was due on 1 Nov 2026 already", "it was mailed before",
      ])
  }
}
