import Foundation
import GRDB

/// What the organization sells. https://www.zoho.com/books/api/v3/items/
enum ItemCalls {
  static let routes = [
    BooksRoute("GET", "items", "settings.READ", list),
    BooksRoute("POST", "items", "settings.CREATE", create),
    BooksRoute("PUT", "items", "settings.UPDATE", updateByCustomField),
    BooksRoute("GET", "itemdetails", "settings.READ", details),
    BooksRoute("PUT", "item/{item_id}/customfields", "settings.UPDATE", setCustomFields),
    BooksRoute("GET", "items/{item_id}", "settings.READ", get),
    BooksRoute("PUT", "items/{item_id}", "settings.UPDATE", update),
    BooksRoute("DELETE", "items/{item_id}", "settings.DELETE", delete),
    BooksRoute("POST", "items/{item_id}/active", "settings.CREATE") { call in
      try setStatus(call, "active")
    },
    BooksRoute("POST", "items/{item_id}/inactive", "settings.CREATE") { call in
      try setStatus(call, "inactive")
    },
  ]

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query,
      sorts: [
        "name": "name", "rate": "rate", "created_time": "created_time",
        "last_modified_time": "last_modified_time", "tax_name": "tax_name",
      ], defaultSort: "name", descending: false, tiebreak: "item_id")
    try list.filter("name", .text("name"))
    try list.filter("description", .text("description"))
    try list.filter("rate", .amount("rate"))
    try list.filter("sku", .text("sku"))
    try list.filter("tax_id", .id("tax_id"))
    try list.filter("tax_name", .text("tax_name"))
    try list.filter("account_id", .word("json_extract(extra, '$.account_id')"))
    try list.filter("search_text", .anywhere(["name", "description", "sku"]))
    switch call.query["filter_by"] {
    case "Status.Active": list.require("status = 'active'")
    case "Status.Inactive": list.require("status = 'inactive'")
    default: break
    }
    return try call.read { db in
      let page = try list.rows(
        select: """
          SELECT * FROM (SELECT i.*, coalesce(
              (SELECT tax_name FROM books_taxes t WHERE t.tax_id = i.tax_id),
              (SELECT tax_group_name FROM books_tax_groups g WHERE g.tax_group_id = i.tax_id),
              '') AS tax_name FROM books_items i)
          """, db)
      return BooksCall.success([
        "items": .array(try page.rows.map { .object(try Item(row: $0).json(db)) }),
        "page_context": list.context(
          hasMore: page.hasMore, report: "Items",
          appliedFilter: call.query["filter_by"] ?? "Status.All"),
      ])
    }
  }

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in try create(fields, call, db) }
  }

  private static func create(
    _ fields: BooksFields, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    let now = Int64(call.now.timeIntervalSince1970)
    var item = Item(
      itemId: try BooksStart.nextID(db), name: "", rate: 0, createdTime: now,
      lastModifiedTime: now)
    guard fields.has("rate") else { throw Refusal.booksInvalid("rate") }
    try item.apply(fields, db)
    try item.insert(db)
    try CustomValues(.item, db).set(fields, on: item.itemId, db)
    try call.record(.created, "items", item.itemId, ["name": .string(item.name)], db)
    return BooksCall.success(
      "The item has been added.", status: 201, ["item": .object(try item.json(db))])
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    try call.read { db in
      BooksCall.success(["item": .object(try find(call, db).json(db))])
    }
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in try update(find(call, db), fields, call, db) }
  }

  private static func update(
    _ item: Item, _ fields: BooksFields, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    var item = item
    try item.apply(fields, db)
    item.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
    try item.update(db)
    try CustomValues(.item, db).set(fields, on: item.itemId, db)
    try call.record(.changed, "items", item.itemId, ["name": .string(item.name)], db)
    return BooksCall.success(
      "Item details have been saved.", ["item": .object(try item.json(db))])
  }

  private static func updateByCustomField(_ call: BooksCall) throws -> ZohoReply {
    let identifier = try UniqueIdentifier(call.request)
    let fields = try call.fields()
    return try call.write { db in
      if let id = try identifier.record(among: CustomValues(.item, db), db),
        let item = try Item.fetchOne(db, key: id)
      {
        return try update(item, fields, call, db)
      }
      guard identifier.isUpsert else { throw Refusal.booksMissing("Item") }
      return try create(identifier.fieldsOfNew(fields), call, db)
    }
  }

  private static func setCustomFields(_ call: BooksCall) throws -> ZohoReply {
    let entries = try InvoiceCalls.customFieldEntries(call)
    try call.write { db in
      var item = try find(call, db)
      let values = try CustomValues(.item, db)
      for entry in entries { try values.setEntry(entry, on: item.itemId, db) }
      item.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try item.update(db)
      try call.record(
        .changed, "items", item.itemId, ["custom_fields": JSONValue(entries.count)], db)
    }
    return BooksCall.success("Custom Fields Updated Successfully")
  }

  /// Several items in full, by their ids.
  private static func details(_ call: BooksCall) throws -> ZohoReply {
    let ids = try (call.query["item_ids"] ?? "").split(separator: ",").map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid("item_ids") }
      return id
    }
    guard !ids.isEmpty else { throw Refusal.booksInvalid("item_ids") }
    return try call.read { db in
      let items = try ids.map { id -> JSONValue in
        guard let item = try Item.fetchOne(db, key: id) else { throw Refusal.booksMissing("Item") }
        return .object(try item.json(db))
      }
      let list = BooksList(
        call.query, sorts: ["name": "name"], defaultSort: "name", descending: false,
        tiebreak: "item_id")
      return BooksCall.success([
        "items": .array(items), "page_context": list.context(hasMore: false, report: "Items"),
      ])
    }
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let item = try find(call, db)
      let isUsed = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM books_invoice_lines WHERE item_id = ?)",
        arguments: [item.itemId])
      guard isUsed == false else {
        throw Refusal.books(
          400, 2004, "Items which are a part of other transactions cannot be deleted.")
      }
      try item.delete(db)
      try call.record(.deleted, "items", item.itemId, ["name": .string(item.name)], db)
    }
    return BooksCall.success("The item has been deleted.")
  }

  private static func setStatus(_ call: BooksCall, _ status: String) throws -> ZohoReply {
    try call.write { db in
      var item = try find(call, db)
      item.status = status
      item.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try item.update(db)
      try call.record(.changed, "items", item.itemId, ["status": .string(status)], db)
    }
    return BooksCall.success("The item has been marked as \(status).")
  }

  private static func find(_ call: BooksCall, _ db: Database) throws -> Item {
    guard let item = try Item.fetchOne(db, key: call.id("item_id", of: "Item")) else {
      throw Refusal.booksMissing("Item")
    }
    return item
  }
}
