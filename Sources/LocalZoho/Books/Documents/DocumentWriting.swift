import Foundation
import GRDB

/// Creating, changing and deleting documents of a kind, whole, in one transaction.
struct DocumentWriting {
  let kind: DocumentKind
  let call: BooksCall
  let db: Database

  var now: Int64 { Int64(call.now.timeIntervalSince1970) }

  func create(_ fields: BooksFields) throws -> Document {
    let id = try BooksStart.nextID(db)
    var document = Document(
      documentId: id, kind: kind.name, state: kind.statuses.initial,
      notes: try BooksSettings.value("\(kind.name)_notes", db),
      terms: try BooksSettings.value("\(kind.name)_terms", db), viewKey: ViewKey.of(id),
      createdById: call.caller.userID, createdTime: now, lastModifiedTime: now)
    try document.apply(fields, isNew: true, kind, today: call.today, db)
    try setNumber(of: &document, fields, isNew: true)
    try kind.prepare(&document, fields, true, self)
    var lines = try self.lines(of: document, fields, known: [])
    try document.settle(&lines, db)
    try document.insert(db)
    for line in lines { try line.insert(db) }
    try CustomValues(kind.entity, db).set(fields, on: id, db)
    try kind.finish(document, fields, true, self)
    try call.comment(
      on: document.subject, "\(kind.title) created for \(text(document.total, document))", "Added",
      db)
    try call.record(.created, kind.path, id, summary(document), db)
    return try Document.find(id, kind, db)
  }

  /// The document with what the body says; lines are kept by their `line_item_id`, and those left out
  /// of `line_items` go.
  func update(_ id: Int64, _ fields: BooksFields) throws -> Document {
    var document = try Document.find(id, kind, db)
    let status = try document.status(kind, on: call.today, db)
    guard !kind.statuses.frozen.contains(status) else {
      throw kind.refusal(
        15, "\(kind.title) in the status \(status) cannot be edited.")
    }
    try document.apply(fields, isNew: false, kind, today: call.today, db)
    try setNumber(of: &document, fields, isNew: false)
    try kind.prepare(&document, fields, false, self)
    let known = try DocumentLine.all(of: id, db)
    var lines =
      fields.has("line_items") ? try self.lines(of: document, fields, known: known) : known
    try document.settle(&lines, db)
    guard document.settled == 0 || document.balance >= 0 else {
      throw kind.refusal(16, "The total cannot be less than the amount already applied.")
    }
    document.lastModifiedTime = now
    try document.update(db)
    for line in known where !lines.contains(where: { $0.lineItemId == line.lineItemId }) {
      try line.delete(db)
    }
    for line in lines { try line.save(db) }
    try CustomValues(kind.entity, db).set(fields, on: id, db)
    try kind.finish(document, fields, false, self)
    try call.comment(
      on: document.subject, "\(kind.title) updated by \(call.user(db).fullName)", "Updated", db)
    try call.record(.changed, kind.path, id, summary(document), db)
    return try Document.find(id, kind, db)
  }

  func delete(_ id: Int64) throws {
    let document = try Document.find(id, kind, db)
    guard document.settled == 0 else {
      throw kind.refusal(
        17, "\(kind.title)s which have payments, credits or refunds cannot be deleted.")
    }
    try kind.release(document, self)
    try CustomValues.remove(from: id, db)
    try Attachment.removeAll(of: id, db)
    try db.execute(sql: "DELETE FROM books_comments WHERE transaction_id = ?", arguments: [id])
    try document.delete(db)
    try call.comment(
      on: .contact(document.contactId), "\(kind.title) \(document.number) deleted", "Deleted", db)
    try call.record(.deleted, kind.path, id, [kind.numberName: .string(document.number)], db)
  }

  /// Takes a step to another state. Taken again, it changes nothing.
  func take(_ step: DocumentStatuses.Step, _ id: Int64, _ fields: BooksFields) throws {
    var document = try Document.find(id, kind, db)
    guard document.state != step.to else { return }
    let status = try document.status(kind, on: call.today, db)
    guard step.from.contains(status) || step.from.contains(document.state) else {
      throw kind.refusal(
        18, "\(kind.title) in the status \(status) cannot be changed to \(step.to).")
    }
    try step.effect(&document, fields, self)
    document.state = step.to
    document.lastModifiedTime = now
    try document.update(db)
    try call.comment(
      on: document.subject, "\(kind.title) marked as \(step.to) by \(call.user(db).fullName)",
      "Marked as \(step.to)", db)
    try call.record(.changed, kind.path, id, ["status": .string(step.to)], db)
  }

  /// Works out what was paid, applied or refunded of a document, and what is left.
  func settle(_ id: Int64) throws {
    guard let settled = kind.settled else { return }
    try db.execute(
      sql: "UPDATE books_documents AS d SET settled = (\(settled)) WHERE document_id = ?",
      arguments: [id])
    try db.execute(
      sql: """
        UPDATE books_documents SET balance = total - settled, last_modified_time = ?
        WHERE document_id = ?
        """, arguments: [now, id])
  }

  /// An amount of a document as people read it.
  func text(_ amount: Int64, _ document: Document) throws -> String {
    try document.currency(db).text(Decimal(millionths: amount))
  }

  /// What the ledger says of a document.
  func summary(_ document: Document) throws -> JSONObject {
    [
      kind.numberName: .string(document.number),
      kind.partyID: .string(String(document.contactId)),
      "reference_number": .string(document.referenceNumber),
      "total": .number(Decimal(millionths: document.total)),
      "currency_code": .string(try document.currency(db).code),
    ]
  }
}
