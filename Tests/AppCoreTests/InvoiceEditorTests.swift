import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct InvoiceEditorTests {
  /// Facts, written out: what the keys below must come to.
  private static var typed: InvoiceDraft {
    var draft = InvoiceSamples.draft
    draft.customer = InvoiceSamples.initech
    draft.lines = [
      LineItem(
        item: "11", name: "Licence, annual", description: "One seat for a year", quantity: 25,
        rate: 400, tax: InvoiceSamples.vat),
      LineItem(
        item: "12", name: "Onboarding day", quantity: 2, rate: 850, discount: .percent(10),
        tax: InvoiceSamples.vat),
      LineItem(name: "Travel", rate: 120.5, tax: InvoiceSamples.reduced),
    ]
    draft.date = InvoiceSamples.day("2026-12-01")
    draft.paymentTerms = 14
    draft.dueDate = InvoiceSamples.day("2026-12-15")
    draft.reference = "PO 77"
    draft.notes = "Thank you."
    draft.terms = "No returns."
    return draft
  }

  @Test func aWholeInvoiceIsTypedByKeysAlone() throws {
    var state = InvoiceSamples.editing()
    state.press(
      keys: "lic<enter>25<tab><tab><tab><tab>"
        + "onb<enter>2<tab><tab>10%<tab><tab>"
        + "Travel<tab><tab>120.50<tab><tab>red<tab>"
        + "<esc>gd1 dec<tab>14<tab><tab>PO 77<esc>gnThank you.<tab>No returns.<esc>")
    var draft = try #require(state.editor?.draft)
    #expect(draft.revision > 30, "every key that changes the draft is saved")
    draft.revision = 0
    #expect(draft == Self.typed)
    #expect(draft.totals.total == Decimal(string: "13962.53"))
    #expect(state.place == .editor)
  }

  @Test func everyKeyIsSavedAndEchoedAtOnce() throws {
    var state = InvoiceSamples.editing()
    state.press(keys: "lic<enter>")
    let effects = state.take(.key(.character("3")))
    guard case .saveDraft(let saved)? = effects.first else {
      Issue.record("nothing was saved")
      return
    }
    #expect(saved.lines[0].quantity == 3)
    #expect(saved == state.editor?.draft)
    #expect(state.middle.contains("saving…"))
    #expect(state.middle.contains("= 3"))
    #expect(state.middle.contains("1,200.00"))
  }

  @Test func aStaleSaveIsNoProofThatTheDraftIsOnDisk() {
    var state = InvoiceSamples.editing()
    state.press(keys: "Travel")
    let revision = state.editor?.draft.revision ?? 0
    state.take(.key(.character("x")))
    state.take(.draftSaved("d1", revision: revision, .success(InvoiceSamples.now)))
    #expect(state.middle.contains("saving…"))
    state.take(.draftSaved("d1", revision: revision + 1, .failure(.storage("disk full"))))
    #expect(state.middle.contains("! not saved on disk"))
    #expect(state.event?.text.string.contains("disk full") == true)
    state.take(.draftSaved("d1", revision: revision + 1, .success(InvoiceSamples.now)))
    #expect(state.middle.contains("saved 0s ago"))
  }

  @Test func tabOnTheLastCellMakesALineAndNeverTwoEmptyOnes() {
    var state = InvoiceSamples.editing()
    state.press(keys: "Travel<tab><tab>5<tab><tab><tab>")
    #expect(state.editor?.draft.lines.count == 2)
    #expect(state.editor?.cell == .line(1, .item))
    state.press(keys: "<tab><tab><tab><tab><tab>")
    #expect(state.editor?.cell == .notes)
    #expect(state.editor?.draft.lines.count == 1, "the empty line at the end is dropped")
    state.press(keys: "<s-tab>")
    #expect(state.editor?.cell == .line(0, .tax))
  }

  @Test func aWrongValueStaysWithItsReasonAndKeepsTheCursor() {
    var state = InvoiceSamples.editing()
    state.press(keys: "Travel<tab>1,234<tab>")
    #expect(state.editor?.cell == .line(0, .quantity))
    #expect(state.place == .editorCell)
    #expect(state.middle.contains("! 1,234 can be read two ways: type 1234 or 1.2340"))
    #expect(state.editor?.draft.lines[0].quantity == 1)
    state.press(keys: ".5<tab>")
    #expect(state.editor?.draft.lines[0].quantity == 1234.5)
    state.press(keys: "abc<esc>")
    #expect(state.place == .editor)
    #expect(state.editor?.draft.lines[0].rate == 0)
    #expect(state.event?.text.string == "Rate is as before: abc was no value")
  }

  @Test func undoGoesBackToTheFirstKeyAndForthAgain() throws {
    var state = InvoiceSamples.editing()
    let empty = state.editor?.draft.lines
    state.press(keys: "lic<enter>25<tab>500<tab>10%<esc>yypdd")
    let full = state.editor?.draft.lines
    #expect(full?.count == 1)
    state.press(keys: "uuuuuu")
    #expect(state.editor?.draft.lines == empty)
    state.press(keys: "u")
    #expect(state.event?.text.string.contains("nothing was edited since it opened") == true)
    state.press(keys: "<c-r><c-r><c-r><c-r>")
    #expect(state.editor?.draft.lines == full)
    #expect(state.editor?.draft.lines[0].quantity == 25)
  }

  @Test func linesAreCopiedMovedAndDeletedByKeys() {
    var state = InvoiceSamples.editing()
    state.press(keys: "A<tab><tab>1<tab><tab><tab>B<tab><tab>2<esc>")
    let names = { (state: AppState) in state.editor?.draft.lines.map(\.name) }
    state.press(keys: "K")
    #expect(names(state) == ["B", "A"])
    state.press(keys: "yyjp")
    #expect(names(state) == ["B", "A", "B"])
    state.press(keys: "ggJ")
    #expect(names(state) == ["A", "B", "B"])
    state.press(keys: "ggdd")
    #expect(names(state) == ["B", "B"])
    state.press(keys: "dddd")
    #expect(state.editor?.draft.lines == [LineItem()])
  }

  @Test func lettersAreCommandsOnlyInTheGridAndDigitsTypeThereToo() {
    var state = InvoiceSamples.editing()
    state.press(keys: "dd yy")
    #expect(state.editor?.draft.lines[0].name == "dd yy")
    state.press(keys: "<esc>l")
    #expect(state.editor?.cell == .line(0, .quantity))
    state.press(keys: "16")
    #expect(state.screen == .invoices)
    #expect(state.editor?.draft.lines[0].quantity == 16)
  }

  @Test func pastedTextIsTextOnOneLine() {
    var state = InvoiceSamples.editing()
    state.take(.key(.paste("dd\nS")))
    #expect(state.editor?.draft.lines[0].name == "dd S")
    #expect(state.overlays.isEmpty)
    #expect(state.editor?.storing == nil)
  }

  @Test func tabKeepsWordsOfOnesOwnEnterTakesTheItem() {
    var state = InvoiceSamples.editing()
    state.press(keys: "day<tab>")
    #expect(state.editor?.draft.lines[0].item == nil)
    #expect(state.editor?.draft.lines[0].name == "day")
    state.press(keys: "<s-tab>day<enter>")
    #expect(state.editor?.draft.lines[0].item == "12")
    state.press(keys: "<enter><c-u>onboarding DAY<tab>")
    #expect(state.editor?.draft.lines[0].item == "12", "the very name is the item")
  }

  @Test func enterWaitsForTheAnswerToWhatWasTyped() {
    var state = InvoiceSamples.editing()
    for key in Key.parse("lic<enter>") ?? [] { state.take(.key(key)) }
    #expect(state.place == .editorCell)
    state.take(.itemsFound(words: "li", [InvoiceSamples.onboarding]))
    #expect(state.editor?.draft.lines[0].item == nil, "an answer to other words is stale")
    state.take(.itemsFound(words: "lic", [InvoiceSamples.licence]))
    #expect(state.editor?.draft.lines[0].item == "11")
    #expect(state.editor?.cell == .line(0, .quantity), "how many is asked next")
  }

  @Test func anItemsPriceIsNotTakenForAnotherCurrency() {
    var state = InvoiceSamples.state()
    var customer = InvoiceSamples.customer
    customer.currency = Currency("EUR")
    state.take(
      .draftStarted(.success(DraftStart(draft: InvoiceSamples.draft, match: .linked(customer)))))
    state.press(keys: "lic<enter>")
    #expect(state.editor?.draft.lines[0].item == "11")
    #expect(state.editor?.draft.lines[0].rate == 0)
    #expect(state.event?.text.string.contains("type its rate in EUR") == true)
  }

  @Test func theDueDayFollowsTheTermsAndTheTermsTheDueDay() {
    var state = InvoiceSamples.editing()
    state.press(keys: "<esc>gt10<esc>")
    #expect(state.editor?.draft.dueDate == InvoiceSamples.day("2026-12-03"))
    state.press(keys: "gueom<esc>")
    #expect(state.editor?.draft.paymentTerms == 7)
    state.press(keys: "gu1 nov 2026<tab>")
    #expect(state.middle.contains("! due 1 Nov 2026 is before the date"))
  }

  @Test func notesAreWrittenInTheUsersOwnEditor() {
    var state = InvoiceSamples.editing()
    let effects = state.press(keys: "Travel<c-e>")
    #expect(effects.last == .editText(.draftNotes("d1"), ""))
    state.take(.textEdited(.draftNotes("other"), "lost"))
    #expect(state.editor?.draft.notes == "")
    state.take(.textEdited(.draftNotes("d1"), "One\nTwo\n\n"))
    #expect(state.editor?.draft.notes == "One\nTwo")
    state.take(.textEdited(.draftNotes("d1"), nil))
    #expect(state.editor?.draft.notes == "One\nTwo")
  }

  @Test func leavingADraftThatIsNotOnDiskIsRefusedOnce() {
    var state = InvoiceSamples.editing()
    for key in Key.parse("Tr<esc>") ?? [] { state.take(.key(key)) }
    let revision = state.editor?.draft.revision ?? 0
    let failure = Failure.storage("disk full")
    state.take(.draftSaved("d1", revision: revision - 1, .failure(failure)))
    state.take(.draftSaved("d1", revision: revision, .failure(failure)))
    #expect(state.log.count { $0.text.string.contains("disk full") } == 1, "it is said once")
    let retry = state.take(.key(.escape))
    #expect(retry == [.saveDraft(InvoiceSamples.saved(state))])
    #expect(state.editor != nil)
    var healed = state
    healed.take(.draftSaved("d1", revision: revision, .success(InvoiceSamples.now)))
    healed.take(.key(.escape))
    #expect(healed.event?.text.string.hasPrefix("Kept under 3 Invoices, Drafts here:") == true)
    state.take(.key(.escape))
    #expect(state.editor == nil)
    #expect(state.event?.text == "The last edits of the draft are lost: it was not on disk.")
    state.take(.draftSaved("d1", revision: revision, .failure(failure)))
    #expect(state.event?.text.string.contains("disk full") == true)
  }

  @Test func closingKeepsTheDraftAndSaysSo() {
    var state = InvoiceSamples.state()
    state.screen = .pipeline
    state.take(
      .draftStarted(
        .success(DraftStart(draft: InvoiceSamples.draft, match: .linked(InvoiceSamples.customer)))))
    #expect(state.screen == .invoices)
    state.press(keys: "Travel<tab><tab>120<esc>")
    #expect(state.press(keys: "<esc>").contains(.discardDraft("d1")) == false)
    #expect(state.editor == nil)
    #expect(state.screen == .pipeline)
    #expect(state.event?.text == "Kept under 3 Invoices, Drafts here: Initech Ltd, £120.00")
  }

  @Test func aDraftIntoWhichNothingWasTypedIsDropped() {
    var state = InvoiceSamples.editing()
    let effects = state.press(keys: "<esc><esc>")
    #expect(effects.contains(.discardDraft("d1")))
    #expect(state.editor == nil)
    #expect(state.event?.text == "Nothing was typed: no draft is kept.")
    #expect(state.event?.kind == .note)
  }

  @Test func aDraftThatWasTypedIntoOrOpenedAgainIsKept() {
    for keys in ["Tr<esc>", "Tr<esc>u", "gn50% now<esc>"] {
      var state = InvoiceSamples.editing()
      state.press(keys: keys)
      #expect(state.press(keys: "<esc>").contains(.discardDraft("d1")) == false, "\(keys)")
    }
    var state = InvoiceSamples.state()
    var old = InvoiceSamples.draft
    old.revision = 3
    state.take(.draftStarted(.success(DraftStart(draft: old, match: .unknown))))
    #expect(state.press(keys: "<esc><esc>").contains(.discardDraft("d1")) == false)
  }
}
