import Foundation

/// The arithmetic of a sales document, as Books does it: every amount is rounded half up to the
/// currency's places. https://www.zoho.com/books/api/v3/invoices/
struct DocumentTotals: Hashable {
  /// A tax on a line. A compound tax is also taken on the other taxes of its group.
  struct Tax: Hashable {
    var id: Int64
    var name: String
    var percentage: Decimal
    var isCompound = false
  }

  struct TaxAmount: Hashable {
    var tax: Tax
    var amount: Decimal
  }

  /// What is taken off: `"10%"`, or an amount.
  enum Discount: Hashable {
    case percent(Decimal)
    case amount(Decimal)

    static let none = Discount.amount(0)

    func of(_ sum: Decimal) -> Decimal {
      switch self {
      case .percent(let percent): sum * percent / 100
      case .amount(let amount): amount
      }
    }
  }

  struct Line: Hashable {
    var quantity: Decimal
    var rate: Decimal
    var discount = Discount.none
    var taxes: [Tax] = []
  }

  /// Where a tax is rounded: in each line, or once for the document.
  enum TaxRounding: String {
    case line = "item_level"
    case document = "entity_level"
  }

  struct Rules {
    var places = 2
    var isInclusiveTax = false
    /// The discount of the whole document; lines have their own.
    var discount = Discount.none
    var isDiscountBeforeTax = true
    var shippingCharge: Decimal = 0
    var adjustment: Decimal = 0
    var taxRounding = TaxRounding.line
  }

  struct LineTotals: Hashable {
    var discountAmount: Decimal
    /// After the line's discount, without tax.
    var itemTotal: Decimal
    var itemTotalInclusiveOfTax: Decimal
    var taxes: [TaxAmount]
  }

  private(set) var lines: [LineTotals] = []
  /// The sum of the lines without tax, before the document's discount.
  private(set) var subTotal: Decimal = 0
  /// The sum of the lines with tax, before the document's discount; 0 unless rates include tax.
  private(set) var subTotalInclusiveOfTax: Decimal = 0
  /// The document's discount.
  private(set) var discountTotal: Decimal = 0
  private(set) var taxes: [TaxAmount] = []
  private(set) var taxTotal: Decimal = 0
  private(set) var total: Decimal = 0

  init(lines: [Line], rules: Rules) {
    let places = rules.places
    let nets = lines.map { line in
      let gross = line.quantity * line.rate
      return (gross - line.discount.of(gross)).rounded(places: places)
    }
    let netTotal = nets.reduce(0, +)
    if rules.isDiscountBeforeTax {
      discountTotal = rules.discount.of(netTotal).rounded(places: places)
    }
    let shares = Self.shares(of: discountTotal, over: nets, places: places)
    var exactTaxes: [TaxAmount] = []
    for (index, line) in lines.enumerated() {
      let net = nets[index]
      let own = Self.taxes(line.taxes, on: net, isInclusive: rules.isInclusiveTax)
      let due =
        shares[index] == 0
        ? own
        : Self.taxes(line.taxes, on: net - shares[index], isInclusive: rules.isInclusiveTax)
      for tax in due {
        let amount =
          rules.taxRounding == .line ? tax.amount.rounded(places: places) : tax.amount
        if let known = exactTaxes.firstIndex(where: { $0.tax == tax.tax }) {
          exactTaxes[known].amount += amount
        } else {
          exactTaxes.append(TaxAmount(tax: tax.tax, amount: amount))
        }
      }
      let rounded = own.map { TaxAmount(tax: $0.tax, amount: $0.amount.rounded(places: places)) }
      let ownTotal = rounded.reduce(0) { $0 + $1.amount }
      let gross = (line.quantity * line.rate).rounded(places: places)
      self.lines.append(
        LineTotals(
          discountAmount: gross - net,
          itemTotal: rules.isInclusiveTax ? net - ownTotal : net,
          itemTotalInclusiveOfTax: rules.isInclusiveTax ? net : net + ownTotal,
          taxes: rounded))
    }
    taxes = exactTaxes.map { TaxAmount(tax: $0.tax, amount: $0.amount.rounded(places: places)) }
    taxTotal = taxes.reduce(0) { $0 + $1.amount }
    subTotal = self.lines.reduce(0) { $0 + $1.itemTotal }
    subTotalInclusiveOfTax = rules.isInclusiveTax ? netTotal : 0
    var sum = netTotal - discountTotal + (rules.isInclusiveTax ? 0 : taxTotal)
    if !rules.isDiscountBeforeTax {
      discountTotal = rules.discount.of(sum).rounded(places: places)
      sum -= discountTotal
    }
    total = sum + rules.shippingCharge + rules.adjustment
  }

  /// A discount spread over the lines by their amounts; what rounding leaves goes to the last.
  private static func shares(of discount: Decimal, over nets: [Decimal], places: Int) -> [Decimal] {
    let sum = nets.reduce(0, +)
    guard discount != 0, sum != 0 else { return nets.map { _ in 0 } }
    var left = discount
    return nets.enumerated().map { index, net in
      let share =
        index == nets.count - 1 ? left : (discount * net / sum).rounded(places: places)
      left -= share
      return share
    }
  }

  /// What each tax comes to on an amount, not rounded.
  private static func taxes(_ taxes: [Tax], on amount: Decimal, isInclusive: Bool) -> [TaxAmount] {
    let simple = taxes.filter { !$0.isCompound }.reduce(0) { $0 + $1.percentage } / 100
    let compound = taxes.filter(\.isCompound).reduce(0) { $0 + $1.percentage } / 100
    let factor = (1 + simple) * (1 + compound)
    let base = isInclusive && factor != 0 ? amount / factor : amount
    return taxes.map { tax in
      let taxable = tax.isCompound ? base * (1 + simple) : base
      return TaxAmount(tax: tax, amount: taxable * tax.percentage / 100)
    }
  }
}
