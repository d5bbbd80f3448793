import Foundation
import GRDB

/// A line of a document: what is charged for, how much of it, and what it comes to.
protocol BilledLine {
  var lineItemId: Int64 { get }
  var itemOrder: Int { get set }
  var itemId: Int64? { get set }
  var name: String { get set }
  var description: String { get set }
  var headerName: String { get set }
  var productType: String { get set }
  var unit: String { get set }
  var rate: Int64 { get set }
  var quantity: Int64 { get set }
  /// `10%` or an amount.
  var discount: String { get set }
  var discountAmount: Int64 { get set }
  var taxId: Int64? { get set }
  var taxName: String { get set }
  var taxType: String { get set }
  var taxPercentage: Int64 { get set }
  /// A JSON array.
  var lineItemTaxes: String { get set }
  var itemTotal: Int64 { get set }
  var itemTotalInclusiveOfTax: Int64 { get set }
}

extension BilledLine {
  /// Takes over what a body's line says; an item fills what the line leaves out.
  /// - Throws: Books' refusals of bad values.
  mutating func apply(
    _ fields: BooksFields, exchangeRate: Decimal, requiresName: Bool = true, _ db: Database
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
    guard itemId != nil || !name.isEmpty || !description.isEmpty || !requiresName else {
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
