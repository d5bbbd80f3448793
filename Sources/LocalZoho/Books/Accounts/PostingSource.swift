import GRDB

/// What account transactions say of the document that made a posting.
struct PostingSource {
  var status = ""
  /// The id of the customer or vendor.
  var contact = ""
  var number = ""
  var reference = ""
  var description = ""

  /// - Parameter kind: as the posting names it: an invoice, a payment, a refund, a document, or one of
  ///   the small records.
  static func find(_ id: Int64, _ kind: String, on today: Day, _ db: Database) throws -> Self {
    if let record = try BooksRecord.find(id, kind, db) {
      return Self(
        status: record.status,
        contact: [record.text("customer_id"), record.text("vendor_id")].first { !$0.isEmpty } ?? "",
        number: record.text("entry_number"), reference: record.text("reference_number"),
        description: record.text("description"))
    }
    if kind == "invoice", let invoice = try Invoice.fetchOne(db, key: id) {
      return Self(
        status: invoice.status(on: today), contact: String(invoice.customerId),
        number: invoice.invoiceNumber, reference: invoice.referenceNumber)
    }
    if kind == SalesPosting.paymentKind, let payment = try Payment.fetchOne(db, key: id) {
      return Self(
        status: "success", contact: String(payment.customerId),
        number: String(payment.paymentNumber), reference: payment.referenceNumber,
        description: payment.description)
    }
    if let document = try Document.fetchOne(db, key: id), document.kind == kind {
      return Self(
        status: document.state, contact: String(document.contactId), number: document.number,
        reference: document.referenceNumber)
    }
    if let refund = try Refund.fetchOne(db, key: id) {
      return Self(
        contact: String(refund.contactId), reference: refund.referenceNumber,
        description: refund.description)
    }
    return Self()
  }
}
