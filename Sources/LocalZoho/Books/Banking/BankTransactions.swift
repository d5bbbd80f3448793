import Foundation
import GRDB

/// Money that moves between accounts, entered by hand.
/// https://www.zoho.com/books/api/v3/bank-transactions/
enum BankTransactions {
  static let kind = "bank_transaction"

  static let routes: [BooksRoute] =
    [
      BooksRoute("GET", "banktransactions", "banking.READ", BankTransactionList.list),
      transactions.createRoute,
    ] + transactions.recordRoutes

  static let transactions = BooksResource(
    kind: kind, path: "banktransactions", scope: "banking", title: "Transaction",
    keys: BooksResource.Keys(
      id: "transaction_id", one: "banktransaction", many: "banktransactions"),
    messages: BooksResource.Messages(
      created: "The bank transaction has been recorded.",
      updated: "The bank transaction has been updated.",
      deleted: "The transaction has been deleted."),
    members: [
      .reference("from_account_id", .account), .reference("to_account_id", .account),
      .word("transaction_type", types, required: true),
      .reference("currency_id", .currency), .text("payment_mode"),
      .number("exchange_rate", 0...1_000_000), .day("date"), .reference("customer_id", .customer),
      .reference("vendor_id", .vendor), .text("reference_number", limit: 100),
      .text("description", limit: 500), .number("bank_charges"), .reference("tax_id", .tax),
      .truth("is_inclusive_tax"), .number("amount", 0...1_000_000_000_000),
    ],
    firstStatus: "manually_added",
    prepare: complete, settle: post,
    refuseDeletion: { record, _, db in
      guard try lines(of: record.id, db).isEmpty else {
        throw Refusal.books(400, 1003, "Uncategorize the transaction before you delete it.")
      }
    },
    show: { record, json, _, db in
      let currency = try record.id("currency_id").flatMap { try Currency.find($0, db) }
      let amount = record.number("amount")
      let base = (amount * record.number("exchange_rate")).rounded(places: 2)
      json["sub_total"] = .number(amount)
      json["total"] = .number(amount)
      json["bcy_total"] = .number(base)
      json["tax_amount"] = 0
      json["tax_percentage"] = 0
      json["documents"] = []
      json["tags"] = []
      json["currency_symbol"] = .string(currency?.symbol ?? "")
      json["imported_transactions"] = .array(
        try lines(of: record.id, db).map { line in
          [
            "imported_transaction_id": .number(Decimal(line.id)),
            "date": .string(line.text("date")), "amount": .number(line.number("amount")),
            "payee": .string(line.text("payee")),
            "description": .string(line.text("description")),
            "reference_number": .string(line.text("reference_number")),
            "status": .string(line.status),
            "account_id": .number(Decimal(line.id("account_id") ?? 0)),
          ]
        })
      json["line_items"] = []
    })

  static let types = [
    "deposit", "refund", "transfer_fund", "card_payment", "sales_without_invoices",
    "expense_refund", "owner_contribution", "interest_income", "other_income", "owner_drawings",
    "sales_return",
  ]

  /// The lines of statements that stand for a transaction.
  static func lines(of transaction: Int64, _ db: Database) throws -> [BooksRecord] {
    try BooksRecord.all(
      StatementLines.kind,
      where: "EXISTS (SELECT 1 FROM json_each(members, '$.transactions') WHERE value = ?)",
      [String(transaction)], db)
  }

  private static let complete: BooksResource.Step = { record, call, db in
    let from = record.id("from_account_id")
    let to = record.id("to_account_id")
    guard from != nil || to != nil else { throw Refusal.booksInvalid("to_account_id") }
    guard from != to else { throw Refusal.booksInvalid("from_account_id") }
    let accounts = try [from, to].compactMap { $0 }.compactMap {
      try BooksRecord.find($0, "account", db)
    }
    guard
      let money = accounts.first(where: {
        AccountType.moneyAtHand.contains($0.text("account_type"))
      })
    else {
      throw Refusal.booksInvalid(to == nil ? "from_account_id" : "to_account_id")
    }
    guard record.number("amount") > 0 else { throw Refusal.booksInvalid("amount") }
    if record.text("date").isEmpty { record.set("date", .string(call.today.description)) }
    try record.completeCurrency(of: money.accountCurrency(db), on: "date", db)
  }

  private static let post: BooksResource.Step = { record, _, db in
    let base = try Currency.base(db)
    let rate = record.number("exchange_rate")
    let amount = record.number("amount")
    let charges = record.number("bank_charges")
    let from = record.id("from_account_id")
    let to = record.id("to_account_id")
    var postings = [
      Posting(
        to ?? StandardAccounts.openingBalanceOffset, debit: amount, rate: rate,
        places: base.places),
      Posting(
        from ?? StandardAccounts.openingBalanceOffset, debit: -amount, rate: rate,
        places: base.places),
    ]
    if charges > 0, let money = to ?? from {
      postings.append(
        Posting(StandardAccounts.bankCharges, debit: charges, rate: rate, places: base.places))
      postings.append(Posting(money, debit: -charges, rate: rate, places: base.places))
    }
    try Posting.replace(of: record.id, kind, on: record.text("date"), with: postings, db)
  }
}

extension BooksRecord {
  /// Fills in the currency and its rate of the day, where nobody said.
  mutating func completeCurrency(of usual: Currency, on day: String, _ db: Database) throws {
    if text("currency_id").isEmpty { set("currency_id", .string(String(usual.id))) }
    guard number("exchange_rate") == 0 else { return }
    let currency = try id("currency_id").flatMap { try Currency.find($0, db) } ?? usual
    guard let date = self.day(day) else { return }
    set("exchange_rate", .number(try currency.exchangeRate(on: date, db)))
  }
}
