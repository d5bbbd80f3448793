import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct DraftGridTests {
  private func threeLines(width: Int = 120, height: Int = 32) -> AppState {
    var state = InvoiceSamples.editing(width: width, height: height)
    state.press(
      keys:
        "Alpha<tab>1<tab>10<tab><tab><tab>Beta<tab>2<tab>20<tab><tab><tab>Gamma<tab>3<tab>30<esc>")
    return state
  }

  private func label(of cell: GridCell, in state: AppState) -> String {
    state.editor?.jump?.targets.first { $0.cell == cell }?.label ?? "none"
  }

  @Test func aLabelOnEveryCellJumpsThereAndTypesAtOnce() {
    var state = threeLines()
    state.press(keys: "<c-o>")
    #expect(state.place == .editorJump)
    let cells = state.editor?.jump?.targets.map(\.cell) ?? []
    #expect(cells.count == 25, "ten fields and three lines of five cells")
    #expect(Set(state.editor?.jump?.targets.map(\.label) ?? []).count == 25)
    state.press(keys: label(of: .line(1, .rate), in: state) + "99")
    #expect(state.editor?.cell == .line(1, .rate))
    #expect(state.editor?.draft.lines[1].rate == 99)
    state.press(keys: "<c-o>")
    #expect(state.place == .editorJump, "from a live cell too")
    #expect(state.editor?.draft.lines[1].rate == 99)
    state.press(keys: label(of: .reference, in: state) + "PO 9<esc>")
    #expect(state.editor?.draft.reference == "PO 9")
  }

  @Test func moreCellsThanLettersGetLabelsOfTwo() {
    var state = InvoiceSamples.editing(width: 120, height: 40)
    for _ in 0..<12 { state.press(keys: "Line<tab>1<tab>5<tab><tab><tab>") }
    state.press(keys: "<esc>;")
    let labels = state.editor?.jump?.targets.map(\.label) ?? []
    #expect(labels.count > 26)
    #expect(Set(labels).count == labels.count)
    for label in labels {
      let others = labels.filter { $0 != label && $0.hasPrefix(label) }
      #expect(others.isEmpty, "\(label) begins \(others)")
    }
    state.press(keys: label(of: .line(11, .tax), in: state))
    #expect(state.editor?.cell == .line(11, .tax))
  }

  @Test func aNumberJumpsToItsLine() {
    var state = threeLines()
    state.press(keys: ";2")
    #expect(state.place == .editor)
    #expect(state.editor?.cell.lineIndex == 1)
    state.press(keys: "dd;9")
    #expect(state.event?.text.string == "No cell has that label.")
    #expect(state.editor?.draft.lines.map(\.name) == ["Alpha", "Gamma"])
  }

  @Test func withTenLinesANumberWaitsForItsSecondDigitOrEnter() {
    var state = InvoiceSamples.editing(width: 120, height: 40)
    for line in 1...12 { state.press(keys: "L\(line)<tab>1<tab>5<tab><tab><tab>") }
    state.press(keys: "<esc>;1")
    #expect(state.place == .editorJump)
    state.press(keys: "2")
    #expect(state.editor?.cell.lineIndex == 11)
    state.press(keys: ";1<enter>")
    #expect(state.editor?.cell.lineIndex == 0)
    #expect(state.place == .editor)
  }

  @Test func escLeavesTheLabelsWithoutMoving() {
    var state = threeLines()
    let cell = state.editor?.cell
    state.press(keys: ";<esc>")
    #expect(state.place == .editor)
    #expect(state.editor?.cell == cell)
  }

  @Test func theLabelsStandOverTheirCells() {
    var state = threeLines(width: 80, height: 24)
    state.press(keys: ";")
    let screen = draw(state).text
    #expect(!screen.contains("Alpha"), "its label covers the first letter")
    #expect(screen.contains("lpha"))
  }

  @Test func aClickGoesToTheCellUnderIt() throws {
    var state = threeLines()
    let open = try #require(state.editor)
    let rect = try #require(state.layout(of: open).rect(of: .line(1, .quantity)))
    state.take(.key(.mouse(MouseEvent(.press, x: rect.right - 1, y: rect.y))))
    #expect(state.editor?.cell == .line(1, .quantity))
  }

  @Test func undoAndRedoSpanEverySortOfEditAndASave() throws {
    var state = threeLines()
    let before = state.editor?.draft.lines
    state.press(keys: "gr<c-u>PO 1<esc>gnThanks<esc>t")
    #expect(state.editor?.draft.isInclusiveTax == true)
    let discount = { (state: AppState) in state.editor?.draft.discount }
    state.press(keys: "<c-o>")
    state.press(keys: label(of: .discount, in: state) + "10%<esc>")
    #expect(discount(state) == .percent(10))
    state.press(keys: "<c-s>")
    let draft = try #require(state.editor?.draft)
    state.take(
      .draftStored(draft.id, revision: draft.revision, .success(InvoiceSamples.stored(draft))))
    #expect(state.editor?.draft.invoice == "9001")
    state.press(keys: "u")
    #expect(discount(state) == nil)
    state.press(keys: "u")
    #expect(state.editor?.draft.isInclusiveTax == false)
    state.press(keys: "uu")
    #expect(state.editor?.draft.notes == "")
    #expect(state.editor?.draft.reference == "")
    #expect(state.editor?.draft.lines == before)
    #expect(state.editor?.draft.invoice == "9001", "undo does not forget the invoice")
    state.press(keys: "<c-r><c-r><c-r><c-r>")
    #expect(discount(state) == .percent(10))
    #expect(state.editor?.draft.reference == "PO 1")
  }

  @Test func undoGoesBackAHundredEdits() {
    var state = InvoiceSamples.editing()
    state.press(keys: "Alpha<tab>1<tab>1<esc>")
    for number in 1...100 { state.press(keys: "\(number % 9 + 1)<esc>") }
    let edits = state.editor?.past.count ?? 0
    #expect(edits > 80)
    state.press(keys: String(repeating: "u", count: edits))
    #expect(state.editor?.draft.filledLines.isEmpty == true)
    state.press(keys: String(repeating: "<c-r>", count: edits))
    #expect(state.editor?.draft.lines.first?.name == "Alpha")
  }
}

