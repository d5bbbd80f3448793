import Foundation
import GRDB

/// What moves on accounts that hold money: what documents have posted there, and the lines of
/// statements that are in no document yet.
enum BankTransactionList {
  static let source = """
    SELECT * FROM (
      SELECT p.source_id AS id, p.source_kind AS transaction_type, p.date AS date,
        abs(p.debit) AS amount, iif(p.debit < 0, 'credit', 'debit') AS side,
        p.account_id AS account_id,
        coalesce((SELECT l.status FROM books_records l, json_each(l.members, '$.transactions') t
          WHERE l.kind = '\(StatementLines.kind)' AND t.value = CAST(p.source_id AS TEXT)),
          'manually_added') AS status,
        coalesce(json_extract(r.members, '$.reference_number'), '') AS reference_number,
        coalesce(json_extract(r.members, '$.description'), '') AS description,
        coalesce(json_extract(r.members, '$.customer_id'), '') AS customer_id,
        coalesce(json_extract(r.members, '$.vendor_id'), '') AS vendor_id, '' AS payee
      FROM books_postings p LEFT JOIN books_records r ON r.record_id = p.source_id
      WHERE p.account_id IN (SELECT record_id FROM books_records WHERE kind = 'account'
        AND json_extract(members, '$.account_type')
          IN (\(AccountType.quoted(AccountType.moneyAtHand))))
      UNION ALL
      SELECT record_id, '', json_extract(members, '$.date'),
        CAST(round(json_extract(members, '$.amount') * 1000000) AS INTEGER),
        iif(json_extract(members, '$.debit_or_credit') = 'credit', 'debit', 'credit'),
        CAST(json_extract(members, '$.account_id') AS INTEGER), status,
        json_extract(members, '$.reference_number'), json_extract(members, '$.description'),
        '', '', json_extract(members, '$.payee')
      FROM books_records
      WHERE kind = '\(StatementLines.kind)' AND status IN ('uncategorized', 'excluded'))
    """

  static func list(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query, sorts: ["date": "date"], defaultSort: "date", descending: true, tiebreak: "id")
    try list.filter("account_id", .id("account_id"))
    try list.filter("transaction_type", .word("transaction_type"))
    try list.filter("date", .day("date"))
    try list.filter("amount", .amount("amount"))
    try list.filter("reference_number", .text("reference_number"))
    try list.filter("search_text", .anywhere(["payee", "description", "reference_number"]))
    let filter = call.query["filter_by"] ?? ""
    let words = [
      "Status.Uncategorized": "uncategorized", "Status.Categorized": "categorized",
      "Status.ManuallyAdded": "manually_added", "Status.Excluded": "excluded",
      "Status.Matched": "matched",
    ]
    let status =
      words[filter] ?? call.query["status"] ?? call.query["transaction_status"] ?? ""
    if !status.isEmpty, status.lowercased() != "all" {
      list.require("status = ?", [status])
    }
    return try call.read { db in
      let page = try list.rows(select: source, db)
      let rules = try BooksRecord.all(BankRules.kind, db)
      return BooksCall.success([
        "banktransactions": .array(try page.rows.map { try json($0, rules, db) }),
        "page_context": list.context(
          hasMore: page.hasMore, report: "Bank Transactions",
          appliedFilter: filter.isEmpty ? "Status.All" : filter),
      ])
    }
  }

  private static func json(
    _ row: Row, _ rules: [BooksRecord], _ db: Database
  ) throws -> JSONValue {
    let account = try BooksRecord.find(row["account_id"], "account", db)
    let currency = try account?.accountCurrency(db) ?? Currency.base(db)
    let customer: String = row["customer_id"]
    let contact = customer.isEmpty ? row["vendor_id"] as String : customer
    let payee: String = row["payee"]
    let id: Int64 = row["id"]
    let line = try BooksRecord.find(id, StatementLines.kind, db)
    let rule = line.flatMap { line in rules.first { BankRules.applies($0, to: line) } }
    let offset = line == nil ? try Self.offset(of: id, except: row["account_id"], db) : ""
    return [
      "transaction_id": .string(String(id)), "date": .string(row["date"]),
      "amount": .number(Decimal(millionths: row["amount"])),
      "transaction_type": .string(row["transaction_type"]), "status": .string(row["status"]),
      "source": .string(line == nil ? "manually_added" : "statement"),
      "account_id": .string(String(row["account_id"] as Int64)),
      "account_name": .string(account?.text("account_name") ?? ""),
      "account_type": .string(account?.text("account_type") ?? ""),
      "price_precision": JSONValue(currency.places), "customer_id": .string(contact),
      "payee": .string(
        try payee.isEmpty ? BooksReference.contact.name(of: contact, db) ?? "" : payee),
      "is_paid_via_print_check": false, "description": .string(row["description"]),
      "currency_id": .string(String(currency.id)), "currency_code": .string(currency.code),
      "currency_symbol": .string(currency.symbol), "debit_or_credit": .string(row["side"]),
      "offset_account_name": .string(offset), "is_offsetaccount_matched": false,
      "reference_number": .string(row["reference_number"]),
      "imported_transaction_id": line == nil ? 0 : .number(Decimal(id)),
      "is_rule_exist": JSONValue(rule != nil),
      "rule_details": rule.map { [.string($0.text("rule_name"))] } ?? [],
    ]
  }

  /// The account on the other side of what a document posted.
  private static func offset(
    of source: Int64, except account: Int64, _ db: Database
  ) throws -> String {
    let other = try Int64.fetchOne(
      db,
      sql: """
        SELECT account_id FROM books_postings WHERE source_id = ? AND account_id <> ?
        ORDER BY abs(debit) DESC
        """, arguments: [source, account])
    return try other.flatMap { try BooksReference.account.name(of: String($0), db) } ?? ""
  }
}
