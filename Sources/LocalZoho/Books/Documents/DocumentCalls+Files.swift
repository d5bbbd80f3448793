import Foundation
import GRDB

extension DocumentCalls {
  var attachmentRoutes: [BooksRoute] {
    AttachmentCalls(
      path: kind.path, scope: kind.scope, title: kind.title, words: kind.words
    ) { id, db in _ = try Document.find(id, kind, db) }.routes
  }

  /// One PDF with the documents named by `estimate_ids`.
  func papers(_ call: BooksCall) throws -> ZohoReply {
    let ids = try call.ids(kind.idName + "s", atMost: 25)
    return try call.read { db in
      let pages = try ids.map {
        try DocumentPage(Document.find($0, kind, db), kind, today: call.today, db)
      }
      return DocumentPapers.reply(try DocumentPDF.file(for: pages), name: kind.path + ".pdf")
    }
  }
}

/// Documents as PDF files.
enum DocumentPapers {
  static func pdf(
    _ document: Document, _ kind: DocumentKind, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    let page = try DocumentPage(document, kind, today: call.today, db)
    return reply(try DocumentPDF.file(for: page), name: document.fileName)
  }

  static func reply(_ data: Data, name: String) -> ZohoReply {
    ZohoReply.data(contentType: "application/pdf", data).adding(
      header: "Content-Disposition", "attachment; filename=\"\(name)\"")
  }
}

extension BooksCall {
  /// The ids that a query parameter lists.
  /// - Throws: code 2 when there are none, too many, or one is no id.
  func ids(_ name: String, atMost limit: Int) throws -> [Int64] {
    let ids = try (query[name] ?? "").split(separator: ",").map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid(name) }
      return id
    }
    guard (1...limit).contains(ids.count) else { throw Refusal.booksInvalid(name) }
    return ids
  }
}
