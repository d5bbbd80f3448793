import Foundation
import GRDB

/// Somebody at a customer, as the row holds it.
struct ContactPerson: Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_contact_persons"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var contactPersonId: Int64
  var contactId: Int64
  var salutation = ""
  var firstName = ""
  var lastName = ""
  var email = ""
  var phone = ""
  var mobile = ""
  var designation = ""
  var department = ""
  var skype = ""
  var isPrimaryContact = false
  var isAddedInPortal = false

  var fullName: String {
    [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func find(_ id: Int64, _ db: Database) throws -> ContactPerson {
    guard let person = try ContactPerson.fetchOne(db, key: id) else {
      throw Refusal.booksMissing("Contact person")
    }
    return person
  }

  /// The primary person first.
  static func all(of contact: Int64, _ db: Database) throws -> [ContactPerson] {
    try ContactPerson.fetchAll(
      db,
      sql: """
        SELECT * FROM books_contact_persons WHERE contact_id = ?
        ORDER BY is_primary_contact DESC, contact_person_id
        """, arguments: [contact])
  }

  mutating func apply(_ fields: BooksFields) throws {
    salutation = try fields.text("salutation", limit: 25) ?? salutation
    firstName = try fields.text("first_name", limit: 100) ?? firstName
    lastName = try fields.text("last_name", limit: 100) ?? lastName
    if let address = try fields.text("email", limit: 100), address != email {
      guard address.isEmpty || MailAddress.isValid(address) else {
        throw Refusal.booksInvalid("email")
      }
      email = address
    }
    phone = try fields.text("phone", limit: 50) ?? phone
    mobile = try fields.text("mobile", limit: 50) ?? mobile
    designation = try fields.text("designation", limit: 50) ?? designation
    department = try fields.text("department", limit: 50) ?? department
    skype = try fields.text("skype", limit: 50) ?? skype
    isPrimaryContact = try fields.truth("is_primary_contact") ?? isPrimaryContact
  }

  var json: JSONObject {
    [
      "contact_person_id": .string(String(contactPersonId)),
      "contact_id": .string(String(contactId)), "salutation": .string(salutation),
      "first_name": .string(firstName), "last_name": .string(lastName), "email": .string(email),
      "phone": .string(phone), "mobile": .string(mobile), "designation": .string(designation),
      "department": .string(department), "skype": .string(skype),
      "is_primary_contact": JSONValue(isPrimaryContact),
      "is_added_in_portal": JSONValue(isAddedInPortal),
      "communication_preference": ["is_sms_enabled": false, "is_whatsapp_enabled": false],
    ]
  }

  /// As the documents it receives show it.
  var recipientJSON: JSONObject {
    [
      "contact_person_id": .string(String(contactPersonId)),
      "contact_person_name": .string(fullName), "first_name": .string(firstName),
      "last_name": .string(lastName), "contact_person_email": .string(email),
      "email": .string(email), "phone": .string(phone), "mobile": .string(mobile),
      "is_primary_contact": JSONValue(isPrimaryContact),
      "communication_preference": [
        "is_email_enabled": true, "is_sms_enabled": false, "is_whatsapp_enabled": false,
      ],
    ]
  }

  /// Makes this person the primary one, and nobody else.
  static func makePrimary(_ id: Int64, of contact: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE books_contact_persons SET is_primary_contact = (contact_person_id = ?)
        WHERE contact_id = ?
        """, arguments: [id, contact])
  }

  /// Sees to it that a contact with persons has exactly one primary: the last one marked.
  static func settlePrimary(of contact: Int64, marked: Int64?, _ db: Database) throws {
    let persons = try all(of: contact, db)
    if let id = marked ?? persons.first?.contactPersonId {
      try makePrimary(id, of: contact, db)
    }
  }
}
