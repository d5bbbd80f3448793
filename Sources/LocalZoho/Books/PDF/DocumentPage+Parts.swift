import Foundation
import GRDB

extension DocumentPage {
  /// What the lines come to: sub total, discount, each tax, shipping, adjustment, total.
  static func totals(
    of document: some BilledDocument, _ currency: Currency
  ) throws -> [(label: String, amount: String)] {
    func text(_ amount: Int64) -> String { currency.text(Decimal(millionths: amount)) }
    var totals = [(label: "Sub Total", amount: text(document.subTotal))]
    let discount = DocumentTotals.Discount(stored: document.discount)
    if document.discountType == "entity_level", discount != .none {
      totals.append((label: "Discount", amount: "(-) " + text(document.discountTotal)))
    }
    for tax in try JSONValue(parsing: document.taxes).arrayValue ?? [] {
      let name = tax["tax_name"]?.stringValue ?? ""
      let percent = tax["tax_percentage"]?.numberValue ?? 0
      totals.append(
        (label: "\(name) (\(percent)%)", amount: currency.text(tax["tax_amount"]?.numberValue ?? 0))
      )
    }
    if document.shippingCharge != 0 {
      totals.append((label: "Shipping charge", amount: text(document.shippingCharge)))
    }
    if document.adjustment != 0 {
      totals.append((label: document.adjustmentDescription, amount: text(document.adjustment)))
    }
    totals.append((label: "Total", amount: text(document.total)))
    return totals
  }

  static func line(_ line: some BilledLine, _ currency: Currency) -> Line {
    let discount = DocumentTotals.Discount(stored: line.discount)
    let discountText: String
    switch discount {
    case .percent(let percent): discountText = "\(percent)%"
    case .amount(0): discountText = ""
    case .amount(let amount): discountText = amount.text(places: currency.places, grouped: true)
    }
    return Line(
      name: line.name, description: line.description,
      quantity: "\(Decimal(millionths: line.quantity))",
      rate: Decimal(millionths: line.rate).text(
        places: max(currency.places, 2), grouped: true),
      discount: discountText,
      tax: line.taxId == nil ? "" : "\(Decimal(millionths: line.taxPercentage))%",
      amount: Decimal(millionths: line.itemTotal).text(places: currency.places, grouped: true))
  }

  static func address(_ json: String) throws -> [String] {
    let address = try JSONValue(parsing: json)
    func part(_ name: String) -> String { address[name]?.stringValue ?? "" }
    let place = [part("city"), part("state"), part("zip")].filter { !$0.isEmpty }
    let lines = part("address").split(separator: "\n").map(String.init)
    return
      ([part("attention")] + lines + [
        part("street2"), place.joined(separator: " "),
        part("country"),
      ]).filter { !$0.isEmpty }
  }
}
