import GRDB

extension Contact {
  /// Brings the persons in line with the body's `contact_persons`: those with an id are changed, new
  /// ones added, and on an update those left out go.
  func setPersons(_ fields: BooksFields, _ db: Database) throws {
    guard let entries = try fields.objects("contact_persons") else { return }
    var kept: Set<Int64> = []
    var marked: Int64?
    for entry in entries {
      var person: ContactPerson
      if let id = try entry.id("contact_person_id") {
        person = try ContactPerson.find(id, db)
        guard person.contactId == contactId else { throw Refusal.booksMissing("Contact person") }
        try person.apply(entry)
        try person.update(db)
      } else {
        person = ContactPerson(contactPersonId: try BooksStart.nextID(db), contactId: contactId)
        try person.apply(entry)
        try person.insert(db)
      }
      kept.insert(person.contactPersonId)
      if try entry.truth("is_primary_contact") == true { marked = person.contactPersonId }
    }
    for person in try ContactPerson.all(of: contactId, db)
    where !kept.contains(person.contactPersonId) {
      try person.delete(db)
    }
    try ContactPerson.settlePrimary(of: contactId, marked: marked, db)
  }
}
