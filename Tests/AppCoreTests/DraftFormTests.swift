import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct DraftFormTests {
  private func paper(_ kind: DocumentKind, _ lines: [LineItem]) -> DocumentDraft {
    DocumentDraft(
      kind: kind, tag: "FL-1", customer: InvoiceSamples.initech, currency: InvoiceSamples.pounds,
      date: InvoiceSamples.today, lines: lines)
  }

  private func retainer(width: Int = 120, height: Int = 32) -> AppState {
    var state = InvoiceSamples.state(width: width, height: height)
    var draft = paper(.retainerInvoice, [LineItem(name: "Deposit for Initech licences")])
    draft.deal = Reference(id: "5", name: "Initech licences")
    let value = Money(22_500, InvoiceSamples.pounds)
    state.take(.drafting(.documentStarted(.success(DocumentStart(draft: draft, dealValue: value)))))
    return state
  }

  private func creditNote() -> AppState {
    var state = InvoiceSamples.state()
    var draft = paper(
      .creditNote, [LineItem(name: "Rollout", rate: 4000), LineItem(name: "Training", rate: 500)])
    draft.invoice = Reference(id: "31", name: "INV-000031")
    state.take(.drafting(.documentStarted(.success(DocumentStart(draft: draft)))))
    return state
  }

  private func profile() -> AppState {
    var state = InvoiceSamples.state()
    var draft = paper(.recurringInvoice, [LineItem(name: "Licence", quantity: 2, rate: 400)])
    draft.recurrence = Recurrence(name: "Initech Ltd, monthly", count: 1, unit: .months)
    state.take(.drafting(.documentStarted(.success(DocumentStart(draft: draft)))))
    return state
  }

  @Test func aRetainerIsAShareOfTheDealOrASum() {
    var state = retainer()
    state.press(keys: "12.5%")
    #expect(
      state.documentForm?.draft.total
        == Money(Decimal(string: "2812.5") ?? 0, InvoiceSamples.pounds))
    state.press(keys: "<c-u>1,000*2")
    #expect(state.documentForm?.problem == "1,000 can be read two ways: type 1000 or 1.0000")
    state.press(keys: "<c-u>1000*2")
    #expect(state.documentForm?.draft.total == Money(2000, InvoiceSamples.pounds))
    state.press(keys: "<c-u>101%")
    #expect(state.documentForm?.problem == "a share is at most 100%")
  }

  @Test func nothingIsWrittenBeforeItsQuestionIsAnswered() {
    var state = retainer()
    let effects = state.press(keys: "30%<c-s>")
    #expect(!effects.contains { if case .enqueue = $0 { true } else { false } })
    #expect(state.place == .confirmation)
    #expect(state.middle.contains("Acme Ltd"))
    #expect(state.middle.contains("£6,750.00"))
    guard case .enqueue(.document(.create(let draft)))? = state.press(keys: "m").first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(draft.total == Money(6750, InvoiceSamples.pounds))
    let request = WriteRequest.document(.create(draft))
    state.take(.enqueued(request, .success("w1")))
    #expect(state.overlays.isEmpty, "the form closes once it is in the journal")
  }

  @Test func aFormThatTheJournalDidNotTakeStays() {
    var state = retainer()
    state.press(keys: "30%<c-s>m")
    guard let draft = state.documentForm?.draft else {
      Issue.record("the form is gone")
      return
    }
    let request = WriteRequest.document(.create(draft))
    state.take(.enqueued(request, .failure(.storage("disk full"))))
    #expect(state.documentForm?.draft.total == Money(6750, InvoiceSamples.pounds))
    #expect(state.event?.text.string.contains("disk full") == true)
  }

  @Test func anEmptyAmountIsNotMade() {
    var state = retainer()
    state.press(keys: "<c-s>")
    #expect(state.place == .documentForm)
    #expect(state.event?.text.string.contains("type an amount, or a share such as 30%") == true)
  }

  @Test func linesOfACreditNoteAreLeftOutAndTakenBack() {
    var state = creditNote()
    #expect(state.documentForm?.draft.total == Money(4500, InvoiceSamples.pounds))
    state.press(keys: "<tab><tab><space>")
    #expect(state.documentForm?.draft.lines.map(\.name) == ["Training"])
    state.press(keys: "<tab><space>")
    #expect(state.documentForm?.problem == "no line is chosen: space chooses one")
    state.press(keys: "<s-tab><space>")
    #expect(state.documentForm?.draft.lines.map(\.name) == ["Rollout"])
    #expect(state.middle.contains("[x] 1 × Rollout"))
    #expect(state.middle.contains("[ ] 1 × Training"))
  }

  @Test func aSumTakenOffTheWholeIsCreditedByShare() {
    var state = InvoiceSamples.state()
    var draft = paper(
      .creditNote, [LineItem(name: "Rollout", rate: 4000), LineItem(name: "Training", rate: 1000)])
    draft.discount = .amount(500)
    state.take(.drafting(.documentStarted(.success(DocumentStart(draft: draft)))))
    #expect(state.documentForm?.draft.total == Money(4500, InvoiceSamples.pounds))
    state.press(keys: "<tab><tab><space>")
    #expect(state.documentForm?.draft.total == Money(900, InvoiceSamples.pounds))
    state.press(keys: "<space>")
    #expect(state.documentForm?.draft.total == Money(4500, InvoiceSamples.pounds))
  }

  @Test func aProfileSaysHowOftenItWasUnderstood() {
    var state = profile()
    state.press(keys: "2 wee")
    #expect(state.middle.contains("= every 2 weeks"))
    state.press(keys: "<c-u>often")
    #expect(state.documentForm?.problem?.string.contains("is not how often") == true)
    state.press(keys: "<c-u>quarter<tab>1 jan 2027<tab>1 dec 2026<c-s>")
    #expect(state.event?.text.string.contains("it ends before it starts") == true)
    #expect(state.documentForm?.draft.recurrence?.count == 3)
    state.press(keys: "<c-u>1 dec<c-s>")
    #expect(state.place == .confirmation)
    #expect(state.middle.contains("every 3 months from 1 Jan 2027 until 1 Dec 2027"))
  }

  @Test func escMakesNothing() {
    var state = profile()
    state.press(keys: "<esc>")
    #expect(state.overlays.isEmpty)
    #expect(state.event?.text.string == "Nothing was made.")
  }

  @Test(arguments: [(120, 32), (80, 24), (60, 16)])
  func theFormFitsEveryTerminal(width: Int, height: Int) {
    let screen = draw(retainer(width: width, height: height)).text
    #expect(screen.contains("Retainer for Initech Ltd"))
    #expect(screen.contains("Ctrl-S asks before it is made"))
    #expect(screen.contains("Reference"))
  }
}

