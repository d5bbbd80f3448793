import FoundationEssentials
import Sales
import Testing

@testable import AppCore

@Suite struct FormatTests {
  @Test func showsMoneyInThreeLengths() {
    let money = Money(1_284_300, Currency("GBP"))
    #expect(money.full.string == "£1,284,300.00")
    #expect(money.whole.string == "£1,284,300")
    #expect(money.short.string == "£1.28m")
    #expect(Money(310_499, Currency("EUR")).short.string == "€310k")
    #expect(money.exact.string == "£1,284,300")
    #expect(Money(4686.4, Currency("GBP")).exact.string == "£4,686.40")
    #expect(Money(999_499, Currency("GBP")).short.string == "£999k")
    #expect(Money(999_500, Currency("GBP")).short.string == "£1.00m")
    #expect(Money(-5, Currency("JPY")).full.string == "-¥5")
  }

  @Test func showsSumsAsShortAsThereIsRoom() {
    let totals = Totals([
      Money(310_000, Currency("GBP")), Money(12_000, Currency("EUR")), Money(5, Currency("USD")),
    ])
    let home = Currency("GBP")
    #expect(totals.shortened(to: 40, home: home) == totals.short)
    #expect(totals.shortened(to: 8, home: home).string == "£310k +2")
    #expect(totals.shortened(to: 6, home: home).string == "£310k…")
    #expect(totals.shortened(to: 8, home: Currency("JPY")).string.hasSuffix(" +2"))
    #expect(2089.grouped == "2,089")
  }
}
