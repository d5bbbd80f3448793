import AppCore
import FoundationEssentials
import Sales
import Testing

@Suite struct FormatTests {
  @Test func showsMoneyInThreeLengths() {
    let money = Money(1_284_300, Currency("GBP"))
    #expect(money.full.string == "£1,284,300.00")
    #expect(money.whole.string == "£1,284,300")
    #expect(money.short.string == "£1.28m")
    #expect(Money(310_499, Currency("EUR")).short.string == "€310k")
    #expect(Money(-5, Currency("JPY")).full.string == "-¥5")
  }
}
