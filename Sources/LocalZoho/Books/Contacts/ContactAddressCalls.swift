import GRDB

/// The addresses of a contact beyond billing and shipping.
/// https://www.zoho.com/books/api/v3/contacts/
enum ContactAddressCalls {
  static let routes = [
    BooksRoute("GET", "contacts/{contact_id}/address", "contacts.READ", list),
    BooksRoute("POST", "contacts/{contact_id}/address", "contacts.CREATE", create),
    BooksRoute("PUT", "contacts/{contact_id}/address/{address_id}", "contacts.UPDATE", update),
    BooksRoute("DELETE", "contacts/{contact_id}/address/{address_id}", "contacts.DELETE", delete),
  ]

  /// Billing and shipping first.
  private static func list(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    return try call.read { db in
      let contact = try Contact.find(id, db)
      let more = try Row.fetchAll(
        db, sql: "SELECT * FROM books_addresses WHERE contact_id = ? ORDER BY address_id",
        arguments: [id])
      return BooksCall.success([
        "addresses": .array(
          [
            try JSONValue(parsing: contact.billingAddress),
            try JSONValue(parsing: contact.shippingAddress),
          ] + (try more.map(json)))
      ])
    }
  }

  private static func json(_ row: Row) throws -> JSONValue {
    var json: JSONObject = ["address_id": .string(String(row["address_id"] as Int64))]
    for member in try JSONValue(parsing: row["address"] as String).objectValue?.members ?? [] {
      json[member.name] = member.value
    }
    return .object(json)
  }

  private static func body(_ call: BooksCall) throws -> JSONObject {
    let fields = try call.fields()
    guard !fields.object.isEmpty else { throw Refusal.booksInvalid("address") }
    return try BooksFields(["address": .object(fields.object)]).address("address") ?? JSONObject()
  }

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    let address = try body(call)
    return try call.write { db in
      _ = try Contact.find(id, db)
      let new = try BooksStart.nextID(db)
      try db.execute(
        sql: "INSERT INTO books_addresses VALUES (?, ?, ?)",
        arguments: [new, id, JSONValue.object(address).text])
      try note(.created, new, id, call, db)
      return BooksCall.success(
        "The address has been created.", ["address_info": try json(found(new, id, db))])
    }
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    let address = try call.id("address_id", of: "Address")
    let text = JSONValue.object(try body(call)).text
    return try call.write { db in
      _ = try found(address, id, db)
      try db.execute(
        sql: "UPDATE books_addresses SET address = ? WHERE address_id = ?",
        arguments: [text, address])
      try note(.changed, address, id, call, db)
      return BooksCall.success(
        "The address has been updated.", ["address_info": try json(found(address, id, db))])
    }
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    let address = try call.id("address_id", of: "Address")
    try call.write { db in
      _ = try found(address, id, db)
      try db.execute(
        sql: "DELETE FROM books_addresses WHERE address_id = ?", arguments: [address])
      try note(.deleted, address, id, call, db)
    }
    return BooksCall.success("The address has been deleted.")
  }

  private static func found(_ address: Int64, _ contact: Int64, _ db: Database) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM books_addresses WHERE address_id = ? AND contact_id = ?",
      arguments: [address, contact])
    guard let row else { throw Refusal.booksMissing("Address") }
    return row
  }

  private static func note(
    _ verb: Effect.Verb, _ address: Int64, _ contact: Int64, _ call: BooksCall, _ db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE books_contacts SET last_modified_time = ? WHERE contact_id = ?",
      arguments: [Int64(call.now.timeIntervalSince1970), contact])
    try call.record(
      verb, "addresses", address, ["contact_id": .string(String(contact))], db)
  }
}
