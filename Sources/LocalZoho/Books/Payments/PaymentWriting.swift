import Foundation
import GRDB

/// Recording and changing payments, whole, in one transaction.
struct PaymentWriting {
  let call: BooksCall
  let db: Database

  private var now: Int64 { Int64(call.now.timeIntervalSince1970) }

  func create(_ fields: BooksFields) throws -> Payment {
    guard let customerID = try fields.id("customer_id"),
      let customer = try Contact.fetchOne(db, key: customerID), customer.contactType == "customer"
    else { throw Refusal.booksInvalid("customer_id") }
    guard try fields.number("amount") != nil else { throw Refusal.booksInvalid("amount") }
    guard let mode = try fields.text("payment_mode"), !mode.isEmpty else {
      throw Refusal.booksInvalid("payment_mode")
    }
    guard let day = try fields.day("date") else { throw Refusal.booksInvalid("date") }
    var payment = Payment(
      paymentId: try BooksStart.nextID(db), paymentNumber: 0, customerId: customerID,
      customerName: customer.contactName, currencyId: customer.currencyId, date: day.description,
      createdTime: now, lastModifiedTime: now)
    let currency = try Currency.find(customer.currencyId, db)
    payment.exchangeRate = try currency?.exchangeRate(on: day, db).millionths ?? 1_000_000
    try apply(fields, to: &payment)
    payment.paymentNumber = Int64(try BooksSettings.takeNumber("next_payment_number", db))
    payment.unusedAmount = payment.amount
    payment.retainerId = try retainer(fields, for: payment)
    try payment.insert(db)
    try applyToInvoices(fields, payment)
    if let retainer = payment.retainerId { try settle(retainer) }
    try CustomValues(.payment, db).set(fields, on: payment.paymentId, db)
    payment = try Payment.find(payment.paymentId, db)
    try note(.created, payment, "Payment of \(text(payment)) received", "added")
    return payment
  }

  func update(_ id: Int64, _ fields: BooksFields) throws -> Payment {
    var payment = try Payment.find(id, db)
    if let customer = try fields.id("customer_id"), customer != payment.customerId {
      throw Refusal.booksInvalid("customer_id")
    }
    try apply(fields, to: &payment)
    payment.lastModifiedTime = now
    try payment.update(db)
    let applications = PaymentApplications(db)
    if fields.has("invoices") || fields.has("invoice_id") {
      for invoice in try applications.release(payment: id) {
        try applications.settle(invoice: invoice, modified: now)
      }
      try applyToInvoices(fields, payment)
    }
    try applications.settle(payment: id)
    payment = try Payment.find(id, db)
    guard payment.unusedAmount >= 0 else { throw Self.overapplied }
    if let retainer = payment.retainerId { try settle(retainer) }
    try CustomValues(.payment, db).set(fields, on: id, db)
    try note(.changed, payment, "Payment of \(text(payment)) updated", "updated")
    return payment
  }

  func delete(_ id: Int64) throws {
    let payment = try Payment.find(id, db)
    guard payment.amountRefunded == 0 else {
      throw Refusal.books(400, 24_021, "Payments that are refunded cannot be deleted.")
    }
    let applications = PaymentApplications(db)
    let invoices = try applications.release(payment: id)
    try CustomValues.remove(from: id, db)
    try payment.delete(db)
    if let retainer = payment.retainerId { try settle(retainer) }
    for invoice in invoices {
      try applications.settle(invoice: invoice, modified: now)
      try call.comment(
        on: .invoice(invoice, contact: payment.customerId),
        "Payment of \(text(payment)) deleted", "Payment Deleted", db)
    }
    try call.comment(
      on: .contact(payment.customerId), "Payment of \(text(payment)) deleted", "deleted", db)
    try call.record(
      .deleted, "customerpayments", id,
      ["amount": .number(Decimal(millionths: payment.amount))], db)
  }

  /// The retainer invoice a body pays, which must be open and owe that much.
  private func retainer(_ fields: BooksFields, for payment: Payment) throws -> Int64? {
    guard let id = try fields.id("retainerinvoice_id") else { return nil }
    let retainer = try Document.find(id, .retainerInvoice, db)
    guard retainer.contactId == payment.customerId, retainer.currencyId == payment.currencyId else {
      throw Refusal.booksInvalid("retainerinvoice_id")
    }
    guard retainer.state == "sent", payment.amount <= retainer.balance else {
      throw Self.overapplied
    }
    return id
  }

