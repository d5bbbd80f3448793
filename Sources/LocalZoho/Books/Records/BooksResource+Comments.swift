import GRDB

/// The history of a record, and what people write into it.
extension BooksResource {
  /// The words of the comment calls.
  struct CommentMessages: Sendable {
    var added = "Comments added."
    var deleted = "The comment has been deleted."
    var addedStatus = 201
    /// The key of the reply to a new one, and whether it holds a list of one.
    var key = "comment"
    var listsOne = false
  }

  var commentListRoute: BooksRoute {
    route("GET", "comments") { record, call, db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT * FROM books_comments WHERE transaction_id = ? ORDER BY comment_id DESC",
        arguments: [record.id])
      return BooksCall.success([
        "comments": .array(rows.map { .object(comment($0, record, call)) })
      ])
    }
  }

  func commentRoutes(_ messages: CommentMessages = CommentMessages()) -> [BooksRoute] {
    [
      route("POST", "comments") { record, call, db in
        guard let text = try call.fields().text("description"), !text.isEmpty else {
          throw Refusal.booksInvalid("description")
        }
        let id = try call.comment(
          on: .document(record.id, kind: kind, contact: 0), text, "Added", type: "internal", db)
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM books_comments WHERE comment_id = ?", arguments: [id])
        let json = row.map { JSONValue.object(comment($0, record, call)) } ?? .null
        return BooksCall.success(
          messages.added, status: messages.addedStatus,
          [messages.key: messages.listsOne ? [json] : json])
      },
      route("DELETE", "comments/{comment_id}") { record, call, db in
        try db.execute(
          sql: "DELETE FROM books_comments WHERE comment_id = ? AND transaction_id = ?",
          arguments: [try call.id("comment_id", of: "Comment"), record.id])
        guard db.changesCount > 0 else { throw Refusal.booksMissing("Comment") }
        return BooksCall.success(messages.deleted)
      },
    ]
  }

  private func comment(_ row: Row, _ record: BooksRecord, _ call: BooksCall) -> JSONObject {
    var json = HistoryEntry(row: row).json(today: call.today)
    json[keys.id] = .string(String(record.id))
    json["is_current_user"] = JSONValue(row["commented_by_id"] as String == call.caller.userID)
    return json
  }
}
