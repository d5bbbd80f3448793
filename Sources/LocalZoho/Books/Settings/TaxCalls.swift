import Foundation
import GRDB

/// https://www.zoho.com/books/api/v3/taxes/
enum TaxCalls {
  static let routes = [
    BooksRoute("GET", "settings/taxes", "settings.READ", list),
    BooksRoute("POST", "settings/taxes", "settings.CREATE", create),
    BooksRoute("GET", "settings/taxes/{tax_id}", "settings.READ", get),
    BooksRoute("PUT", "settings/taxes/{tax_id}", "settings.UPDATE", update),
    BooksRoute("DELETE", "settings/taxes/{tax_id}", "settings.DELETE", delete),
    BooksRoute("POST", "settings/taxgroups", "settings.CREATE", createGroup),
    BooksRoute("GET", "settings/taxgroups/{tax_group_id}", "settings.READ", getGroup),
    BooksRoute("PUT", "settings/taxgroups/{tax_group_id}", "settings.UPDATE", updateGroup),
    BooksRoute("DELETE", "settings/taxgroups/{tax_group_id}", "settings.DELETE", deleteGroup),
  ]

  /// Taxes and, as live Books lists them, groups.
  private static func list(_ call: BooksCall) throws -> ZohoReply {
    let list = BooksList(
      call.query, sorts: ["created_time": "tax_id", "tax_name": "tax_name"],
      defaultSort: "created_time", descending: false, tiebreak: "tax_id")
    return try call.read { db in
      let page = try list.rows(
        select: """
          SELECT tax_id, is_default_tax FROM (
            SELECT tax_id, tax_name, is_default_tax FROM books_taxes
            UNION ALL SELECT tax_group_id, tax_group_name, 0 FROM books_tax_groups)
          """, db)
      let taxes = try page.rows.compactMap { row -> JSONValue? in
        guard var json = try Tax.find(row["tax_id"], db)?.json else { return nil }
        json.append("is_default_tax", JSONValue(row["is_default_tax"] as Bool))
        return .object(json)
      }
      return BooksCall.success([
        "taxes": .array(taxes),
        "page_context": list.context(
          hasMore: page.hasMore, report: "Taxes", appliedFilter: "Status.All"),
      ])
    }
  }

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let form = try TaxForm(call.fields())
    let tax = try call.write { db in
      try refuseKnownName(form.name, except: nil, db)
      let id = try BooksStart.nextID(db)
      try db.execute(
        sql: "INSERT INTO books_taxes VALUES (?, ?, ?, ?, 0)",
        arguments: [id, form.name, form.percentage.millionths, form.type])
      try call.record(.created, "taxes", id, ["tax_name": .string(form.name)], db)
      return try find(id, db)
    }
    return BooksCall.success("The tax has been added.", status: 201, ["tax": .object(tax.json)])
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    let tax = try call.read { try find(call.id("tax_id", of: "Tax"), $0) }
    return BooksCall.success(["tax": .object(tax.json)])
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("tax_id", of: "Tax")
    let fields = try call.fields()
    let tax = try call.write { db in
      let form = try TaxForm(fields, known: find(id, db))
      try refuseKnownName(form.name, except: id, db)
      try db.execute(
        sql: """
          UPDATE books_taxes SET tax_name = ?, tax_percentage = ?, tax_type = ? WHERE tax_id = ?
          """, arguments: [form.name, form.percentage.millionths, form.type, id])
      try call.record(.changed, "taxes", id, ["tax_name": .string(form.name)], db)
      return try find(id, db)
    }
    return BooksCall.success("Tax information has been saved.", ["tax": .object(tax.json)])
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("tax_id", of: "Tax")
    try call.write { db in
      _ = try find(id, db)
      try refuseUse(of: id, db)
      let isGrouped = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM books_tax_group_members WHERE tax_id = ?)",
        arguments: [id])
      guard isGrouped == false else {
        throw Refusal.books(400, 36_004, "Tax cannot be deleted as it is associated to a group.")
      }
      try db.execute(sql: "DELETE FROM books_taxes WHERE tax_id = ?", arguments: [id])
      try call.record(.deleted, "taxes", id, JSONObject(), db)
    }
    return BooksCall.success("The record has been deleted.")
  }

  private static func find(_ id: Int64, _ db: Database) throws -> Tax {
    guard let tax = try Tax.find(id, db), tax.type != "tax_group" else {
      throw Refusal.booksMissing("Tax")
    }
    return tax
  }

  static func refuseKnownName(_ name: String, except id: Int64?, _ db: Database) throws {
    let known = try Int64.fetchOne(
      db,
      sql: """
        SELECT tax_id FROM books_taxes WHERE tax_name = ?
        UNION ALL SELECT tax_group_id FROM books_tax_groups WHERE tax_group_name = ?
        """, arguments: [name, name])
    guard known == nil || known == id else {
      throw Refusal.books(400, 1001, "The tax \"\(name)\" already exists.")
    }
  }

  static func refuseUse(of id: Int64, _ db: Database) throws {
    let isUsed = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM books_invoice_lines WHERE tax_id = ?)
          OR EXISTS (SELECT 1 FROM books_items WHERE tax_id = ?)
        """, arguments: [id, id])
    guard isUsed == false else {
      throw Refusal.books(
        400, 36_005, "Tax cannot be deleted as it is associated with transactions.")
    }
  }
}

/// What a tax's body says.
private struct TaxForm {
  var name: String
  var percentage: Decimal
  var type: String

  init(_ fields: BooksFields, known: Tax? = nil) throws {
    guard let name = try fields.text("tax_name", limit: 100) ?? known?.name, !name.isEmpty else {
      throw Refusal.booksInvalid("tax_name")
    }
    guard let percentage = try fields.number("tax_percentage") ?? known?.percentage,
      (0...100).contains(percentage)
    else { throw Refusal.booksInvalid("tax_percentage") }
    let type = try fields.text("tax_type") ?? known?.type ?? "tax"
    guard type == "tax" || type == "compound_tax" else { throw Refusal.booksInvalid("tax_type") }
    self.name = name
    self.percentage = percentage
    self.type = type
  }
}
