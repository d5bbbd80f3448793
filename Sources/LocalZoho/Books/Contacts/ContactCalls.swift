import Foundation
import GRDB

/// Customers and vendors. https://www.zoho.com/books/api/v3/contacts/
enum ContactCalls {
  static let routes = [
    BooksRoute("GET", "contacts", "contacts.READ", list),
    BooksRoute("POST", "contacts", "contacts.CREATE", create),
    BooksRoute("PUT", "contacts", "contacts.UPDATE", updateByCustomField),
    BooksRoute("GET", "contacts/{contact_id}", "contacts.READ", get),
    BooksRoute("PUT", "contacts/{contact_id}", "contacts.UPDATE", update),
    BooksRoute("DELETE", "contacts/{contact_id}", "contacts.DELETE", delete),
    BooksRoute("POST", "contacts/{contact_id}/active", "contacts.CREATE") { call in
      try setStatus(call, "active")
    },
    BooksRoute("POST", "contacts/{contact_id}/inactive", "contacts.CREATE") { call in
      try setStatus(call, "inactive")
    },
    BooksRoute("GET", "contacts/{contact_id}/comments", "contacts.READ", comments),
  ]

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in
      BooksCall.success(
        "The contact has been created", status: 201,
        ["contact": .object(try create(fields, call, db).json(today: call.today, db))])
    }
  }

  private static func create(
    _ fields: BooksFields, _ call: BooksCall, _ db: Database
  ) throws -> Contact {
    var contact = try newContact(call, db)
    try contact.apply(fields, db)
    try contact.insert(db)
    try contact.setPersons(fields, db)
    try CustomValues(.contact, db).set(fields, on: contact.contactId, db)
    try noteCreation(of: contact, call, db)
    return contact
  }

  /// A contact with a fresh id and nothing in it.
  static func newContact(_ call: BooksCall, _ db: Database) throws -> Contact {
    let now = Int64(call.now.timeIntervalSince1970)
    return Contact(
      contactId: try BooksStart.nextID(db), contactName: "", currencyId: try Currency.base(db).id,
      ownerId: call.caller.userID, createdTime: now, lastModifiedTime: now)
  }

  static func noteCreation(of contact: Contact, _ call: BooksCall, _ db: Database) throws {
    try call.comment(
      on: .contact(contact.contactId), "Contact added by \(call.user(db).fullName)", "added", db)
    try call.record(
      .created, "contacts", contact.contactId, ["contact_name": .string(contact.contactName)], db)
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    return try call.read { db in
      BooksCall.success(["contact": .object(try Contact.find(id, db).json(today: call.today, db))])
    }
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    let fields = try call.fields()
    return try call.write { db in try update(id, fields, call, db) }
  }

  private static func update(
    _ id: Int64, _ fields: BooksFields, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    let old = try Contact.find(id, db)
    var contact = old
    try contact.apply(fields, db)
    if contact.currencyId != old.currencyId, try contact.hasTransactions(db) {
      throw Refusal.books(
        400, 3008, "Currency cannot be changed for contacts that have transactions.")
    }
    contact.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
    try contact.update(db)
    try contact.setPersons(fields, db)
    try CustomValues(.contact, db).set(fields, on: id, db)
    if contact.contactName != old.contactName {
      for table in ["books_invoices", "books_payments"] {
        try db.execute(
          sql: "UPDATE \(table) SET customer_name = ? WHERE customer_id = ?",
          arguments: [contact.contactName, id])
      }
      try db.execute(
        sql: "UPDATE books_documents SET contact_name = ? WHERE contact_id = ?",
        arguments: [contact.contactName, id])
    }
    try call.comment(
      on: .contact(id), "Contact updated by \(call.user(db).fullName)", "updated", db)
    try call.record(
      .changed, "contacts", id, ["contact_name": .string(contact.contactName)], db)
    return BooksCall.success(
      "Contact has been updated successfully",
      ["contact": .object(try contact.json(today: call.today, db))])
  }

  private static func updateByCustomField(_ call: BooksCall) throws -> ZohoReply {
    let identifier = try UniqueIdentifier(call.request)
    let fields = try call.fields()
    return try call.write { db in
      if let id = try identifier.record(among: CustomValues(.contact, db), db) {
        return try update(id, fields, call, db)
      }
      guard identifier.isUpsert else { throw Refusal.booksMissing("Contact") }
      let contact = try create(identifier.fieldsOfNew(fields), call, db)
      return BooksCall.success(
        "The contact has been created", status: 201,
        ["contact": .object(try contact.json(today: call.today, db))])
    }
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    try call.write { db in
      let contact = try Contact.find(id, db)
      guard try !contact.hasTransactions(db) else {
        throw Refusal.books(
          400, 3015,
          "This customer cannot be deleted as it has transactions. Mark it as inactive instead.")
      }
      try CustomValues.remove(from: id, db)
      try contact.delete(db)
      try call.record(
        .deleted, "contacts", id, ["contact_name": .string(contact.contactName)], db)
    }
    return BooksCall.success("The contact has been deleted.")
  }

  private static func setStatus(_ call: BooksCall, _ status: String) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    try call.write { db in
      var contact = try Contact.find(id, db)
      contact.status = status
      contact.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try contact.update(db)
      try call.comment(on: .contact(id), "Contact marked as \(status)", status, db)
      try call.record(.changed, "contacts", id, ["status": .string(status)], db)
    }
    return BooksCall.success("The contact has been marked as \(status).")
  }

  private static func comments(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    var list = BooksList(
      call.query, sorts: ["date": "comment_id"], defaultSort: "date", descending: true,
      tiebreak: "comment_id")
    list.require("contact_id = ?", [id])
    return try call.read { db in
      let contact = try Contact.find(id, db)
      let page = try list.rows(select: "SELECT * FROM books_comments", db)
      let comments = page.rows.map { row -> JSONValue in
        var json = HistoryEntry(row: row).json(today: call.today)
        json.append("contact_id", .string(String(id)))
        json.append("contact_name", .string(contact.contactName))
        json.append("is_entity_deleted", false)
        return .object(json)
      }
      return BooksCall.success([
        "contact_comments": .array(comments),
        "page_context": list.context(
          hasMore: page.hasMore, report: "Contact Comments", appliedFilter: "Status.All"),
      ])
    }
  }
}
