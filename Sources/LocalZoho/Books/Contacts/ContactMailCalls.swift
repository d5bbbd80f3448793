import Foundation
import GRDB

/// Mails to a contact: its statement, or what the user writes.
/// https://www.zoho.com/books/api/v3/contacts/
enum ContactMailCalls {
  static let routes = [
    BooksRoute("GET", "contacts/{contact_id}/statements/email", "contacts.READ", statement),
    BooksRoute("POST", "contacts/{contact_id}/statements/email", "contacts.CREATE", sendStatement),
    BooksRoute("POST", "contacts/{contact_id}/email", "contacts.CREATE", send),
  ]

  private static func statement(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    let data = try call.read { db in
      let contact = try Contact.find(id, db)
      let statement = try ContactStatement(contact, call, db)
      var data = try Letter(call: call, db: db, contact: id).preview(
        statement.words(call, db), of: id, fileName: statement.fileName)
      data["contact_id"] = .string(String(id))
      return data
    }
    return BooksCall.success(["data": .object(data)])
  }

  private static func sendStatement(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    let fields = try call.fields()
    try call.write { db in
      let contact = try Contact.find(id, db)
      let statement = try ContactStatement(contact, call, db)
      try deliver(
        fields, statement.words(call, db), [try statement.attachment(db)], contact, "Statement",
        call, db)
    }
    return BooksCall.success("Statement has been sent to the Customer.")
  }

  private static func send(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    let fields = try call.fields()
    for name in ["subject", "body"] where try fields.text(name, limit: 50_000)?.isEmpty != false {
      throw Refusal.booksInvalid(name)
    }
    try call.write { db in
      let contact = try Contact.find(id, db)
      var attachments: [MailMessage.Attachment] = []
      if call.isTrue("send_customer_statement") {
        attachments.append(try ContactStatement(contact, call, db).attachment(db))
      }
      try deliver(
        fields, Letter.Words(subject: "", body: ""), attachments, contact, "Email", call, db)
    }
    return BooksCall.success("Email has been sent.")
  }

  private static func deliver(
    _ fields: BooksFields, _ words: Letter.Words, _ attachments: [MailMessage.Attachment],
    _ contact: Contact, _ what: String, _ call: BooksCall, _ db: Database
  ) throws {
    let sent = try Letter(call: call, db: db, contact: contact.contactId).send(
      fields, words, attachments: attachments, about: contact.contactId)
    try call.comment(
      on: .contact(contact.contactId),
      "\(what) sent to \(sent.addresses.joined(separator: ", "))", "Email Sent", db)
    try call.record(
      .mailed, "contacts", contact.contactId,
      [
        "subject": .string(sent.subject),
        "recipients": .array(sent.addresses.map(JSONValue.string)),
        "mail": JSONValue(Int(sent.number)),
      ], db)
  }
}