@Suite struct DraftDeskTests {
  private static let pounds = InvoiceSamples.pounds

  private static func paper(
    _ number: String, _ kind: DocumentKind = .estimate, status: String = "sent",
    customer: String = "Initech Ltd"
  ) -> BooksDocument {
    BooksDocument(
      kind: kind, id: number, number: number, customer: Reference(id: "301", name: customer),
      status: status, date: InvoiceSamples.today, total: Money(5000, pounds),
      balance: Money(1000, pounds))
  }

  private func desk(
    _ papers: [BooksDocument], width: Int = 120, height: Int = 32
  ) -> AppState {
    var state = InvoiceSamples.state(width: width, height: height)
    state.press(keys: "ge")
    state.take(.drafting(.documentsLoaded(.estimate, .success(papers))))
    return state
  }

  @Test func theCursorStaysOnItsPaperWhenTheyAreReadAgain() {
    var state = desk([Self.paper("EST-2"), Self.paper("EST-1")])
    state.press(keys: "j")
    #expect(state.desk?.current?.number == "EST-1")
    state.take(
      .drafting(
        .documentsLoaded(
          .estimate, .success([Self.paper("EST-3"), Self.paper("EST-2"), Self.paper("EST-1")]))))
    #expect(state.desk?.current?.number == "EST-1")
  }

  @Test func readingAndRefusedAndNoneLookDifferent() {
    var state = InvoiceSamples.state()
    state.press(keys: "ge")
    #expect(state.middle.contains("reading from Books…"))
    state.take(.drafting(.documentsLoaded(.estimate, .failure(.offline("no route")))))
    #expect(state.middle.contains("r tries again"))
    #expect(!state.middle.contains("Books has no estimate."))
    state.take(.drafting(.documentsLoaded(.estimate, .success([]))))
    #expect(state.middle.contains("Books has no estimate."))
  }

  @Test func onlyAnEstimateThatIsOpenBecomesAnInvoice() {
    var state = desk([Self.paper("EST-1", status: "invoiced")])
    #expect(state.press(keys: "i").isEmpty)
    #expect(state.event?.text.string.contains("EST-1 is invoiced already") == true)
    state = desk([Self.paper("EST-2")])
    #expect(state.press(keys: "i") == [.drafting(.startFrom(Self.paper("EST-2")))])
    #expect(state.overlays.isEmpty)
  }

  @Test(arguments: [(120, 32), (80, 24), (60, 16)])
  func longAndForeignNamesAreCutNotBroken(width: Int, height: Int) {
    let names = [String(repeating: "Lang", count: 50), "株式会社アクメ東京本社営業部", "شركة أكمي المحدودة"]
    let papers = names.enumerated().map { Self.paper("EST-\($0.offset)", customer: $0.element) }
    let canvas = draw(desk(papers, width: width, height: height))
    for row in canvas.text.split(separator: "\n") where row.contains("EST-") {
      #expect(row.contains("£5,000.00"))
      #expect(row.contains("sent"))
    }
    #expect(canvas.text.contains("3") && canvas.text.contains("EST-2"))
  }

