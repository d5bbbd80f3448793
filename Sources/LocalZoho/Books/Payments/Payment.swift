import Foundation
import GRDB

/// Money from a customer, as the row holds it.
struct Payment: Codable, FetchableRecord, PersistableRecord, Hashable {
  static let databaseTableName = "books_payments"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var paymentId: Int64
  var paymentNumber: Int64
  var customerId: Int64
  var customerName: String
  /// The customer's currency.
  var currencyId: Int64
  var exchangeRate: Int64 = 1_000_000
  var paymentMode = "cash"
  var amount: Int64 = 0
  /// What no invoice has taken: the customer's credit.
  var unusedAmount: Int64 = 0
  /// What was given back.
  var amountRefunded: Int64 = 0
  /// The retainer invoice it pays.
  var retainerId: Int64?
  /// Where it was put.
  var accountId = ""
  var bankCharges: Int64 = 0
  var date: String
  var referenceNumber = ""
  var description = ""
  var createdTime: Int64
  var lastModifiedTime: Int64

  static func find(_ id: Int64, _ db: Database) throws -> Payment {
    guard let payment = try Payment.fetchOne(db, key: id) else {
      throw Refusal.booksMissing("Payment")
    }
    return payment
  }

  func aroundSave(_ db: Database, save: () throws -> PersistenceSuccess) throws {
    _ = try save()
    try SalesPosting.post(self, db)
  }

  func aroundDelete(_ db: Database, delete: () throws -> Bool) throws {
    _ = try delete()
    try Posting.remove(of: paymentId, db)
  }

  var subject: HistoryEntry.Subject { .payment(paymentId, contact: customerId) }

  /// `banktransfer` as people read it.
  static func modeText(_ mode: String) -> String {
    let words = [
      "banktransfer": "Bank Transfer", "bankremittance": "Bank Remittance", "check": "Check",
      "cash": "Cash", "creditcard": "Credit Card", "autotransaction": "Auto Transaction",
      "others": "Others",
    ]
    return words[mode] ?? mode
  }

  /// Money that nobody put on an account waits on Undeposited Funds.
  private func accountName(_ db: Database) throws -> String {
    let account = accountId.isEmpty ? String(StandardAccounts.undepositedFunds) : accountId
    return try BooksReference.account.name(of: account, db) ?? ""
  }

  func json(_ db: Database) throws -> JSONObject {
    let currency = try Currency.find(currencyId, db) ?? Currency.base(db)
    let rate = Decimal(millionths: exchangeRate)
    let places = try Currency.base(db).places
    let applied = try Row.fetchAll(
      db,
      sql: """
        SELECT a.invoice_payment_id, a.amount_applied, i.invoice_id, i.invoice_number, i.date,
          i.due_date, i.total, i.balance
        FROM books_payment_invoices a JOIN books_invoices i USING (invoice_id)
        WHERE a.payment_id = ? ORDER BY a.invoice_payment_id
        """, arguments: [paymentId])
    var json: JSONObject = [
      "payment_id": .string(String(paymentId)), "payment_number": .string(String(paymentNumber)),
      "customer_id": .string(String(customerId)), "customer_name": .string(customerName),
      "email": .string(try ContactPerson.all(of: customerId, db).first?.email ?? ""),
      "payment_mode": .string(paymentMode),
      "payment_mode_formatted": .string(Self.modeText(paymentMode)),
      "amount": .number(Decimal(millionths: amount)),
      "bcy_amount": .number((Decimal(millionths: amount) * rate).rounded(places: places)),
      "unused_amount": .number(Decimal(millionths: unusedAmount)),
      "amount_refunded": .number(Decimal(millionths: amountRefunded)),
      "bank_charges": .number(Decimal(millionths: bankCharges)), "date": .string(date),
      "status": "success", "reference_number": .string(referenceNumber),
      "description": .string(description), "currency_id": .string(String(currencyId)),
      "currency_code": .string(currency.code), "currency_symbol": .string(currency.symbol),
      "exchange_rate": .number(rate), "account_id": .string(accountId),
      "retainerinvoice_id": .string(retainerId.map(String.init) ?? ""),
      "account_name": .string(try accountName(db)),
    ]
    json.append(
      "invoices",
      .array(
        applied.map { row in
          [
            "invoice_payment_id": .string(String(row["invoice_payment_id"] as Int64)),
            "invoice_id": .string(String(row["invoice_id"] as Int64)),
            "invoice_number": .string(row["invoice_number"]), "date": .string(row["date"]),
            "due_date": .string(row["due_date"]),
            "invoice_amount": .number(Decimal(millionths: row["total"])),
            "amount_applied": .number(Decimal(millionths: row["amount_applied"])),
            "tax_amount_withheld": 0,
            "balance_amount": .number(Decimal(millionths: row["balance"])),
          ]
        }))
    try CustomValues(.payment, db).append(CustomValues.values(of: paymentId, db), to: &json)
    json.append("created_time", .string(Contact.time(createdTime)))
    json.append("last_modified_time", .string(Contact.time(lastModifiedTime)))
    return json
  }
}
