import Foundation
import GRDB

/// A thing or service for sale, as the row holds it.
struct Item: Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_items"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var itemId: Int64
  var name: String
  var status = "active"
  var description = ""
  /// The price of one, in the base currency.
  var rate: Int64
  var unit = ""
  var sku = ""
  var productType = "goods"
  var itemType = "sales"
  var taxId: Int64?
  /// A JSON object of what is bought, and of accounts.
  var extra = "{}"
  var createdTime: Int64
  var lastModifiedTime: Int64

  /// What an item may say beyond what is sold.
  private static let extras: [RecordMember] = [
    .truth("is_taxable", initial: true),
    .reference(
      "tax_exemption_id",
      .record("tax_exemption", named: "tax_exemption_code", suffix: "_code")),
    .reference("account_id", .account), .text("purchase_description", limit: 2000),
    .number("purchase_rate"), .reference("purchase_account_id", .account),
    .reference("inventory_account_id", .account), .reference("vendor_id", .vendor),
    .text("reorder_level"), .text("hsn_or_sac"), .text("avatax_tax_code"),
    .text("avatax_use_code"),
  ]

  /// Takes over what the body says.
  /// - Throws: Books' refusals of bad values, and 1001 when another item has the name or SKU.
  mutating func apply(_ fields: BooksFields, _ db: Database) throws {
    name = try fields.text("name", limit: 100) ?? name
    guard !name.allSatisfy(\.isWhitespace) else { throw Refusal.booksInvalid("name") }
    description = try fields.text("description") ?? description
    if let rate = try fields.number("rate") {
      guard rate >= 0, let stored = rate.millionths else { throw Refusal.booksInvalid("rate") }
      self.rate = stored
    }
    unit = try fields.text("unit", limit: 100) ?? unit
    sku = try fields.text("sku", limit: 100) ?? sku
    productType = try fields.text("product_type") ?? productType
    guard ["goods", "service", "digital_service"].contains(productType) else {
      throw Refusal.booksInvalid("product_type")
    }
    itemType = try fields.text("item_type").flatMap { $0.isEmpty ? nil : $0 } ?? itemType
    guard ["sales", "purchases", "sales_and_purchases", "inventory"].contains(itemType) else {
      throw Refusal.booksInvalid("item_type")
    }
    if fields.has("tax_id") {
      taxId = try fields.id("tax_id")
      if let taxId, try Tax.find(taxId, db) == nil { throw Refusal.booksInvalid("tax_id") }
    }
    var extra = try JSONValue(parsing: self.extra).objectValue ?? JSONObject()
    try Self.extras.fill(&extra, from: fields, db)
    self.extra = JSONValue.object(extra).text
    let known = try Row.fetchOne(
      db,
      sql: """
        SELECT item_id, name FROM books_items
        WHERE item_id <> ? AND (name = ? OR (sku = ? AND sku <> ''))
        """, arguments: [itemId, name, sku])
    if known != nil {
      throw Refusal.books(400, 1001, "Item \"\(name)\" already exists.")
    }
  }

  func json(_ db: Database) throws -> JSONObject {
    let tax = try taxId.flatMap { try Tax.find($0, db) }
    var json: JSONObject = [
      "item_id": .string(String(itemId)), "name": .string(name), "item_name": .string(name),
      "status": .string(status), "description": .string(description),
      "rate": .number(Decimal(millionths: rate)), "unit": .string(unit), "sku": .string(sku),
      "product_type": .string(productType), "item_type": .string(itemType),
      "tax_id": .string(taxId.map(String.init) ?? ""),
      "tax_name": .string(tax?.name ?? ""),
      "tax_percentage": tax.map { .number($0.percentage) } ?? "",
      "tax_type": .string(tax?.type ?? ""), "item_tax_preferences": [], "locations": [],
      "created_time": .string(Contact.time(createdTime)),
      "last_modified_time": .string(Contact.time(lastModifiedTime)),
    ]
    try Self.extras.show(
      try JSONValue(parsing: extra).objectValue ?? JSONObject(), inRow: false, into: &json, db)
    try CustomValues(.item, db).append(CustomValues.values(of: itemId, db), to: &json)
    return json
  }
}