  @Test func thePaperIsReadInFullAndScrolls() {
    var state = desk([Self.paper("EST-1")])
    state.press(keys: "<enter>")
    #expect(state.middle.contains("reading its lines…"))
    let detail = DocumentDetail(
      document: Self.paper("EST-1"), lines: [LineItem(name: "Rollout", quantity: 2, rate: 2500)],
      isInclusiveTax: false, notes: "As agreed", terms: "")
    state.take(.drafting(.documentLoaded(Self.paper("EST-1"), .success(detail))))
    #expect(state.middle.contains("2 × 2,500.00"))
    #expect(state.middle.contains("As agreed"))
    state.press(keys: "Gk")
    #expect((state.desk?.opened?.top ?? 0) < 20)
    state.press(keys: "<esc>")
    #expect(state.desk?.opened == nil)
    #expect(state.place == .documents)
  }

  @Test func filesThatBelongToAnotherInvoiceFallAway() {
    var state = InvoiceSamples.state()
    _ = state.showFiles(of: Reference(id: "1", name: "INV-1"))
    state.take(
      .drafting(.filesLoaded("2", .success([AttachedFile(id: "9", name: "x.pdf", size: 10)]))))
    #expect(state.files?.files == nil)
  }

  @Test func aPathIsCompletedAsFarAsAllAgree() {
    var state = InvoiceSamples.state()
    _ = state.showFiles(of: Reference(id: "1", name: "INV-1"))
    state.take(.drafting(.filesLoaded("1", .success([]))))
    state.press(keys: "ate")
    state.take(.drafting(.pathsFound(typed: "te", ["terms.pdf", "terms-old.pdf"])))
    state.press(keys: "<tab>")
    #expect(state.files?.path?.field.text == "terms")
    state.take(.drafting(.pathsFound(typed: "stale", ["no.pdf"])))
    #expect(state.files?.path?.choices != ["no.pdf"])
  }
}

@Suite struct DraftTruthTests {
  @Test func theTotalAtBooksIsShownBesideWhatWasReckonedHere() throws {
    var state = InvoiceSamples.editing()
    state.press(keys: "Alpha<tab>1<tab>100<esc><c-s>")
    let draft = try #require(state.editor?.draft)
    var stored = InvoiceSamples.stored(draft)
    stored.detail.invoice.total = Decimal(string: "100.01") ?? 0
    state.take(.draftStored(draft.id, revision: draft.revision, .success(stored)))
    #expect(state.middle.contains("Total at Books"))
    #expect(state.middle.contains("£100.01"))
    #expect(state.middle.contains("reckoned here"))
    state.press(keys: "gnx<esc>")
    #expect(!state.middle.contains("Total at Books"), "it is another invoice now")
  }

  @Test func aDraftOfAnEarlierVersionStillOpens() throws {
    let json = """
      {"id":"d1","revision":3,"currency":"GBP","date":"2026-11-23","paymentTerms":30,\
      "dueDate":"2026-12-23","tag":"FL-7Q2M9K4XZT","reference":"","lines":[],\
      "isInclusiveTax":false,"notes":"","terms":""}
      """
    let draft = try JSONDecoder().decode(InvoiceDraft.self, from: Data(json.utf8))
    #expect(draft.taggedReference == "FL-7Q2M9K4XZT")
    #expect(draft.template == nil)
  }

  @Test(arguments: [
    ("de_DE.UTF-8", Character(",")), ("en_GB.UTF-8", "."), ("de_CH.UTF-8", "."), ("fr_FR", ","),
    ("es_MX.UTF-8", "."), ("ja_JP.UTF-8", "."), ("pt_BR.UTF-8", ","), ("en_ZA", ","),
  ])
  func theDecimalPointIsThatOfTheLocale(name: String, mark: Character) {
    #expect(DecimalPoint.ofLocale(name) == mark)
  }

  @Test(arguments: ["C", "C.UTF-8", "POSIX", ""])
  func noLocaleHasNone(name: String) {
    #expect(DecimalPoint.ofLocale(name) == nil)
  }

  @Test func anItemShowsItsRateItsTaxAndHowManyThereAre() {
    var state = InvoiceSamples.editing()
    state.take(.key(.character("b")))
    let item = Item(
      id: "13", name: "Bolt", rate: 3, unit: "pc", tax: "71", stock: Decimal(string: "12.5"))
    state.take(.itemsFound(words: "b", [item]))
    #expect(state.middle.contains("Bolt  £3.00 / pc  VAT 20%  12.5 in stock"))
  }
}
