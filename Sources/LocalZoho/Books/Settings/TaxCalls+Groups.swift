import Foundation
import GRDB

extension TaxCalls {
  static func createGroup(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    guard let name = try fields.text("tax_group_name", limit: 100), !name.isEmpty else {
      throw Refusal.booksInvalid("tax_group_name")
    }
    let json = try call.write { db in
      try refuseKnownName(name, except: nil, db)
      let id = try BooksStart.nextID(db)
      try db.execute(sql: "INSERT INTO books_tax_groups VALUES (?, ?)", arguments: [id, name])
      guard try setMembers(of: id, from: fields, db) else { throw Refusal.booksInvalid("taxes") }
      try call.record(.created, "taxgroups", id, ["tax_group_name": .string(name)], db)
      return try groupJSON(id, db)
    }
    return BooksCall.success("success", status: 201, ["tax_group": json])
  }

  static func getGroup(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("tax_group_id", of: "Tax group")
    return BooksCall.success(["tax_group": try call.read { try groupJSON(id, $0) }])
  }

  static func updateGroup(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("tax_group_id", of: "Tax group")
    let fields = try call.fields()
    let json = try call.write { db in
      _ = try groupJSON(id, db)
      if let name = try fields.text("tax_group_name", limit: 100), !name.isEmpty {
        try refuseKnownName(name, except: id, db)
        try db.execute(
          sql: "UPDATE books_tax_groups SET tax_group_name = ? WHERE tax_group_id = ?",
          arguments: [name, id])
      }
      _ = try setMembers(of: id, from: fields, db)
      try call.record(.changed, "taxgroups", id, JSONObject(), db)
      return try groupJSON(id, db)
    }
    return BooksCall.success(["tax_group": json])
  }

  static func deleteGroup(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("tax_group_id", of: "Tax group")
    try call.write { db in
      _ = try groupJSON(id, db)
      try refuseUse(of: id, db)
      try db.execute(sql: "DELETE FROM books_tax_groups WHERE tax_group_id = ?", arguments: [id])
      try call.record(.deleted, "taxgroups", id, JSONObject(), db)
    }
    return BooksCall.success("The tax group has been deleted.")
  }

  /// Takes `taxes` as `"id1,id2"` or as a list; false when the body names none.
  private static func setMembers(
    of group: Int64, from fields: BooksFields, _ db: Database
  ) throws -> Bool {
    let ids: [String]
    switch fields.object["taxes"] {
    case .string(let text)?: ids = text.split(separator: ",").map { $0.filter { $0 != " " } }
    case .array(let entries)? where entries.first?.objectValue != nil:
      ids = try fields.objects("taxes")?.compactMap { try $0.text("tax_id") } ?? []
    case .array?: ids = try fields.texts("taxes") ?? []
    default: return false
    }
    guard !ids.isEmpty else { return false }
    try db.execute(
      sql: "DELETE FROM books_tax_group_members WHERE tax_group_id = ?", arguments: [group])
    for (position, text) in ids.enumerated() {
      guard let id = Int64(text), let tax = try Tax.find(id, db), tax.type != "tax_group" else {
        throw Refusal.booksInvalid("taxes")
      }
      try db.execute(
        sql: "INSERT INTO books_tax_group_members VALUES (?, ?, ?)",
        arguments: [group, id, position])
    }
    return true
  }

  private static func groupJSON(_ id: Int64, _ db: Database) throws -> JSONValue {
    guard let group = try Tax.find(id, db), group.type == "tax_group" else {
      throw Refusal.booksMissing("Tax group")
    }
    return [
      "tax_group_id": .string(String(id)), "tax_group_name": .string(group.name),
      "tax_group_percentage": .number(group.percentage),
      "taxes": .array(try Tax.members(of: id, db).map { .object($0.json) }),
    ]
  }
}
