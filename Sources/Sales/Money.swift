import FoundationEssentials

/// An exact amount in a currency.
///
/// There is no `+` between currencies: sums over several go through `Totals`.
public struct Money: Hashable, Sendable, Codable {
  /// The exact amount, in whole units of the currency (pounds, not pence).
  public var amount: Decimal
  /// The currency of the amount.
  public let currency: Currency

  /// An exact amount in a currency.
  public init(_ amount: Decimal, _ currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// An amount counted in the currency's smallest coin, such as 1250 pence.
  public init(minorUnits: Int64, _ currency: Currency) {
    self.init(Decimal(minorUnits).shifted(by: -currency.decimals), currency)
  }

  /// The amount counted in the currency's smallest coin, rounded half away from zero; nil when it
  /// is beyond 64 bits.
  public var minorUnits: Int64? {
    let units = amount.shifted(by: currency.decimals).rounded(toPlaces: 0)
    return Int64(units.description)
  }

  /// The amount rounded to the currency's decimals, half away from zero, as Books rounds.
  public var rounded: Money {
    Money(amount.rounded(toPlaces: currency.decimals), currency)
  }

  /// Nothing, in the given currency.
  public static func zero(_ currency: Currency) -> Money { Money(0, currency) }
}

extension Decimal {
  /// The number rounded to so many decimal places, half away from zero.
  public func rounded(toPlaces places: Int) -> Decimal {
    let excess = -exponent - places
    guard excess > 0, isFinite else { return self }
    let digits = significand.description
    let kept = Decimal(string: String(digits.dropLast(excess))) ?? 0
    let isHalfOrMore =
      digits.count >= excess && digits.suffix(excess).first.map { $0 >= "5" } ?? false
    return Decimal(
      sign: sign, exponent: -places, significand: isHalfOrMore ? kept + 1 : kept)
  }

  /// The number with its decimal point moved: 12.5 by 2 is 1250, by -1 is 1.25. Exact.
  public func shifted(by places: Int) -> Decimal {
    self * Decimal(sign: .plus, exponent: places, significand: 1)
  }
}
