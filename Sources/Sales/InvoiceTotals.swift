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
  /// What each tax comes to, in the order in which the lines name them.
  public let taxes: [TaxAmount]
  /// What the customer has to pay.
  public let total: Decimal

  /// The sums of the given lines.
  public init(lines: [LineItem], isInclusiveTax: Bool, currency: Currency) {
    let places = currency.decimals
    var amounts: [Decimal] = []
    var taxes: [TaxAmount] = []
    for line in lines {
      let amount = line.amount(places: places)
      amounts.append(amount)
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
    subtotal = amounts.reduce(0, +)
    self.taxes = taxes
    total = isInclusiveTax ? subtotal : taxes.reduce(subtotal) { $0 + $1.amount }
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
