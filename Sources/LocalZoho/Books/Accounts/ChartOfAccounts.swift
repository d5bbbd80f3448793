import Foundation
import GRDB

/// The chart of accounts. https://www.zoho.com/books/api/v3/chart-of-accounts/
enum ChartOfAccounts {
  static let routes: [BooksRoute] =
    accounts.routes
    + [
      accounts.statusRoute(
        "active", to: "active", "The account has been marked as active.", replyStatus: 201),
      accounts.statusRoute(
        "inactive", to: "inactive", "The account has been marked as inactive.", replyStatus: 201,
        when: refuseSystem),
      BooksRoute("GET", "chartofaccounts/transactions", "accountants.READ", transactions),
      BooksRoute(
        "DELETE", "chartofaccounts/transactions/{transaction_id}", "accountants.DELETE",
        deleteTransaction),
    ]

  static let accounts = BooksResource(
    kind: "account", path: "chartofaccounts", scope: "accountants", title: "Account",
    keys: BooksResource.Keys(
      id: "account_id", one: "chart_of_account", many: "chartofaccounts", isFlat: true),
    messages: BooksResource.Messages(
      created: "The account has been created.",
      updated: "The details of the account have been updated.",
      deleted: "The account has been deleted."),
    members: [
      .text("account_name", limit: 100, required: true), .text("account_code", limit: 50),
      .word("account_type", AccountType.all, required: true),
      .reference("currency_id", .currency), .text("description", limit: 500),
      .truth("show_on_dashboard"), .truth("can_show_in_ze", initial: true),
      .truth("include_in_vat_return"), .reference("parent_account_id", .account),
    ],
    unique: "account_name", report: "Chart of Accounts",
    filters: ["account_name", "account_code"], sorts: ["account_name", "account_type"],
    filterBy: filterBy, defaultSort: "account_name",
    prepare: { record, call, db in
      if record.isTrue("is_system_account"), call.request.method == "PUT" {
        throw Refusal.books(400, 1003, "System accounts cannot be edited.")
      }
      if record.text("currency_id").isEmpty {
        record.set("currency_id", .string(String(try Currency.base(db).id)))
      }
      if record.id("parent_account_id") == record.id {
        throw Refusal.booksInvalid("parent_account_id")
      }
    },
    refuseDeletion: { record, call, db in
      try refuseSystem(&record, call, db)
      guard try !Posting.exist(on: record.id, db) else { throw Refusal.booksInUse("account") }
    },
    show: show)

  private static let filterBy: [String: String] = {
    var conditions = [
      "AccountType.Active": "status = 'active'", "AccountType.Inactive": "status = 'inactive'",
    ]
    for (group, types) in AccountType.byGroup {
      conditions["AccountType.\(group)"] =
        "\(BooksRecord.column("account_type")) IN (\(AccountType.quoted(types)))"
    }
    return conditions
  }()

  private static let refuseSystem: BooksResource.Step = { record, _, _ in
    guard !record.isTrue("is_system_account") else {
      throw Refusal.books(400, 1003, "System accounts cannot be deleted or made inactive.")
    }
  }

  private static let show: BooksResource.Showing = { record, json, call, db in
    let balance = try record.accountBalance(db)
    let children = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM books_records
        WHERE kind = 'account' AND \(BooksRecord.column("parent_account_id")) = ?
        """, arguments: [String(record.id)])
    json["status"] = nil
    json["is_active"] = JSONValue(record.status == "active")
    json["is_system_account"] = JSONValue(record.isTrue("is_system_account"))
    json["is_user_created"] = JSONValue(!record.isTrue("is_system_account"))
    json["is_standalone_account"] = false
    json["is_involved_in_transaction"] = JSONValue(try Posting.exist(on: record.id, db))
    json["closing_balance"] = .number(balance.own)
    if call.isTrue("showbalance") { json["current_balance"] = .number(balance.own) }
    json["depth"] = .string(record.text("parent_account_id").isEmpty ? "0" : "1")
    json["is_child_present"] = .string(children == 0 ? "false" : "true")
    json["child_count"] = .string(String(children ?? 0))
    json["has_attachment"] = false
    json["documents"] = []
    json["custom_fields"] = []
  }

  /// What documents have posted to an account.
  private static func transactions(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query, sorts: ["date": "date", "transaction_date": "date"], defaultSort: "date",
      descending: true, tiebreak: "posting_id")
    try list.filter("account_id", .id("account_id"))
    try list.filter("date", .day("date"))
    try list.filter("amount", .amount("abs(debit)"))
    try list.filter("transaction_type", .word("source_kind"))
    return try call.read { db in
      let page = try list.rows(select: "SELECT * FROM books_postings", db)
      let transactions = try page.rows.map { row -> JSONValue in
        let account = try BooksRecord.find(row["account_id"], "account", db)
        let currency = try account?.accountCurrency(db) ?? Currency.base(db)
        let source = try PostingSource.find(
          row["source_id"], row["source_kind"], on: call.today, db)
        let debit = Decimal(millionths: currency.isBase ? row["bcy_debit"] : row["debit"])
        let payee =
          try source.contact.isEmpty
          ? "" : BooksReference.contact.name(of: source.contact, db) ?? ""
        let id = String(row["source_id"] as Int64)
        return [
          "categorized_transaction_id": .string(String(row["posting_id"] as Int64)),
          "transaction_type": .string(row["source_kind"]),
          "transaction_status": .string(source.status), "transaction_source": "",
          "transaction_id": .string(id), "transaction_date": .string(row["date"]),
          "account_id": .string(String(row["account_id"] as Int64)),
          "customer_id": .string(source.contact), "payee": .string(payee),
          "description": .string(source.description),
          "entry_number": .string(source.number),
          "currency_id": .string(String(currency.id)), "currency_code": .string(currency.code),
          "debit_or_credit": debit < 0 ? "credit" : "debit", "offset_account_name": "",
          "reference_number": .string(source.reference),
          "reconcile_status": "",
          "debit_amount": .string(debit > 0 ? "\(debit)" : ""),
          "credit_amount": debit < 0 ? .number(-debit) : 0,
        ]
      }
      return BooksCall.success([
        "transactions": .array(transactions),
        "page_context": list.context(hasMore: page.hasMore, report: "Account Transactions"),
      ])
    }
  }

  /// Deletes a transaction that a person entered by hand; others go with their documents.
  private static func deleteTransaction(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("transaction_id", of: "Transaction")
    try call.write { db in
      guard let record = try BooksRecord.find(id, BankTransactions.kind, db) else {
        throw Refusal.booksMissing("Transaction")
      }
      try record.delete(db)
      try call.record(.deleted, "banktransactions", id, JSONObject(), db)
    }
    return BooksCall.success("The transaction has been deleted.")
  }
}
