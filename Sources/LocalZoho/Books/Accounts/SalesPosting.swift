import Foundation
import GRDB

/// What sales do to the accounts. What a customer owes is on Accounts Receivable; a payment moves it
/// to the account the money went to.
enum SalesPosting {
  /// An invoice that was sent: the customer owes it, income and tax rise by it; what is written off
  /// is owed no more and a bad debt.
  static func post(_ invoice: Invoice, _ db: Database) throws {
    let isOpen = invoice.state == .sent
    var postings = isOpen ? try sale(invoice, sign: 1, db) : []
    if isOpen, invoice.writeOffAmount != 0 {
      let lost = Decimal(millionths: invoice.writeOffAmount)
      let rate = Decimal(millionths: invoice.exchangeRate)
      let places = try Currency.base(db).places
      postings += [
        Posting(StandardAccounts.badDebt, debit: lost, rate: rate, places: places),
        Posting(StandardAccounts.receivable, debit: -lost, rate: rate, places: places),
      ]
    }
    try Posting.replace(
      of: invoice.invoiceId, "invoice", on: invoice.date, with: postings, db)
  }

  /// A credit note that is open takes a sale back. Purchases post by their lines' accounts.
  static func post(_ document: Document, _ db: Database) throws {
    guard document.kind == DocumentKind.creditNote.name else { return }
    try Posting.replace(
      of: document.documentId, document.kind, on: document.date,
      with: document.state == "open" ? try sale(document, sign: -1, db) : [], db)
  }

  private static func sale(
    _ document: some BilledDocument, sign: Decimal, _ db: Database
  ) throws -> [Posting] {
    let places = try Currency.base(db).places
    let rate = Decimal(millionths: document.exchangeRate)
    let total = Decimal(millionths: document.total) * sign
    let tax = Decimal(millionths: document.taxTotal) * sign
    let owed = Posting(StandardAccounts.receivable, debit: total, rate: rate, places: places)
    let taxed = Posting(StandardAccounts.taxPayable, debit: -tax, rate: rate, places: places)
    var income = Posting(StandardAccounts.sales, debit: tax - total, rate: rate, places: places)
    // What rounding leaves is income, so that both sides agree in the base currency.
    income.baseDebit = -owed.baseDebit - taxed.baseDebit
    return [owed, income, taxed]
  }

  /// A payment: money on its account, less owed. What its invoices were worth at their own rates is
  /// owed no more; the difference is gained or lost.
  static func post(_ payment: Payment, _ db: Database) throws {
    let places = try Currency.base(db).places
    let rate = Decimal(millionths: payment.exchangeRate)
    let amount = Decimal(millionths: payment.amount)
    let charges = Decimal(millionths: payment.bankCharges)
    let received = Posting(
      Int64(payment.accountId) ?? StandardAccounts.undepositedFunds, debit: amount - charges,
      rate: rate, places: places)
    let charged = Posting(
      StandardAccounts.bankCharges, debit: charges, rate: rate, places: places)
    let applied = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.amount_applied, i.exchange_rate
          FROM books_payment_invoices a JOIN books_invoices i USING (invoice_id)
          WHERE a.payment_id = ?
          """), arguments: [payment.paymentId]
    ).map { (amount: Decimal(millionths: $0[0]), rate: Decimal(millionths: $0[1])) }
    let rest = amount - applied.reduce(0) { $0 + $1.amount }
    let worth = (applied + [(amount: rest, rate: rate)]).reduce(Decimal(0)) {
      $0 + ($1.amount * $1.rate).rounded(places: places)
    }
    var settled = Posting(StandardAccounts.receivable, debit: -amount)
    settled.baseDebit = -(worth.millionths ?? 0)
    let gained = Posting(
      StandardAccounts.exchangeGainOrLoss, debit: 0,
      baseDebit: -received.baseDebit - charged.baseDebit - settled.baseDebit)
    try Posting.replace(
      of: payment.paymentId, paymentKind, on: payment.date,
      with: [received, charged, settled, gained], db)
  }

  static let paymentKind = "customer_payment"

  /// Money given back of a payment or a credit: the customer owes it again.
  static func post(_ refund: Refund, _ side: RefundCalls.Side, _ db: Database) throws {
    let rate = Decimal(millionths: refund.exchangeRate)
    let amount = Decimal(millionths: refund.amount) * side.sign
    let places = try Currency.base(db).places
    try Posting.replace(
      of: refund.refundId, side.kind, on: refund.date,
      with: [
        Posting(side.account, debit: amount, rate: rate, places: places),
        Posting(
          Int64(refund.accountId) ?? StandardAccounts.undepositedFunds, debit: -amount,
          rate: rate, places: places),
      ], db)
  }

  /// For databases of a version that did not post sales.
  static let migration = ZohoStore.Migration(name: "books 4: sales on the accounts") { db in
    try StandardAccounts.insert(db)
    for invoice in try Invoice.fetchAll(db) { try post(invoice, db) }
    for document in try Document.fetchAll(db) { try post(document, db) }
    for payment in try Payment.fetchAll(db) { try post(payment, db) }
  }
}
