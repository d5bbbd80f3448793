import Foundation
import GRDB

/// Sent, void, draft. https://www.zoho.com/books/api/v3/invoices/
enum InvoiceStatusCalls {
  static let routes = [
    BooksRoute("POST", "invoices/{invoice_id}/status/sent", "invoices.CREATE", markSent),
    BooksRoute("POST", "invoices/{invoice_id}/status/void", "invoices.CREATE", void),
    BooksRoute("POST", "invoices/{invoice_id}/status/draft", "invoices.CREATE", backToDraft),
    BooksRoute("POST", "invoices/{invoice_id}/writeoff", "invoices.CREATE", writeOff),
    BooksRoute("POST", "invoices/{invoice_id}/writeoff/cancel", "invoices.CREATE", cancelWriteOff),
    BooksRoute("POST", "invoices/{invoice_id}/paymentreminder/enable", "invoices.CREATE") { call in
      try setReminder(call, true, "Reminders enabled.")
    },
    BooksRoute("POST", "invoices/{invoice_id}/paymentreminder/disable", "invoices.CREATE") { call in
      try setReminder(call, false, "Reminders stopped.")
    },
    BooksRoute("POST", "invoices/{invoice_id}/submit", "invoices.CREATE", submit),
    BooksRoute("POST", "invoices/{invoice_id}/approve", "invoices.CREATE", approve),
  ]

  /// Live Books takes it again for an invoice already sent, and then nothing changes.
  private static func markSent(_ call: BooksCall) throws -> ZohoReply {
    try change(call, "Invoice marked as sent", "Marked as Sent") { invoice, _ in
      guard invoice.state != .void else {
        throw Refusal.books(400, 4018, "Void invoices cannot be marked as sent.")
      }
      guard invoice.state == .draft else { return false }
      guard invoice.approval != "pending_approval" else {
        throw Refusal.books(400, 4024, "The invoice has to be approved before it is sent.")
      }
      invoice.state = .sent
      return true
    }
    return BooksCall.success("Invoice status has been changed to Sent.")
  }

  /// What was paid goes back to the customer as credit.
  private static func void(_ call: BooksCall) throws -> ZohoReply {
    try change(call, "Invoice marked as void", "Marked as Void") { invoice, db in
      guard invoice.state != .void else { return false }
      try PaymentApplications(db).release(invoice: invoice.invoiceId)
      try Credits(call: call, db: db).release(invoice: invoice.invoiceId)
      invoice.state = .void
      invoice.paymentMade = 0
      invoice.creditsApplied = 0
      invoice.writeOffAmount = 0
      invoice.lastPaymentDate = ""
      invoice.settleBalance()
      return true
    }
    return BooksCall.success("Invoice status has been changed to Void.")
  }

  private static func backToDraft(_ call: BooksCall) throws -> ZohoReply {
    try change(call, "Invoice converted to draft", "Marked as Draft") { invoice, _ in
      guard invoice.state == .void else {
        throw Refusal.books(400, 4019, "Only void invoices can be converted to draft.")
      }
      invoice.state = .draft
      invoice.approval = ""
      return true
    }
    return BooksCall.success("Status of invoice changed from void to draft")
  }

  private static func writeOff(_ call: BooksCall) throws -> ZohoReply {
    try change(call, "Invoice written off", "Written Off") { invoice, _ in
      guard invoice.state == .sent, invoice.balance > 0 else {
        throw Refusal.books(400, 4020, "Only open invoices can be written off.")
      }
      invoice.writeOffAmount = invoice.balance
      invoice.settleBalance()
      return true
    }
    return BooksCall.success("Invoice has been written off")
  }

  private static func cancelWriteOff(_ call: BooksCall) throws -> ZohoReply {
    try change(call, "Write-off cancelled", "Write-off Cancelled") { invoice, _ in
      guard invoice.writeOffAmount > 0 else {
        throw Refusal.books(400, 4021, "There is no write off on this invoice.")
      }
      invoice.writeOffAmount = 0
      invoice.settleBalance()
      return true
    }
    return BooksCall.success("The write off done for this invoice has been cancelled.")
  }

  private static func setReminder(
    _ call: BooksCall, _ isEnabled: Bool, _ message: String
  ) throws -> ZohoReply {
    let word = isEnabled ? "enabled" : "stopped"
    try change(call, "Reminders \(word)", "Reminders \(word)") { invoice, _ in
      guard invoice.isReminderEnabled != isEnabled else { return false }
      invoice.isReminderEnabled = isEnabled
      return true
    }
    return BooksCall.success(message)
  }

  private static func submit(_ call: BooksCall) throws -> ZohoReply {
    try change(call, "Invoice submitted for approval", "Submitted") { invoice, _ in
      guard invoice.state == .draft, invoice.approval.isEmpty else {
        throw Refusal.books(400, 4025, "Only draft invoices can be submitted for approval.")
      }
      invoice.approval = "pending_approval"
      return true
    }
    return BooksCall.success("The invoice has been submitted for approval successfully.")
  }

  private static func approve(_ call: BooksCall) throws -> ZohoReply {
    try change(call, "Invoice approved", "Approved") { invoice, _ in
      guard invoice.state == .draft, invoice.approval == "pending_approval" else {
        throw Refusal.books(400, 4026, "Only submitted invoices can be approved.")
      }
      invoice.approval = "approved"
      return true
    }
    return BooksCall.success("You have approved the invoice.")
  }

  /// Applies a change, with history and ledger; a body that answers false changed nothing.
  private static func change(
    _ call: BooksCall, _ description: String, _ operation: String,
    _ body: (inout Invoice, Database) throws -> Bool
  ) throws {
    let id = try call.id("invoice_id", of: "Invoice")
    try call.write { db in
      var invoice = try Invoice.find(id, db)
      guard try body(&invoice, db) else { return }
      invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try invoice.update(db)
      try call.comment(
        on: invoice.subject, "\(description) by \(call.user(db).fullName)", operation, db)
      try call.record(
        .changed, "invoices", id, ["status": .string(invoice.state.rawValue)], db)
    }
  }
}
