import GRDB

/// https://www.zoho.com/books/api/v3/contact-persons/
enum ContactPersonCalls {
  static let routes = [
    BooksRoute("POST", "contacts/contactpersons", "contacts.CREATE", create),
    BooksRoute("PUT", "contacts/contactpersons/{contact_person_id}", "contacts.UPDATE", update),
    BooksRoute("DELETE", "contacts/contactpersons/{contact_person_id}", "contacts.DELETE", delete),
    BooksRoute(
      "POST", "contacts/contactpersons/{contact_person_id}/primary", "contacts.CREATE",
      makePrimary),
    BooksRoute("GET", "contacts/{contact_id}/contactpersons", "contacts.READ", list),
    BooksRoute(
      "GET", "contacts/{contact_id}/contactpersons/{contact_person_id}", "contacts.READ", get),
  ]

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    guard let contact = try fields.id("contact_id") else {
      throw Refusal.booksInvalid("contact_id")
    }
    guard let name = try fields.text("first_name"), !name.isEmpty else {
      throw Refusal.booksInvalid("first_name")
    }
    let person = try call.write { db in
      _ = try Contact.find(contact, db)
      var person = ContactPerson(contactPersonId: try BooksStart.nextID(db), contactId: contact)
      try person.apply(fields)
      try person.insert(db)
      try ContactPerson.settlePrimary(
        of: contact, marked: person.isPrimaryContact ? person.contactPersonId : nil, db)
      try note(.created, person, call, db)
      return try ContactPerson.find(person.contactPersonId, db)
    }
    return BooksCall.success(
      "The contactperson has been Created", status: 201, ["contact_person": .object(person.json)])
  }

  private static func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_person_id", of: "Contact person")
    let fields = try call.fields()
    let person = try call.write { db in
      var person = try ContactPerson.find(id, db)
      if let contact = try fields.id("contact_id"), contact != person.contactId {
        throw Refusal.booksMissing("Contact person")
      }
      try person.apply(fields)
      try person.update(db)
      if try fields.truth("is_primary_contact") == true {
        try ContactPerson.makePrimary(id, of: person.contactId, db)
      } else {
        try ContactPerson.settlePrimary(of: person.contactId, marked: nil, db)
      }
      try note(.changed, person, call, db)
      return try ContactPerson.find(id, db)
    }
    return BooksCall.success(
      "The contactperson details has been updated.", ["contact_person": .object(person.json)])
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_person_id", of: "Contact person")
    try call.write { db in
      let person = try ContactPerson.find(id, db)
      try person.delete(db)
      try ContactPerson.settlePrimary(of: person.contactId, marked: nil, db)
      try note(.deleted, person, call, db)
    }
    return BooksCall.success("The contact person has been deleted.")
  }

  private static func makePrimary(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_person_id", of: "Contact person")
    try call.write { db in
      let person = try ContactPerson.find(id, db)
      try ContactPerson.makePrimary(id, of: person.contactId, db)
      try note(.changed, person, call, db)
    }
    return BooksCall.success(
      "This contact person has been marked as your primary contact person.")
  }

  private static func list(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    var list = BooksList(
      call.query, sorts: ["contact_person_id": "contact_person_id"],
      defaultSort: "contact_person_id", descending: false, tiebreak: "contact_person_id")
    list.require("contact_id = ?", [id])
    return try call.read { db in
      _ = try Contact.find(id, db)
      let page = try list.rows(select: "SELECT * FROM books_contact_persons", db)
      return BooksCall.success([
        "contact_persons": .array(try page.rows.map { .object(try ContactPerson(row: $0).json) }),
        "page_context": list.context(hasMore: page.hasMore, report: "Contact Persons"),
      ])
    }
  }

  private static func get(_ call: BooksCall) throws -> ZohoReply {
    let contact = try call.id("contact_id", of: "Contact")
    let id = try call.id("contact_person_id", of: "Contact person")
    let person = try call.read { try ContactPerson.find(id, $0) }
    guard person.contactId == contact else { throw Refusal.booksMissing("Contact person") }
    return BooksCall.success(["contact_person": .object(person.json)])
  }

  /// A person's change is a change of the contact, too.
  private static func note(
    _ verb: Effect.Verb, _ person: ContactPerson, _ call: BooksCall, _ db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE books_contacts SET last_modified_time = ? WHERE contact_id = ?",
      arguments: [Int64(call.now.timeIntervalSince1970), person.contactId])
    try call.record(
      verb, "contactpersons", person.contactPersonId,
      ["contact_id": .string(String(person.contactId)), "email": .string(person.email)], db)
  }
}
