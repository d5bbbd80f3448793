import Foundation
import Testing

@testable import LocalZoho

@Suite struct DocumentTotalsTests {
  typealias Line = DocumentTotals.Line
  let vat = DocumentTotals.Tax(id: 1, name: "VAT", percentage: 20)
  let levy = DocumentTotals.Tax(id: 2, name: "Levy", percentage: 10, isCompound: true)

  func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? .nan }

  @Test func discountsOfLines() {
    let totals = DocumentTotals(
      lines: [
        Line(quantity: 25, rate: 400, taxes: [vat]),
        Line(quantity: 2, rate: 850, discount: .percent(10), taxes: [vat]),
        Line(quantity: 1, rate: 10, discount: .amount(decimal("2.5"))),
      ], rules: .init())
    #expect(totals.lines.map(\.itemTotal) == [10_000, 1530, decimal("7.5")])
    #expect(totals.lines.map(\.discountAmount) == [0, 170, decimal("2.5")])
    #expect(totals.subTotal == decimal("11537.5"))
    #expect(totals.taxTotal == 2306)
    #expect(totals.total == decimal("13843.5"))
  }

  @Test func halvesAreRoundedUp() {
    let totals = DocumentTotals(
      lines: [Line(quantity: 1, rate: decimal("0.125"), taxes: [vat])], rules: .init())
    #expect(totals.subTotal == decimal("0.13"))
    #expect(totals.taxTotal == decimal("0.03"))
    let yen = DocumentTotals(
      lines: [Line(quantity: 3, rate: decimal("0.5"))], rules: .init(places: 0))
    #expect(yen.total == 2)
  }

  @Test func taxIsRoundedInEachLineOrOnce() {
    let lines = (0..<3).map { _ in Line(quantity: 1, rate: decimal("0.33"), taxes: [vat]) }
    let perLine = DocumentTotals(lines: lines, rules: .init(taxRounding: .line))
    #expect(perLine.taxTotal == decimal("0.21"))
    let once = DocumentTotals(lines: lines, rules: .init(taxRounding: .document))
    #expect(once.taxTotal == decimal("0.2"))
  }

  @Test func ratesThatIncludeTax() {
    let totals = DocumentTotals(
      lines: [Line(quantity: 1, rate: 120, taxes: [vat]), Line(quantity: 1, rate: 10)],
      rules: .init(isInclusiveTax: true))
    #expect(totals.lines.map(\.itemTotal) == [100, 10])
    #expect(totals.lines.map(\.itemTotalInclusiveOfTax) == [120, 10])
    #expect(totals.subTotal == 110)
    #expect(totals.subTotalInclusiveOfTax == 130)
    #expect(totals.taxTotal == 20)
    #expect(totals.total == 130)
  }

  @Test func discountOfTheDocumentBeforeTax() {
    let totals = DocumentTotals(
      lines: [Line(quantity: 1, rate: 100, taxes: [vat]), Line(quantity: 1, rate: 50)],
      rules: .init(discount: .percent(10)))
    #expect(totals.subTotal == 150)
    #expect(totals.discountTotal == 15)
    #expect(totals.taxTotal == 18)
    #expect(totals.total == 153)
  }

  @Test func discountOfTheDocumentAfterTax() {
    let totals = DocumentTotals(
      lines: [Line(quantity: 1, rate: 100, taxes: [vat])],
      rules: .init(discount: .amount(20), isDiscountBeforeTax: false))
    #expect(totals.taxTotal == 20)
    #expect(totals.total == 100)
  }

  @Test func groupsCompoundTaxesShippingAndAdjustment() {
    let totals = DocumentTotals(
      lines: [Line(quantity: 1, rate: 100, taxes: [vat, levy])],
      rules: .init(shippingCharge: 5, adjustment: decimal("-0.05")))
    #expect(totals.taxes.map(\.amount) == [20, 12])
    #expect(totals.total == decimal("136.95"))
  }

  @Test(arguments: [
    ("1234567.5", "1,234,567.50"), ("-0.005", "-0.01"), ("0", "0.00"), ("999", "999.00"),
  ])
  func figuresAsPeopleReadThem(number: String, text: String) {
    #expect(decimal(number).text(places: 2, grouped: true) == text)
  }

  @Test(arguments: ["0", "120", "-0.000001", "8999999999999.999999", "12.5"])
  func storageIsExact(number: String) throws {
    let stored = try #require(decimal(number).millionths)
    #expect(Decimal(millionths: stored) == decimal(number))
    #expect("\(Decimal(millionths: stored))" == number)
  }

  @Test func whatIsTooLargeIsNotStored() {
    #expect(decimal("9000000000001").millionths == nil)
  }
}
