import Foundation
import GRDB

/// Creating and changing invoices, whole, in one transaction.
struct InvoiceWriting {
  let call: BooksCall
  let db: Database

  /// A new draft.
  func create(_ fields: BooksFields) throws -> Invoice {
    let now = Int64(call.now.timeIntervalSince1970)
    let id = try BooksStart.nextID(db)
    var invoice = Invoice(
      invoiceId: id, invoiceNumber: "", customerId: 0, customerName: "", currencyId: 0, date: "",
      dueDate: "", notes: try BooksSettings.value("notes", db),
      terms: try BooksSettings.value("terms", db), viewKey: ViewKey.of(id),
      createdById: call.caller.userID, createdTime: now, lastModifiedTime: now)
    try invoice.apply(fields, isNew: true, today: call.today, db)
    try setNumber(of: &invoice, fields, isNew: true)
    try setOrigin(of: &invoice, fields)
    var lines = try self.lines(of: invoice, fields, known: [])
    try invoice.settle(&lines, db)
    try invoice.insert(db)
    for line in lines { try line.insert(db) }
    try CustomValues(.invoice, db).set(fields, on: id, db)
    try noteOrigin(of: invoice, fields)
    let currency = try invoice.currency(db)
    let amount = currency.text(Decimal(millionths: invoice.total))
    try call.comment(on: invoice.subject, "Invoice created for \(amount)", "Added", db)
    try call.record(.created, "invoices", id, summary(invoice, currency), db)
    return invoice
  }

  /// The invoice with what the body says; lines are kept by their `line_item_id`, and those left out
  /// of `line_items` go.
  func update(_ id: Int64, _ fields: BooksFields) throws -> Invoice {
    var invoice = try Invoice.find(id, db)
    guard invoice.state != .void else {
      throw Refusal.books(400, 4015, "Void invoices cannot be edited.")
    }
    try invoice.apply(fields, isNew: false, today: call.today, db)
    try setNumber(of: &invoice, fields, isNew: false)
    let known = try InvoiceLine.all(of: id, db)
    var lines = fields.has("line_items") ? try self.lines(of: invoice, fields, known: known) : known
    try invoice.settle(&lines, db)
    guard invoice.balance >= 0 else {
      throw Refusal.books(
        400, 4016, "The invoice total cannot be less than the amount already paid.")
    }
    invoice.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
    try invoice.update(db)
    for line in known where !lines.contains(where: { $0.lineItemId == line.lineItemId }) {
      try line.delete(db)
    }
    for line in lines { try line.save(db) }
    try CustomValues(.invoice, db).set(fields, on: id, db)
    try call.comment(
      on: invoice.subject, "Invoice updated by \(call.user(db).fullName)", "Updated", db)
    try call.record(.changed, "invoices", id, summary(invoice, invoice.currency(db)), db)
    return invoice
  }

  private func lines(
    of invoice: Invoice, _ fields: BooksFields, known: [InvoiceLine]
  ) throws -> [InvoiceLine] {
    guard let entries = try fields.objects("line_items"), !entries.isEmpty else {
      throw Refusal.booksInvalid("line_items")
    }
    let rate = Decimal(millionths: invoice.exchangeRate)
    var lines: [InvoiceLine] = []
    for (index, entry) in entries.enumerated() {
      var line: InvoiceLine
      if let id = try entry.id("line_item_id") {
        guard let old = known.first(where: { $0.lineItemId == id }),
          !lines.contains(where: { $0.lineItemId == id })
        else { throw Refusal.booksInvalid("line_item_id") }
        line = old
        line.itemOrder = index + 1
      } else {
        line = InvoiceLine(
          lineItemId: try BooksStart.nextID(db), invoiceId: invoice.invoiceId,
          itemOrder: index + 1)
        guard entry.has("item_id") || entry.has("rate") else { throw Refusal.booksInvalid("rate") }
      }
      try line.apply(entry, exchangeRate: rate, db)
      if let order = try entry.id("salesorder_item_id") {
        guard try DocumentLine.fetchOne(db, key: order) != nil else {
          throw Refusal.booksInvalid("salesorder_item_id")
        }
        line.salesorderItemId = order
      }
      lines.append(line)
    }
    return lines
  }

  /// An own number is taken only with `ignore_auto_number_generation`, which then demands one.
  private func setNumber(of invoice: inout Invoice, _ fields: BooksFields, isNew: Bool) throws {
    let own = try fields.text("invoice_number", limit: 100) ?? ""
    if call.isTrue("ignore_auto_number_generation") {
      guard !own.isEmpty else {
        guard isNew else { return }
        throw Refusal.booksInvalid("invoice_number")
      }
      let holder = try Int64.fetchOne(
        db, sql: "SELECT invoice_id FROM books_invoices WHERE invoice_number = ?",
        arguments: [own])
      guard holder == nil || holder == invoice.invoiceId else {
        throw Refusal.books(400, 1001, "Invoice number \"\(own)\" already exists.")
      }
      invoice.invoiceNumber = own
    } else if !own.isEmpty, own != invoice.invoiceNumber {
      throw Refusal.books(
        400, 4097,
        "Invoice number is auto-generated. Set ignore_auto_number_generation to use your own.")
    } else if isNew {
      invoice.invoiceNumber = try nextNumber()
    }
  }

  private func nextNumber() throws -> String {
    let prefix = try BooksSettings.value("invoice_prefix", db)
    while true {
      let number = try BooksSettings.takeNumber("next_invoice_number", db)
      let candidate = prefix + Digits.padded(number, 6)
      let isTaken = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM books_invoices WHERE invoice_number = ?)",
        arguments: [candidate])
      if isTaken == false { return candidate }
    }
  }

  /// What the ledger says of an invoice.
  func summary(_ invoice: Invoice, _ currency: Currency) -> JSONObject {
    [
      "invoice_number": .string(invoice.invoiceNumber),
      "customer_id": .string(String(invoice.customerId)),
      "reference_number": .string(invoice.referenceNumber),
      "total": .number(Decimal(millionths: invoice.total)),
      "currency_code": .string(currency.code),
    ]
  }
}
