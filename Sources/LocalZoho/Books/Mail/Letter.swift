import Foundation
import GRDB

/// A mail to a contact, as bodies of calls describe it: who gets it, what it says, what is attached.
struct Letter {
  struct Words {
    var subject: String
    /// HTML.
    var body: String
  }

  /// What became of it.
  struct Sent {
    /// To, cc and bcc.
    var addresses: [String]
    var subject: String
    /// Its number in the mailbox.
    var number: Int64
  }

  let call: BooksCall
  let db: Database
  let contact: Int64
  /// Whom it goes to unless the body says; the contact's primary person when there are none.
  var persons: [ContactPerson] = []

  /// Sends it, with the standard words where the body says nothing.
  /// - Throws: Books' refusals of bad or missing addresses.
  func send(
    _ fields: BooksFields, _ words: Words, attachments: [MailMessage.Attachment],
    about record: Int64
  ) throws -> Sent {
    let to = try recipients(fields)
    let cc = try addresses("cc_mail_ids", fields)
    let bcc = try addresses("bcc_mail_ids", fields)
    let subject = try fields.text("subject", limit: 1000).flatMap { $0.isEmpty ? nil : $0 }
    let body = try fields.text("body", limit: 50_000).flatMap { $0.isEmpty ? nil : $0 }
    let sender = try sender(fields)
    let known = try ContactPerson.all(of: contact, db)
    func mailbox(_ address: String) -> MailMessage.Mailbox {
      let person = known.first { $0.email.lowercased() == address.lowercased() }
      return MailMessage.Mailbox(name: person?.fullName ?? "", address: address)
    }
    let serial = try BooksStart.nextID(db)
    let message = MailMessage(
      from: sender, to: to.map(mailbox), cc: cc.map(mailbox), subject: subject ?? words.subject,
      html: body ?? words.body, attachments: attachments, date: call.now, serial: String(serial))
    let number = try Mailbox.keep(
      Mail(
        sender: sender.address, recipients: to + cc + bcc, subject: message.subject,
        message: message.data), at: call.now, db)
    try db.execute(
      sql: "INSERT INTO books_mail_history VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        serial, record, sender.address, (to + cc + bcc).joined(separator: ","), message.subject,
        call.today.description,
      ])
    return Sent(addresses: to + cc + bcc, subject: message.subject, number: number)
  }

  private func recipients(_ fields: BooksFields) throws -> [String] {
    let to =
      try fields.object.isEmpty
      ? defaultRecipients().map(\.email) : addresses("to_mail_ids", fields)
    guard !to.isEmpty else { throw Refusal.booksInvalid("to_mail_ids") }
    return to
  }

  /// Those it is for, else the contact's primary person; only with an address.
  func defaultRecipients() throws -> [ContactPerson] {
    let chosen = persons.filter { !$0.email.isEmpty }
    if !chosen.isEmpty { return chosen }
    return try Array(
      ContactPerson.all(of: contact, db).filter { !$0.email.isEmpty }.prefix(1))
  }

  private func addresses(_ name: String, _ fields: BooksFields) throws -> [String] {
    let addresses = try fields.texts(name) ?? []
    guard addresses.allSatisfy(MailAddress.isValid) else { throw Refusal.booksInvalid(name) }
    return addresses
  }

  private func sender(_ fields: BooksFields) throws -> MailMessage.Mailbox {
    let senders = try MailSender.all(call, db)
    let id = try fields.text("from_address_id").flatMap { $0.isEmpty ? nil : $0 }
    if let id {
      guard let sender = senders.first(where: { $0.id == id }) else {
        throw Refusal.booksInvalid("from_address_id")
      }
      return sender.mailbox
    }
    let isFromOrganization = try fields.truth("send_from_org_email_id") ?? false
    guard let sender = senders.first(where: { $0.isOrganization == isFromOrganization }) else {
      throw Refusal.booksInvalid("send_from_org_email_id")
    }
    return sender.mailbox
  }
}

/// Who can send a mail: the user, or the organization.
struct MailSender {
  var id: String
  var mailbox: MailMessage.Mailbox
  var isOrganization: Bool

  /// The user, then the organization.
  static func all(_ call: BooksCall, _ db: Database) throws -> [MailSender] {
    let user = try call.user(db)
    let organization = try Organization.current(db)
    return [
      MailSender(
        id: user.id, mailbox: MailMessage.Mailbox(name: user.fullName, address: user.email),
        isOrganization: false),
      MailSender(
        id: organization.booksID,
        mailbox: MailMessage.Mailbox(name: organization.name, address: organization.primaryEmail),
        isOrganization: true),
    ]
  }

  var json: JSONValue {
    [
      "user_name": .string(mailbox.name), "email": .string(mailbox.address),
      "selected": JSONValue(!isOrganization), "organization_contact_id": .string(id),
      "is_org_email_id": JSONValue(isOrganization),
    ]
  }
}
