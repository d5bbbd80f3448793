import Foundation
import GRDB

extension InvoiceLine {
  /// Takes over what a body's line says; an item fills what the line leaves out.
  /// - Throws: Books' refusals of bad values.
  mutating func apply(
    _ fields: BooksFields, exchangeRate: Decimal, _ db: Database
  ) throws {
    if let id = try fields.id("item_id"), id != itemId {
      guard let item = try Item.fetchOne(db, key: id) else { throw Refusal.booksInvalid("item_id") }
      guard item.status == "active" else {
        throw Refusal.books(400, 2012, "The item \"\(item.name)\" is inactive.")
      }
      itemId = id
      name = item.name
      description = item.description
      unit = item.unit
      productType = item.productType
      rate = (Decimal(millionths: item.rate) / exchangeRate).rounded(places: 6).millionths ?? 0
      if !fields.has("tax_id") { try setTax(item.taxId, db) }
    }
    name = try fields.text("name", limit: 100) ?? name
    description = try fields.text("description") ?? description
    headerName = try fields.text("header_name", limit: 100) ?? headerName
    unit = try fields.text("unit", limit: 100) ?? unit
    productType = try fields.text("product_type") ?? productType
    guard itemId != nil || !name.isEmpty || !description.isEmpty else {
      throw Refusal.booksInvalid("name")
    }
    if let value = try fields.number("rate") {
      guard let stored = value.millionths else { throw Refusal.booksInvalid("rate") }
      rate = stored
    }
    if let value = try fields.number("quantity") {
      guard value >= 0, let stored = value.millionths else {
        throw Refusal.booksInvalid("quantity")
      }
      quantity = stored
    }
    if let value = try fields.discount("discount") { discount = value.stored }
    if fields.has("tax_id") { try setTax(fields.id("tax_id"), db) }
    itemOrder = try fields.integer("item_order") ?? itemOrder
  }

  mutating func setTax(_ id: Int64?, _ db: Database) throws {
    guard let id else {
      (taxId, taxName, taxType, taxPercentage) = (nil, "", "", 0)
      return
    }
    guard let tax = try Tax.find(id, db) else { throw Refusal.booksInvalid("tax_id") }
    taxId = id
    taxName = tax.name
    taxType = tax.type
    taxPercentage = tax.percentage.millionths ?? 0
  }

  /// The line as the arithmetic takes it.
  func forTotals(isItemLevel: Bool, taxes: [Int64: Tax]) -> DocumentTotals.Line {
    DocumentTotals.Line(
      quantity: Decimal(millionths: quantity), rate: Decimal(millionths: rate),
      discount: isItemLevel ? DocumentTotals.Discount(stored: discount) : .none,
      taxes: taxId.flatMap { taxes[$0] }?.parts ?? [])
  }
}

extension Invoice {
  /// Works out all sums, of the invoice and in its lines.
  /// - Throws: code 2 for a discount larger than what it is taken from, or a sum beyond storage.
  mutating func settle(
    _ lines: inout [InvoiceLine], currency: Currency, base: Currency,
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
