import Foundation
import GRDB

/// Accounts at banks, credit cards and cash: the accounts of the chart that hold money.
/// https://www.zoho.com/books/api/v3/bank-accounts/
enum BankAccounts {
  static let routes: [BooksRoute] =
    accounts.routes
    + [
      accounts.statusRoute(
        "active", to: "active", "The account has been marked as active.", replyStatus: 201),
      accounts.statusRoute(
        "inactive", to: "inactive", "The account has been marked as inactive.", replyStatus: 201),
    ]

  static let accounts = BooksResource(
    kind: "account", path: "bankaccounts", scope: "banking", title: "Account",
    keys: BooksResource.Keys(id: "account_id", one: "bankaccount", many: "bankaccounts"),
    messages: BooksResource.Messages(
      created: "The account has been created.",
      updated: "The details of the account has been updated.",
      deleted: "The account has been deleted."),
    members: [
      .text("account_name", limit: 100, required: true), .text("account_code", limit: 50),
      .reference("currency_id", .currency),
      .word("account_type", AccountType.moneyAtHand, required: true),
      .text("account_number", limit: 100), .text("bank_name", limit: 100),
      .text("routing_number", limit: 50), .text("description", limit: 500),
      .truth("is_primary_account"), .truth("is_paypal_account"), .text("paypal_type"),
      .text("paypal_email_address"),
    ],
    unique: "account_name",
    condition:
      "\(BooksRecord.column("account_type")) IN (\(AccountType.quoted(AccountType.moneyAtHand)))",
    report: "Bank Accounts", filters: ["account_name", "account_code"],
    sorts: ["account_name", "account_type", "account_code"], defaultSort: "account_name",
    prepare: { record, call, db in
      if record.text("currency_id").isEmpty {
        let code = try call.fields().text("currency_code") ?? ""
        let currency = try Currency.find(code: code, db)
        guard code.isEmpty || currency != nil else { throw Refusal.booksInvalid("currency_code") }
        record.set("currency_id", .string(String(try (currency ?? Currency.base(db)).id)))
      }
    },
    refuseDeletion: { record, _, db in
      guard !record.isTrue("is_system_account"), try !Posting.exist(on: record.id, db) else {
        throw Refusal.booksInUse("account")
      }
    },
    show: { record, json, _, db in
      let balance = try record.accountBalance(db)
      let currency = try record.accountCurrency(db)
      let waiting = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM books_records WHERE kind = '\(StatementLines.kind)'
            AND status = 'uncategorized' AND \(BooksRecord.column("account_id")) = ?
          """, arguments: [String(record.id)])
      json["status"] = nil
      json["currency_symbol"] = .string(currency.symbol)
      json["price_precision"] = JSONValue(currency.places)
      json["uncategorized_transactions"] = JSONValue(waiting ?? 0)
      json["total_unprinted_checks"] = 0
      json["is_active"] = JSONValue(record.status == "active")
      json["is_feeds_subscribed"] = false
      json["is_feeds_active"] = false
      json["balance"] = .number(balance.own)
      json["bank_balance"] = 0
      json["bcy_balance"] = .number(balance.base)
      json["refresh_status_code"] = ""
      json["feeds_last_refresh_date"] = ""
      json["service_id"] = ""
      json["is_system_account"] = JSONValue(record.isTrue("is_system_account"))
      json["is_show_warning_for_feeds_refresh"] = false
    })
}
