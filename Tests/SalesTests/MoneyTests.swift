import FoundationEssentials
import Sales
import Testing

@Suite struct MoneyTests {
  private let gbp = Currency("GBP")

  @Test(arguments: [
    ("0.005", 2, "0.01"), ("-0.005", 2, "-0.01"), ("2.344", 2, "2.34"), ("2.345", 2, "2.35"),
    ("999.995", 2, "1000"), ("0.004", 2, "0"), ("0.0004", 2, "0"), ("12.5", 0, "13"),
    ("1234567890123.455", 2, "1234567890123.46"), ("7", 2, "7"),
  ])
  func roundsHalfAwayFromZero(_ input: String, _ places: Int, _ expected: String) throws {
    let number = try #require(Decimal(string: input))
    #expect(number.rounded(toPlaces: places) == Decimal(string: expected))
  }

  @Test func countsInTheSmallestCoin() {
    #expect(Money(minorUnits: 1_250, gbp).amount == Decimal(string: "12.5"))
    #expect(Money(Decimal(string: "12.5") ?? 0, gbp).minorUnits == 1_250)
    #expect(Money(1_500, Currency("JPY")).minorUnits == 1_500)
    #expect(Money(Decimal(string: "1e30") ?? 0, gbp).minorUnits == nil)
  }

  @Test func neverAddsUnlikeCurrencies() {
    let totals = Totals([Money(5, gbp), Money(7, Currency("EUR")), Money(1, gbp)])
    #expect(totals.all == [Money(7, Currency("EUR")), Money(6, gbp)])
  }
}
