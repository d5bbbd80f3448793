import Foundation
import GRDB

extension BooksService {
  /// What a customer sees who follows the link of an invoice or another document,
  /// `/SecurePayment?CInvoiceID=…`: the page, after which a sent one counts as viewed.
  /// - Throws: ``Refusal`` when the link is of no document that was sent.
  func customerView(key: String) throws -> ZohoReply {
    let now = store.now()
    return try store.write { db in
      let today = Timestamp.day(now)
      let page =
        try invoicePage(key, now, db)
        ?? documentPage(key, now, db).map { document, kind in
          try DocumentPage(document, kind, today: today, db)
        }
      guard let page else { throw Refusal.booksMissing("Invoice") }
      return ZohoReply.data(contentType: "text/html;charset=UTF-8", Data(page.html.utf8))
    }
  }

  private func invoicePage(_ key: String, _ now: Date, _ db: Database) throws -> DocumentPage? {
    guard
      var invoice = try Invoice.fetchOne(
        db, sql: "SELECT * FROM books_invoices WHERE view_key = ?", arguments: [key]),
      invoice.state != .draft
    else { return nil }
    if invoice.state == .sent, invoice.clientViewedTime == nil {
      invoice.clientViewedTime = Int64(now.timeIntervalSince1970)
      invoice.lastModifiedTime = Int64(now.timeIntervalSince1970)
      try invoice.update(db)
      try noteView(
        of: invoice.subject, "Invoice", "invoices", invoice.customerName, now, db)
    }
    return try DocumentPage(invoice, today: Timestamp.day(now), db)
  }

  private func documentPage(
    _ key: String, _ now: Date, _ db: Database
  ) throws -> (Document, DocumentKind)? {
    guard
      var document = try Document.fetchOne(
        db, sql: "SELECT * FROM books_documents WHERE view_key = ?", arguments: [key]),
      let kind = [DocumentKind.estimate, .retainerInvoice].first(where: {
        $0.name == document.kind
      }), !["draft", "pending_approval", "approved"].contains(document.state)
    else { return nil }
    if document.clientViewedTime == nil {
      document.clientViewedTime = Int64(now.timeIntervalSince1970)
      document.lastModifiedTime = Int64(now.timeIntervalSince1970)
      try document.update(db)
      try noteView(of: document.subject, kind.title, kind.path, document.contactName, now, db)
    }
    return (document, kind)
  }

  private func noteView(
    of subject: HistoryEntry.Subject, _ title: String, _ path: String, _ customer: String,
    _ now: Date, _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO books_comments VALUES (?, ?, ?, ?, ?, 'system', ?, '', ?, ?)")
    try statement.execute(arguments: [
      try BooksStart.nextID(db), subject.contact, subject.transaction.id, subject.transaction.type,
      "\(title) viewed by the customer", "Viewed", customer, Int64(now.timeIntervalSince1970),
    ])
    try EffectsLedger.append(
      Effect(
        .books, .changed, path, String(subject.transaction.id), ["is_viewed_by_client": true]),
      at: now, db)
  }
}
