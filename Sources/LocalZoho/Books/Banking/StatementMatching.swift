import Foundation
import GRDB

/// What becomes of a statement's line: matched with what the books have, left out, or entered into
/// the books. https://www.zoho.com/books/api/v3/bank-transactions/
enum StatementMatching {
  private static let line = "banktransactions/uncategorized/{transaction_id}"

  static let routes = [
    BooksRoute("GET", line + "/match", "banking.READ", candidates),
    BooksRoute("POST", line + "/match", "banking.CREATE", match),
    BooksRoute("POST", "banktransactions/{transaction_id}/unmatch", "banking.CREATE", unmatch),
    BooksRoute("POST", line + "/exclude", "banking.CREATE") { call in
      try move(
        call, from: "uncategorized", to: "excluded", "The transaction has been excluded.")
    },
    BooksRoute("POST", line + "/restore", "banking.CREATE") { call in
      try move(
        call, from: "excluded", to: "uncategorized",
        "The excluded transaction(s) have been restored.")
    },
  ]

  /// What the books have on the line's account on its side, the likeliest first.
  private static func candidates(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("transaction_id", of: "Transaction")
    var list = BooksList(
      call.query, sorts: ["date": "date"], defaultSort: "date", descending: true, tiebreak: "id")
    try list.filter("transaction_type", .word("transaction_type"))
    try list.filter("date", .day("date"))
    try list.filter("reference_number", .text("reference_number"))
    for (name, comparison) in [("amount_start", ">="), ("amount_end", "<=")] {
      guard let text = call.query[name], !text.isEmpty else { continue }
      guard case .number(let number)? = try? JSONValue(parsing: text),
        let amount = number.millionths
      else { throw Refusal.booksInvalid(name) }
      list.require("amount \(comparison) ?", [amount])
    }
    return try call.read { db in
      let line = try StatementLines.find(id, db)
      list.require(
        "status = 'manually_added' AND account_id = ? AND side = ?",
        [line.id("account_id"), line.isMoneyIn ? "debit" : "credit"])
      let amount = line.number("amount").millionths ?? 0
      let page = try list.rows(select: BankTransactionList.source, db)
      let rows =
        page.rows.filter { $0["amount"] == amount }
        + page.rows.filter { $0["amount"] != amount }
      let found = try rows.map { row -> JSONValue in
        let contact = (row["customer_id"] as String) + (row["vendor_id"] as String)
        return [
          "transaction_id": .string(String(row["id"] as Int64)), "date": .string(row["date"]),
          "transaction_type": .string(row["transaction_type"]),
          "reference_number": .string(row["reference_number"]),
          "amount": .number(Decimal(millionths: row["amount"])),
          "debit_or_credit": .string(row["side"]), "transaction_number": "",
          "is_paid_via_print_check": false,
          "contact_name": .string(try BooksReference.contact.name(of: contact, db) ?? ""),
          "is_best_match": JSONValue(row["amount"] as Int64 == amount),
        ]
      }
      return BooksCall.success([
        "matching_transactions": .array(found),
        "page_context": list.context(hasMore: page.hasMore, report: "Match Transactions"),
      ])
    }
  }

  /// - Throws: code 2 when the chosen do not come to the line's amount.
  private static func match(_ call: BooksCall) throws -> ZohoReply {
    let chosen = try (call.fields().objects("transactions_to_be_matched") ?? []).map {
      guard let id = try $0.id("transaction_id") else {
        throw Refusal.booksInvalid("transactions_to_be_matched")
      }
      return id
    }
    guard !chosen.isEmpty else { throw Refusal.booksInvalid("transactions_to_be_matched") }
    try change(call, from: "uncategorized") { line, db in
      var sum: Int64 = 0
      for id in chosen {
        guard try BankTransactions.lines(of: id, db).isEmpty else {
          throw Refusal.books(400, 1003, "The transaction is already matched.")
        }
        sum +=
          try Int64.fetchOne(
            db,
            sql: """
              SELECT coalesce(sum(debit), 0) FROM books_postings
              WHERE source_id = ? AND account_id = ?
              """, arguments: [id, line.id("account_id")]) ?? 0
      }
      let amount = line.number("amount").millionths ?? 0
      guard sum == (line.isMoneyIn ? amount : -amount) else {
        throw Refusal.books(
          400, 2, "The amount of the selected transactions does not match the statement line.")
      }
      line.match(chosen, as: "matched")
    }
    return BooksCall.success("The transaction has been matched.", status: 201)
  }

  private static func unmatch(_ call: BooksCall) throws -> ZohoReply {
    try release(call, "matched") { _, _ in }
    return BooksCall.success("The transaction has been unmatched.", status: 201)
  }

  private static func move(
    _ call: BooksCall, from old: String, to new: String, _ message: String
  ) throws -> ZohoReply {
    try change(call, from: old) { line, _ in line.status = new }
    return BooksCall.success(message, status: 201)
  }

  /// Changes a line that has a status.
  static func change(
    _ call: BooksCall, from status: String, _ body: (inout BooksRecord, Database) throws -> Void
  ) throws {
    try call.write { db in
      let parameter =
        call.parameters["transaction_id"] == nil ? "statement_line_id" : "transaction_id"
      var line = try StatementLines.find(call.id(parameter, of: "Transaction"), db)
      guard line.status == status else {
        throw Refusal.books(400, 1003, "The transaction is \(line.status).")
      }
      line.modified = Int64(call.now.timeIntervalSince1970)
      try body(&line, db)
      try line.save(db)
      try call.record(
        .changed, "banktransactions", line.id, ["status": .string(line.status)], db)
    }
  }

  /// Frees a line named by its own id or by that of the transaction it stands for.
  static func release(
    _ call: BooksCall, _ status: String, _ body: (BooksRecord, Database) throws -> Void
  ) throws {
    try call.write { db in
      let id = try call.id("transaction_id", of: "Transaction")
      let found =
        try BooksRecord.find(id, StatementLines.kind, db)
        ?? BankTransactions.lines(of: id, db).first
      guard var line = found, line.status == status else {
        throw Refusal.booksMissing("Transaction")
      }
      try body(line, db)
      line.match([], as: "uncategorized")
      line.modified = Int64(call.now.timeIntervalSince1970)
      try line.save(db)
      try call.record(.changed, "banktransactions", line.id, ["status": "uncategorized"], db)
    }
  }
}
