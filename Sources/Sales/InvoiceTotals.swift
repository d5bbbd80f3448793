import FoundationEssentials

/// The sums of an invoice while it is being edited, in exact decimals.
///
/// A preview: once Books has the invoice, its figures are the truth, and a difference is shown. The
/// rules are Books': each line is rounded half up to the currency's decimals, so is its tax, and
/// taxes of one name are added up.
public struct InvoiceTotals: Hashable, Sendable {
  /// What each line comes to after its discount, in the order of the lines.
  public let lineAmounts: [Decimal]
  /// The sum of the lines.
  public let subtotal: Decimal
  /// What is taken off the whole, before tax.
  public let discount: Decimal
  /// What each tax comes to, in the order in which the lines name them.
  public let taxes: [TaxAmount]
  /// What the customer has to pay.
  public let total: Decimal

  /// The sums of the given lines, and of what is taken off or added to the whole.
  public init(
    lines: [LineItem], isInclusiveTax: Bool, currency: Currency, discount: Discount? = nil,
    shipping: Decimal = 0, adjustment: Decimal = 0
  ) {
    let places = currency.decimals
    let amounts = lines.map { $0.amount(places: places) }
    let sum = amounts.reduce(0, +)
    let takenOff = discount.map { $0.of(sum).rounded(toPlaces: places) } ?? 0
    var left = takenOff
    var taxes: [TaxAmount] = []
    for (index, line) in lines.enumerated() {
      var amount = amounts[index]
      if takenOff != 0, sum != 0 {
        // Each line bears its share; what rounding leaves falls to the last.
        let share = (takenOff * amount / sum).rounded(toPlaces: places)
        amount -= index == lines.count - 1 ? left : share
        left -= share
      }
      guard let tax = line.tax, tax.percentage != 0 else { continue }
      let divisor = isInclusiveTax ? 100 + tax.percentage : 100
      let due = (amount * tax.percentage / divisor).rounded(toPlaces: places)
      let name = "\(tax.name) (\(tax.percentage)%)"
      if let index = taxes.firstIndex(where: { $0.name == name }) {
        taxes[index].amount += due
      } else {
        taxes.append(TaxAmount(name: name, amount: due))
      }
    }
    lineAmounts = amounts
    subtotal = sum
    self.discount = takenOff
    self.taxes = taxes
    let net = sum - takenOff + shipping + adjustment
    total = isInclusiveTax ? net : taxes.reduce(net) { $0 + $1.amount }
  }
}

extension Discount {
  /// What it takes off a sum, exactly.
  public func of(_ sum: Decimal) -> Decimal {
    switch self {
    case .percent(let percent): sum * percent / 100
    case .amount(let amount): amount
    }
  }
}

extension LineItem {
  /// Quantity times rate less the discount, rounded half up to so many places.
  public func amount(places: Int) -> Decimal {
    let gross = quantity * rate
    return switch discount {
    case .percent(let percent): (gross - gross * percent / 100).rounded(toPlaces: places)
    case .amount(let amount): (gross - amount).rounded(toPlaces: places)
    case nil: gross.rounded(toPlaces: places)
    }
  }
}
