import Foundation
import GRDB

extension InvoiceWriting {
  /// Takes over what an invoice is made from: an estimate, a sales order, a recurring invoice, or
  /// the invoice a debit note adds to.
  /// - Throws: code 2 when that is not there or of another customer.
  func setOrigin(of invoice: inout Invoice, _ fields: BooksFields) throws {
    invoice.estimateId = try origin(fields, "invoiced_estimate_id", .estimate, invoice)
    invoice.salesorderId = try origin(fields, "salesorder_id", .salesOrder, invoice)
    invoice.recurringInvoiceId =
      try origin(fields, "recurring_invoice_id", .recurringInvoice, invoice)
    if let template = try fields.text("template_id"), !template.isEmpty {
      try DocumentTemplate.demand(template)
      invoice.templateId = template
    }
    let type = try fields.text("type") ?? "invoice"
    guard ["invoice", "debit_note"].contains(type) else { throw Refusal.booksInvalid("type") }
    invoice.type = type
    guard let reference = try fields.id("reference_invoice_id") else {
      guard type == "invoice" else { throw Refusal.booksInvalid("reference_invoice_id") }
      return
    }
    guard try Invoice.fetchOne(db, key: reference)?.customerId == invoice.customerId else {
      throw Refusal.booksInvalid("reference_invoice_id")
    }
    invoice.referenceInvoiceId = reference
  }

  private func origin(
    _ fields: BooksFields, _ name: String, _ kind: DocumentKind, _ invoice: Invoice
  ) throws -> Int64? {
    guard let id = try fields.id(name) else { return nil }
    guard let document = try Document.fetchOne(db, key: id), document.kind == kind.name,
      document.contactId == invoice.customerId
    else { throw Refusal.booksInvalid(name) }
    return id
  }

  /// What it was made from changes with it: an estimate is invoiced.
  func noteOrigin(of invoice: Invoice, _ fields: BooksFields) throws {
    guard let id = invoice.estimateId else { return }
    let kind = DocumentKind.estimate
    var estimate = try Document.find(id, kind, db)
    let status = try estimate.status(kind, on: call.today, db)
    guard status != "invoiced", status != "declined" else {
      throw kind.refusal(30, "Estimate in the status \(status) cannot be invoiced.")
    }
    estimate.state = "invoiced"
    estimate.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
    try estimate.update(db)
    try call.comment(
      on: estimate.subject, "Invoice \(invoice.invoiceNumber) created from the estimate",
      "Invoiced", db)
    try call.record(.changed, kind.path, id, ["status": "invoiced"], db)
  }

  /// An estimate whose invoice is deleted can be invoiced again.
  func releaseEstimate(of invoice: Invoice) throws {
    guard let id = invoice.estimateId, var estimate = try Document.fetchOne(db, key: id) else {
      return
    }
    estimate.state = "accepted"
    try estimate.update(db)
    try call.record(.changed, "estimates", id, ["status": "accepted"], db)
  }
}

extension Invoice {
  var createdMessage: String {
    type == "debit_note" ? "The debit note has been created." : "The invoice has been created."
  }

  var updatedMessage: String {
    type == "debit_note"
      ? "The debit note has been updated." : "Invoice information has been updated."
  }
}