  /// A retainer invoice is paid by what was received for it.
  private func settle(_ retainer: Int64) throws {
    try DocumentWriting(kind: .retainerInvoice, call: call, db: db).settle(retainer)
    guard try Document.find(retainer, .retainerInvoice, db).balance >= 0 else {
      throw Self.overapplied
    }
  }

  static let overapplied = Refusal.books(
    400, 24_016, "The amount entered is more than the balance due for the selected invoices.")

  private func apply(_ fields: BooksFields, to payment: inout Payment) throws {
    if let amount = try fields.number("amount") {
      guard amount > 0, let stored = amount.millionths else { throw Refusal.booksInvalid("amount") }
      payment.amount = stored
    }
    if let mode = try fields.text("payment_mode", limit: 100), !mode.isEmpty {
      payment.paymentMode = mode
    }
    if let day = try fields.day("date") { payment.date = day.description }
    payment.referenceNumber =
      try fields.text("reference_number", limit: 100)
      ?? payment.referenceNumber
    payment.description = try fields.text("description") ?? payment.description
    if let account = try fields.id("account_id") {
      guard try BooksRecord.find(account, "account", db) != nil else {
        throw Refusal.booksInvalid("account_id")
      }
      payment.accountId = String(account)
    }
    if let charges = try fields.number("bank_charges") {
      guard charges >= 0, let stored = charges.millionths else {
        throw Refusal.booksInvalid("bank_charges")
      }
      payment.bankCharges = stored
    }
    if let rate = try fields.exchangeRate(),
      try Currency.find(payment.currencyId, db)?.isBase == false
    {
      payment.exchangeRate = rate
    }
  }

  /// Spreads the payment over the invoices the body names.
  private func applyToInvoices(_ fields: BooksFields, _ payment: Payment) throws {
    var entries = try fields.objects("invoices") ?? []
    if entries.isEmpty, fields.has("invoice_id") { entries = [fields] }
    var left = payment.amount
    let applications = PaymentApplications(db)
    for entry in entries {
      guard let id = try entry.id("invoice_id") else { throw Refusal.booksInvalid("invoice_id") }
      guard let amount = try entry.number("amount_applied")?.millionths, amount >= 0 else {
        throw Refusal.booksInvalid("amount_applied")
      }
      guard amount > 0 else { continue }
      let invoice = try Invoice.find(id, db)
      try demandPayable(invoice, by: payment)
      guard amount <= invoice.balance, amount <= left else { throw Self.overapplied }
      left -= amount
      try applications.add(amount, of: payment.paymentId, to: id)
      try applications.settle(invoice: id, modified: now)
      let currency = try Currency.find(payment.currencyId, db)
      let applied = currency?.text(Decimal(millionths: amount)) ?? ""
      try call.comment(
        on: invoice.subject, "Payment of \(applied) made and applied", "Payment Added", db)
    }
    try applications.settle(payment: payment.paymentId)
  }

  private func demandPayable(_ invoice: Invoice, by payment: Payment) throws {
    guard invoice.customerId == payment.customerId else {
      throw Refusal.books(
        400, 24_017,
        "Invoice \(invoice.invoiceNumber) does not belong to the customer of the payment.")
    }
    guard invoice.currencyId == payment.currencyId else {
      throw Refusal.books(
        400, 24_018, "Invoice \(invoice.invoiceNumber) is in another currency than the payment.")
    }
    switch invoice.state {
    case .sent: break
    case .draft:
      throw Refusal.books(400, 24_019, "Payments cannot be recorded for draft invoices.")
    case .void:
      throw Refusal.books(400, 24_020, "Payments cannot be recorded for void invoices.")
    }
  }

  private func text(_ payment: Payment) throws -> String {
    let currency = try Currency.find(payment.currencyId, db)
    return currency?.text(Decimal(millionths: payment.amount)) ?? ""
  }

  private func note(
    _ verb: Effect.Verb, _ payment: Payment, _ description: String, _ operation: String
  ) throws {
    try call.comment(on: payment.subject, description, operation, db)
    let invoices = try payment.json(db)["invoices"]?.arrayValue ?? []
    try call.record(
      verb, "customerpayments", payment.paymentId,
      [
        "customer_id": .string(String(payment.customerId)),
        "amount": .number(Decimal(millionths: payment.amount)),
        "reference_number": .string(payment.referenceNumber),
        "invoices": .array(
          invoices.map { invoice in
            [
              "invoice_id": invoice["invoice_id"] ?? "",
              "amount_applied": invoice["amount_applied"] ?? 0,
            ]
          }),
      ], db)
  }
}
