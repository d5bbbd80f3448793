import Foundation
import GRDB

extension BilledDocument {
  /// Works out all sums by the organization's rules.
  mutating func settle(_ lines: inout [some BilledLine], _ db: Database) throws {
    var taxes: [Int64: Tax] = [:]
    for id in Set(lines.compactMap(\.taxId)) { taxes[id] = try Tax.find(id, db) }
    let rounding = try DocumentTotals.TaxRounding(
      rawValue: BooksSettings.value("tax_rounding", db))
    try settle(
      &lines, currency: currency(db), base: Currency.base(db), rounding: rounding ?? .line,
      taxes: taxes)
  }

  /// Works out all sums, of the document and in its lines.
  /// - Throws: code 2 for a discount larger than what it is taken from, or a sum beyond storage.
  mutating func settle(
    _ lines: inout [some BilledLine], currency: Currency, base: Currency,
    rounding: DocumentTotals.TaxRounding, taxes: [Int64: Tax]
  ) throws {
    let isItemLevel = discountType == "item_level"
    let totals = DocumentTotals(
      lines: lines.map { $0.forTotals(isItemLevel: isItemLevel, taxes: taxes) },
      rules: DocumentTotals.Rules(
        places: currency.places, isInclusiveTax: isInclusiveTax,
        discount: isItemLevel ? .none : DocumentTotals.Discount(stored: discount),
        isDiscountBeforeTax: isDiscountBeforeTax,
        shippingCharge: Decimal(millionths: shippingCharge),
        adjustment: Decimal(millionths: adjustment), taxRounding: rounding))
    for (index, sums) in totals.lines.enumerated() {
      let line = lines[index]
      if line.quantity >= 0, line.rate >= 0, sums.itemTotal < 0 {
        throw Refusal.booksInvalid("discount")
      }
      lines[index].discountAmount = try stored(sums.discountAmount)
      lines[index].itemTotal = try stored(sums.itemTotal)
      lines[index].itemTotalInclusiveOfTax = try stored(sums.itemTotalInclusiveOfTax)
      lines[index].lineItemTaxes =
        JSONValue.array(
          sums.taxes.map { tax in
            [
              "tax_id": .string(String(tax.tax.id)),
              "tax_name": .string("\(tax.tax.name) (\(tax.tax.percentage)%)"),
              "tax_percentage": .number(tax.tax.percentage), "tax_amount": .number(tax.amount),
            ]
          }
        ).text
    }
    guard totals.total >= 0 else { throw Refusal.booksInvalid("discount") }
    subTotal = try stored(totals.subTotal)
    subTotalInclusiveOfTax = try stored(totals.subTotalInclusiveOfTax)
    discountTotal = try stored(
      totals.discountTotal + totals.lines.reduce(0) { $0 + $1.discountAmount })
    taxTotal = try stored(totals.taxTotal)
    self.taxes =
      JSONValue.array(
        totals.taxes.map { tax in
          [
            "tax_id": .string(String(tax.tax.id)), "tax_name": .string(tax.tax.name),
            "tax_percentage": .number(tax.tax.percentage), "tax_amount": .number(tax.amount),
          ]
        }
      ).text
    total = try stored(totals.total)
    bcyTotal = try stored(
      (totals.total * Decimal(millionths: exchangeRate)).rounded(places: base.places))
    settleBalance()
  }

  private func stored(_ amount: Decimal) throws -> Int64 {
    guard let stored = amount.millionths else { throw Refusal.booksInvalid("rate") }
    return stored
  }
}
