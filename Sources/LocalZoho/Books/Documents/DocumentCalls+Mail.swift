import GRDB

extension DocumentCalls {
  var mailRoutes: [BooksRoute] {
    [route("GET", "/{id}/email", mailContent), route("POST", "/{id}/email", mail)]
  }

  private func mailContent(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let content = try call.read { db in
      let document = try Document.find(id, kind, db)
      let mailing = DocumentMailing(kind: kind, document: document, call: call, db: db)
      return try mailing.letter().preview(
        mailing.words(), of: id, fileName: document.fileName)
    }
    guard let member = kind.mailMember else { return BooksCall.success(content) }
    return BooksCall.success([member: .object(content)])
  }

  private func mail(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let fields = try call.fields()
    try call.write { db in
      let document = try Document.find(id, kind, db)
      _ = try DocumentMailing(kind: kind, document: document, call: call, db: db).send(fields)
    }
    return BooksCall.success(kind.words.mailed, status: kind.words.mailedStatus)
  }

  func mailMany(_ call: BooksCall) throws -> ZohoReply {
    let ids = try call.ids(kind.idName + "s", atMost: 10)
    try call.write { db in
      for id in ids {
        let document = try Document.find(id, kind, db)
        _ = try DocumentMailing(kind: kind, document: document, call: call, db: db).send(
          BooksFields(JSONObject()))
      }
    }
    return BooksCall.success(kind.words.mailedMany)
  }

  func mailHistory(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let rows = try call.read { db in
      _ = try Document.find(id, kind, db)
      return try Row.fetchAll(
        db,
        sql: "SELECT * FROM books_mail_history WHERE record_id = ? ORDER BY mailhistory_id DESC",
        arguments: [id])
    }
    return BooksCall.success([
      "email_history": .array(
        rows.map { row in
          [
            "mailhistory_id": .string(String(row["mailhistory_id"] as Int64)),
            "from": .string(row["sender"]), "to_mail_ids": .string(row["recipients"]),
            "subject": .string(row["subject"]), "date": .string(row["date"]),
          ]
        })
    ])
  }
}
