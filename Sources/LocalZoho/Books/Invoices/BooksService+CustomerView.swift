import Foundation
import GRDB

extension BooksService {
  /// What a customer sees who follows the link of an invoice, `/SecurePayment?CInvoiceID=…`: the page,
  /// after which a sent invoice counts as viewed.
  /// - Throws: ``Refusal`` when the link is of no invoice.
  func customerView(key: String) throws -> ZohoReply {
    let now = store.now()
    return try store.write { db in
      guard
        var invoice = try Invoice.fetchOne(
          db, sql: "SELECT * FROM books_invoices WHERE view_key = ?", arguments: [key]),
        invoice.state != .draft
      else { throw Refusal.booksMissing("Invoice") }
      if invoice.state == .sent, invoice.clientViewedTime == nil {
        invoice.clientViewedTime = Int64(now.timeIntervalSince1970)
        invoice.lastModifiedTime = Int64(now.timeIntervalSince1970)
        try invoice.update(db)
        let statement = try db.cachedStatement(
          sql: "INSERT INTO books_comments VALUES (?, ?, ?, 'invoice', ?, 'system', ?, '', ?, ?)")
        try statement.execute(arguments: [
          try BooksStart.nextID(db), invoice.customerId, invoice.invoiceId,
          "Invoice viewed by the customer", "Viewed", invoice.customerName,
          Int64(now.timeIntervalSince1970),
        ])
        try EffectsLedger.append(
          Effect(
            .books, .changed, "invoices", String(invoice.invoiceId),
            ["is_viewed_by_client": true]), at: now, db)
      }
      let page = try DocumentPage(invoice, today: Timestamp.day(now), db)
      return ZohoReply.data(contentType: "text/html;charset=UTF-8", Data(page.html.utf8))
    }
  }
}
