import GRDB

extension DocumentCalls {
  var commentRoutes: [BooksRoute] {
    [
      route("GET", "/{id}/comments", comments), route("POST", "/{id}/comments", addComment),
      route("DELETE", "/{id}/comments/{comment_id}", deleteComment),
    ]
  }

  var commentChangeRoutes: [BooksRoute] {
    [route("PUT", "/{id}/comments/{comment_id}", updateComment)]
  }

  func comments(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let comments = try call.read { db in
      _ = try Document.find(id, kind, db)
      return try Row.fetchAll(
        db,
        sql: "SELECT * FROM books_comments WHERE transaction_id = ? ORDER BY comment_id DESC",
        arguments: [id])
    }
    return BooksCall.success(
      kind.words.comments, ["comments": .array(comments.map { json($0, id, call) })])
  }

  private func addComment(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let text = try commentText(call)
    return try call.write { db in
      let document = try Document.find(id, kind, db)
      let comment = try call.comment(on: document.subject, text, "added", type: "internal", db)
      try call.record(.created, "comments", comment, [kind.idName: .string(String(id))], db)
      return BooksCall.success(
        kind.words.commentAdded, status: kind.words.commentAddedStatus,
        ["comment": try found(comment, of: id, call, db)])
    }
  }

  private func updateComment(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let comment = try call.id("comment_id", of: "Comment")
    let text = try commentText(call)
    return try call.write { db in
      try demandOwn(comment, of: id, call, db)
      try db.execute(
        sql: "UPDATE books_comments SET description = ? WHERE comment_id = ?",
        arguments: [text, comment])
      try call.record(.changed, "comments", comment, [kind.idName: .string(String(id))], db)
      return BooksCall.success(
        kind.words.commentUpdated, ["comment": try found(comment, of: id, call, db)])
    }
  }

  private func deleteComment(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let comment = try call.id("comment_id", of: "Comment")
    try call.write { db in
      try demandOwn(comment, of: id, call, db)
      try db.execute(
        sql: "DELETE FROM books_comments WHERE comment_id = ?", arguments: [comment])
      try call.record(.deleted, "comments", comment, [kind.idName: .string(String(id))], db)
    }
    return BooksCall.success("The comment has been deleted.")
  }

  private func commentText(_ call: BooksCall) throws -> String {
    guard let text = try call.fields().text("description"), !text.isEmpty else {
      throw Refusal.booksInvalid("description")
    }
    return text
  }

  /// What the server wrote stays.
  private func demandOwn(
    _ comment: Int64, of document: Int64, _ call: BooksCall, _ db: Database
  ) throws {
    guard try found(comment, of: document, call, db)["comment_type"] != "system" else {
      throw Refusal.books(400, 1003, "System comments cannot be changed.")
    }
  }

  private func found(
    _ comment: Int64, of document: Int64, _ call: BooksCall, _ db: Database
  ) throws -> JSONValue {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM books_comments WHERE comment_id = ? AND transaction_id = ?",
      arguments: [comment, document])
    guard let row else { throw Refusal.booksMissing("Comment") }
    return json(row, document, call)
  }

  private func json(_ row: Row, _ document: Int64, _ call: BooksCall) -> JSONValue {
    var json = HistoryEntry(row: row).json(today: call.today)
    json.append(kind.idName, .string(String(document)))
    return .object(json)
  }
}