@Suite struct DraftChargeTests {
  @Test func discountShippingAndAdjustmentChangeTheTotalAsBooksDoes() {
    var draft = InvoiceSamples.draft
    draft.lines = [
      LineItem(name: "A", quantity: 1, rate: 100, tax: InvoiceSamples.vat),
      LineItem(name: "B", quantity: 1, rate: 50, tax: InvoiceSamples.reduced),
    ]
    draft.discount = .percent(10)
    draft.shipping = 12
    draft.adjustment = Decimal(string: "-0.25")
    let totals = draft.totals
    #expect(totals.subtotal == 150)
    #expect(totals.discount == 15)
    #expect(totals.taxes.map(\.amount) == [18, Decimal(string: "2.25")])
    #expect(totals.total == Decimal(string: "167"))
  }

  @Test func taxInTheRatesIsNotAddedAgain() {
    var draft = InvoiceSamples.draft
    draft.lines = [LineItem(name: "A", rate: 120, tax: InvoiceSamples.vat)]
    draft.isInclusiveTax = true
    draft.discount = .amount(20)
    #expect(draft.totals.total == 100)
    #expect(draft.totals.taxes.map(\.amount) == [Decimal(string: "16.67")])
  }

  @Test func theyAreTypedBelowTheLines() {
    var state = InvoiceSamples.editing()
    state.press(keys: "Alpha<tab>1<tab>100<esc>G")
    state.press(keys: "jjj")
    #expect(state.editor?.cell == .discount)
    state.press(keys: "<enter>5%<tab>7.5<tab>-0.5<esc>")
    #expect(state.editor?.draft.discount == .percent(5))
    #expect(state.editor?.draft.shipping == Decimal(string: "7.5"))
    #expect(state.editor?.draft.adjustment == Decimal(string: "-0.5"))
    #expect(state.middle.contains("£102.00"))
    state.press(keys: "gnx<esc>")
    #expect(state.editor?.problem == nil)
  }

  @Test func aDiscountOnLinesAndOnTheWholeIsRefusedBeforeBooksDoes() {
    var state = InvoiceSamples.editing()
    state.press(keys: "Alpha<tab>1<tab>100<tab>5%<esc>Gjjj<enter>5%<esc><c-s>")
    #expect(state.event?.text.string.contains("not on both") == true)
    #expect(state.editor?.storing == nil)
  }
}

extension InvoiceSamples {
  /// A draft as Books has it after a save.
  static func stored(_ draft: InvoiceDraft) -> StoredInvoice {
    let invoice = Invoice(
      id: "9001", number: "INV-000036", status: .known(.draft), customer: initech,
      date: draft.date, dueDate: draft.dueDate, currency: draft.currency,
      total: draft.totals.total, balance: draft.totals.total, modifiedTime: now)
    return StoredInvoice(
      detail: InvoiceDetail(
        invoice: invoice, lines: draft.filledLines, subtotal: draft.totals.subtotal, taxes: [],
        isInclusiveTax: draft.isInclusiveTax, paymentTerms: draft.paymentTerms, notes: draft.notes,
        terms: draft.terms), mail: mail)
  }
}
