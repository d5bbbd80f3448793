import Foundation
import GRDB

/// The mail that takes a document to its contact.
struct DocumentMailing {
  let kind: DocumentKind
  let document: Document
  let call: BooksCall
  let db: Database

  func letter() throws -> Letter {
    Letter(call: call, db: db, contact: document.contactId, persons: try document.persons(db))
  }

  /// The standard words, unless the document has its own.
  func words() throws -> Letter.Words {
    let organization = try Organization.current(db).name
    let number = HTMLText.escaped(document.number)
    let total = try document.currency(db).text(Decimal(millionths: document.total))
    let title = kind.title.lowercased()
    let body = """
      Dear \(HTMLText.escaped(document.contactName)),<br><br>Please find our \(title) \(number) \
      attached to this mail.<br><br>\(kind.title)# : \(number)<br>\
      Date : \(PaperDate.text(document.date))<br>Amount : \(total)<br><br>\
      Regards,<br>\(HTMLText.escaped(try call.user(db).fullName))<br>\(HTMLText.escaped(organization))
      """
    return Letter.Words(
      subject: document.customSubject.isEmpty
        ? "\(kind.title) - \(document.number) from \(organization)" : document.customSubject,
      body: document.customBody.isEmpty ? body : document.customBody)
  }

  /// Sends it, with the document and its files, and returns the document as it then is: a draft that
  /// can be sent is sent by it.
  /// - Throws: Books' refusals of bad or missing addresses, and of a void document.
  func send(_ fields: BooksFields) throws -> Document {
    let status = try document.status(kind, on: call.today, db)
    guard status != "void" else {
      throw kind.refusal(22, "Void \(kind.title.lowercased())s cannot be emailed.")
    }
    var sent = document
    if ["draft", "approved"].contains(document.state), let state = kind.statuses.mailed {
      sent.state = state
    }
    sent.isEmailed = true
    sent.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
    try sent.update(db)
    let paper = MailMessage.Attachment(
      name: document.fileName, contentType: "application/pdf",
      data: try DocumentPDF.file(for: DocumentPage(sent, kind, today: call.today, db)))
    let files = try Attachment.all(of: document.documentId, db).filter(\.canSendInMail)
    let mail = try letter().send(
      fields, words(), attachments: [paper] + files.map(\.forMail), about: document.documentId)
    try call.comment(
      on: document.subject,
      "\(kind.title) emailed to \(mail.addresses.joined(separator: ", "))", "Email Sent", db)
    try call.record(
      .mailed, kind.path, document.documentId,
      [
        kind.numberName: .string(document.number), "subject": .string(mail.subject),
        "recipients": .array(mail.addresses.map(JSONValue.string)),
        "mail": JSONValue(Int(mail.number)),
      ], db)
    return sent
  }
}
