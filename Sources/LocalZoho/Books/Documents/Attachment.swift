import Foundation
import GRDB

/// A file that hangs on a document or an invoice.
struct Attachment: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "books_attachments"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var documentId: Int64
  /// What it hangs on.
  var ownerId: Int64
  var fileName: String
  var contentType: String
  var data: Data
  var canSendInMail: Bool
  var createdTime: Int64

  static func all(of owner: Int64, _ db: Database) throws -> [Attachment] {
    try Attachment.fetchAll(
      db, sql: "SELECT * FROM books_attachments WHERE owner_id = ? ORDER BY document_id",
      arguments: [owner])
  }

  static func removeAll(of owner: Int64, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM books_attachments WHERE owner_id = ?", arguments: [owner])
  }

  /// Adds what a reply says of files.
  static func append(of owner: Int64, to json: inout JSONObject, _ db: Database) throws {
    let files = try Row.fetchAll(
      db,
      sql: """
        SELECT document_id, file_name, can_send_in_mail, length(data) AS size
        FROM books_attachments WHERE owner_id = ? ORDER BY document_id
        """, arguments: [owner])
    json.append("has_attachment", JSONValue(!files.isEmpty))
    json.append("attachment_name", .string(files.last?["file_name"] ?? ""))
    json.append("can_send_in_mail", JSONValue(files.contains { $0["can_send_in_mail"] }))
    json.append(
      "documents",
      .array(
        files.map { file in
          [
            "document_id": .string(String(file["document_id"] as Int64)),
            "file_name": .string(file["file_name"]), "file_size": JSONValue(file["size"] as Int),
          ]
        }))
  }

  /// Kinds of file that Books takes, by the ends of their names.
  static let contentTypes = [
    "gif": "image/gif", "png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "bmp": "image/bmp", "pdf": "application/pdf",
  ]

  /// The files of a call, of the member `attachment` or `doc`.
  /// - Throws: code 2 when there is none or Books does not take its kind.
  static func uploaded(
    _ call: BooksCall, to owner: Int64, _ db: Database
  ) throws -> [Attachment] {
    let files = UploadedFile.all(in: call.request)
    guard !files.isEmpty else { throw Refusal.booksInvalid("attachment") }
    return try files.map { file in
      let end = file.name.split(separator: ".").last?.lowercased() ?? ""
      guard let type = contentTypes[end], file.data.count <= 10_000_000 else {
        throw Refusal.booksInvalid("attachment")
      }
      return Attachment(
        documentId: try BooksStart.nextID(db), ownerId: owner, fileName: file.name,
        contentType: type, data: file.data,
        canSendInMail: call.isTrue("can_send_in_mail")
          || call.request.form()["can_send_in_mail"] == "true",
        createdTime: Int64(call.now.timeIntervalSince1970))
    }
  }

  var reply: ZohoReply {
    ZohoReply.data(contentType: contentType, data).adding(
      header: "Content-Disposition", "attachment; filename=\"\(fileName)\"")
  }

  var forMail: MailMessage.Attachment {
    MailMessage.Attachment(name: fileName, contentType: contentType, data: data)
  }
}
