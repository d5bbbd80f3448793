import GRDB

/// Files on documents and invoices.
struct AttachmentCalls: Sendable {
  let path: String
  let scope: String
  let title: String
  let words: DocumentWords
  /// Throws when there is nothing of that id to hang a file on.
  let demand: @Sendable (Int64, Database) throws -> Void

  var routes: [BooksRoute] {
    [
      BooksRoute("GET", "\(path)/{id}/attachment", "\(scope).READ", get),
      BooksRoute("POST", "\(path)/{id}/attachment", "\(scope).CREATE", add),
      BooksRoute("PUT", "\(path)/{id}/attachment", "\(scope).UPDATE", update),
      BooksRoute("DELETE", "\(path)/{id}/attachment", "\(scope).DELETE", delete),
      BooksRoute("GET", "\(path)/{id}/documents/{document_id}", "\(scope).READ", getOne),
      BooksRoute("DELETE", "\(path)/{id}/documents/{document_id}", "\(scope).DELETE", deleteOne),
    ]
  }

  private func owner(_ call: BooksCall, _ db: Database) throws -> Int64 {
    let id = try call.id("id", of: title)
    try demand(id, db)
    return id
  }

  private func get(_ call: BooksCall) throws -> ZohoReply {
    try call.read { db in
      guard let file = try Attachment.all(of: owner(call, db), db).last else {
        throw Refusal.booksMissing("Attachment")
      }
      return file.reply
    }
  }

  private func add(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let id = try owner(call, db)
      let files = try Attachment.uploaded(call, to: id, db)
      guard try Attachment.all(of: id, db).count + files.count <= 10 else {
        throw Refusal.booksInvalid("attachment")
      }
      for file in files {
        try file.insert(db)
        try call.record(
          .changed, path, id, ["attachment": .string(file.fileName)], db)
      }
    }
    return BooksCall.success(words.attached, status: words.attachedStatus)
  }

  /// Whether the files go with mails.
  private func update(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    let goesWithMail = try fields.truth("can_send_in_mail") ?? call.isTrue("can_send_in_mail")
    try call.write { db in
      let id = try owner(call, db)
      guard try !Attachment.all(of: id, db).isEmpty else {
        throw Refusal.booksMissing("Attachment")
      }
      try db.execute(
        sql: "UPDATE books_attachments SET can_send_in_mail = ? WHERE owner_id = ?",
        arguments: [goesWithMail, id])
      try call.record(.changed, path, id, ["can_send_in_mail": JSONValue(goesWithMail)], db)
    }
    return BooksCall.success(words.attachmentUpdated)
  }

  private func delete(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let id = try owner(call, db)
      guard try !Attachment.all(of: id, db).isEmpty else {
        throw Refusal.booksMissing("Attachment")
      }
      try Attachment.removeAll(of: id, db)
      try call.record(.changed, path, id, ["attachment": ""], db)
    }
    return BooksCall.success(words.attachmentDeleted)
  }

  private func found(_ call: BooksCall, _ db: Database) throws -> Attachment {
    let id = try call.id("document_id", of: "Document")
    guard
      let file = try Attachment.all(of: owner(call, db), db).first(where: { $0.documentId == id })
    else { throw Refusal.booksMissing("Document") }
    return file
  }

  private func getOne(_ call: BooksCall) throws -> ZohoReply {
    let file = try call.read { try found(call, $0) }
    guard call.query["responseformat"] == "json" else { return file.reply }
    return BooksCall.success([
      "document": [
        "document_id": .string(String(file.documentId)), "document_name": .string(file.fileName),
        "file_name": .string(file.fileName), "file_size": JSONValue(file.data.count),
        "file_type": .string(file.fileName.split(separator: ".").last?.lowercased() ?? ""),
        "document_url": .string(
          "\(call.request.baseURL)/books/v3/\(path)/\(file.ownerId)/documents/\(file.documentId)"),
        "created_time": .string(Contact.time(file.createdTime)),
        "last_modified_time": .string(Contact.time(file.createdTime)),
      ]
    ])
  }

  private func deleteOne(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let file = try found(call, db)
      try file.delete(db)
      try call.record(
        .changed, path, file.ownerId, ["attachment_removed": .string(file.fileName)], db)
    }
    return BooksCall.success(words.documentDeleted)
  }
}
