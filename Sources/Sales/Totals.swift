import FoundationEssentials

/// Sums of money, one for each currency: unlike currencies are never added together.
public struct Totals: Hashable, Sendable {
  private var amounts: [Currency: Decimal] = [:]

  /// No money at all.
  public init() {}

  /// The sums of the given amounts.
  public init(_ money: some Sequence<Money>) {
    for one in money { add(one) }
  }

  /// Adds an amount to the sum of its currency.
  public mutating func add(_ money: Money) {
    amounts[money.currency, default: 0] += money.amount
  }

  /// Adds another set of sums, currency by currency.
  public mutating func add(_ totals: Totals) {
    for money in totals.all { add(money) }
  }

  /// Takes an amount away from the sum of its currency.
  public mutating func subtract(_ money: Money) {
    add(Money(-money.amount, money.currency))
  }

  /// One amount for each currency that occurs, by currency code.
  public var all: [Money] {
    amounts.keys.sorted().map { Money(amounts[$0] ?? 0, $0) }
  }

  /// The sum in one currency, zero when that currency does not occur.
  public subscript(currency: Currency) -> Money {
    Money(amounts[currency] ?? 0, currency)
  }

  /// Whether no currency occurs.
  public var isEmpty: Bool { amounts.isEmpty }
}
