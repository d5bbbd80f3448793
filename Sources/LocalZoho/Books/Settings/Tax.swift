import Foundation
import GRDB

/// A tax or a group of taxes, as a line names it by `tax_id`.
struct Tax: Hashable, Sendable {
  var id: Int64
  var name: String
  var percentage: Decimal
  /// tax, compound_tax or tax_group.
  var type: String
  /// The taxes it is made of: itself, or the group's.
  var parts: [DocumentTotals.Tax]

  static func find(_ id: Int64, _ db: Database) throws -> Tax? {
    if let row = try Row.fetchOne(
      db, sql: "SELECT * FROM books_taxes WHERE tax_id = ?", arguments: [id])
    {
      return Tax(row: row)
    }
    guard
      let name = try String.fetchOne(
        db, sql: "SELECT tax_group_name FROM books_tax_groups WHERE tax_group_id = ?",
        arguments: [id])
    else { return nil }
    let parts = try members(of: id, db).flatMap(\.parts)
    return Tax(
      id: id, name: name, percentage: parts.reduce(0) { $0 + $1.percentage }, type: "tax_group",
      parts: parts)
  }

  static func members(of group: Int64, _ db: Database) throws -> [Tax] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT t.* FROM books_tax_group_members m JOIN books_taxes t USING (tax_id)
        WHERE m.tax_group_id = ? ORDER BY m.position
        """, arguments: [group]
    ).map(Tax.init)
  }

  private init(
    id: Int64, name: String, percentage: Decimal, type: String, parts: [DocumentTotals.Tax]
  ) {
    self.id = id
    self.name = name
    self.percentage = percentage
    self.type = type
    self.parts = parts
  }

  /// A simple or compound tax.
  init(row: Row) {
    id = row["tax_id"]
    name = row["tax_name"]
    percentage = Decimal(millionths: row["tax_percentage"])
    type = row["tax_type"]
    parts = [
      DocumentTotals.Tax(
        id: id, name: name, percentage: percentage, isCompound: type == "compound_tax")
    ]
  }

  var json: JSONObject {
    [
      "tax_id": .string(String(id)), "tax_name": .string(name),
      "tax_percentage": .number(percentage), "tax_type": .string(type), "tax_factor": "rate",
      "tax_specific_type": "", "tax_authority_id": "", "tax_authority_name": "",
      "is_value_added": false, "is_editable": true,
    ]
  }
}
