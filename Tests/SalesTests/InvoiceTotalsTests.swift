import FoundationEssentials
import Sales
import Testing

@Suite struct InvoiceTotalsTests {
  private let vat = Tax(id: "1", name: "VAT", percentage: 20)

  private func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? .nan }

  @Test func addsTaxToEachLine() {
    let lines = [
      LineItem(name: "Licence", quantity: 25, rate: 400, tax: vat),
      LineItem(name: "Day", quantity: 2, rate: 850, discount: .percent(10), tax: vat),
    ]
    let totals = InvoiceTotals(lines: lines, isInclusiveTax: false, currency: Currency("GBP"))
    #expect(totals.lineAmounts == [10_000, 1_530])
    #expect(totals.subtotal == 11_530)
    #expect(totals.taxes == [TaxAmount(name: "VAT (20%)", amount: 2_306)])
    #expect(totals.total == 13_836)
  }

  @Test func findsTheTaxInsideInclusiveRates() {
    let lines = [LineItem(name: "Book", quantity: 3, rate: decimal("19.99"), tax: vat)]
    let totals = InvoiceTotals(lines: lines, isInclusiveTax: true, currency: Currency("GBP"))
    #expect(totals.total == decimal("59.97"))
    #expect(totals.taxes.first?.amount == decimal("10.00"))
  }

  @Test func roundsEachLineInItsCurrency() {
    let line = LineItem(name: "Third", quantity: 3, rate: decimal("0.335"))
    let gbp = InvoiceTotals(lines: [line], isInclusiveTax: false, currency: Currency("GBP"))
    #expect(gbp.total == decimal("1.01"))
    let jpy = InvoiceTotals(lines: [line], isInclusiveTax: false, currency: Currency("JPY"))
    #expect(jpy.total == 1)
  }

  @Test func leavesBlankLinesOut() {
    var draft = InvoiceDraft(
      id: "d", tag: "FL-1", currency: Currency("GBP"), date: CalendarDate(daysSinceEpoch: 20_000))
    draft.lines = [LineItem(name: "Day", rate: 10), LineItem()]
    #expect(draft.filledLines.count == 1)
    #expect(draft.totals.total == 10)
    #expect(draft.taggedReference == "FL-1")
  }
}
