import Foundation
import GRDB

/// Lines of imported bank statements, which wait to be matched with what the books have, to be
/// entered into them, or to be left out. A bank's credit is money that came in, which the books have
/// on the debit side. https://www.zoho.com/books/api/v3/bank-accounts/
enum StatementLines {
  static let kind = "statement_line"

  static let routes = [
    BooksRoute("POST", "bankstatements", "banking.CREATE", importStatement),
    BooksRoute(
      "GET", "bankaccounts/{account_id}/statement/lastimported", "banking.READ", lastImported),
    BooksRoute(
      "DELETE", "bankaccounts/{account_id}/statement/{statement_id}", "banking.DELETE", delete),
  ]

  private static let members: [RecordMember] = [
    .day("date", required: true), .word("debit_or_credit", ["credit", "debit"], required: true),
    .number("amount", required: true), .text("payee", limit: 500), .text("description"),
    .text("reference_number", limit: 100), .text("transaction_id", limit: 100),
  ]

  /// The line of that id.
  static func find(_ id: Int64, _ db: Database) throws -> BooksRecord {
    guard let line = try BooksRecord.find(id, kind, db) else {
      throw Refusal.booksMissing("Transaction")
    }
    return line
  }

  private static func importStatement(_ call: BooksCall) throws -> ZohoReply {
    let body = try call.fields()
    guard let lines = try body.objects("transactions"), !lines.isEmpty else {
      throw Refusal.booksInvalid("transactions")
    }
    guard let account = try body.id("account_id") else { throw Refusal.booksInvalid("account_id") }
    let now = Int64(call.now.timeIntervalSince1970)
    try call.write { db in
      _ = try BankAccounts.accounts.find(account, db)
      var statement = BooksRecord(
        id: try BooksStart.nextID(db), kind: "statement", parent: account, created: now)
      var days: [String] = []
      for fields in lines {
        var line = BooksRecord(
          id: try BooksStart.nextID(db), kind: kind, parent: statement.id,
          status: "uncategorized", created: now)
        try members.fill(&line.members, from: fields, db)
        line.set("account_id", .string(String(account)))
        days.append(line.text("date"))
        try line.save(db)
      }
      statement.set(
        "from_date", .string(try body.day("start_date")?.description ?? days.min() ?? ""))
      statement.set("to_date", .string(try body.day("end_date")?.description ?? days.max() ?? ""))
      try statement.save(db)
      try call.record(
        .created, "bankstatements", statement.id, ["transactions": JSONValue(lines.count)], db)
    }
    return BooksCall.success("Your bank statement has been imported.", status: 201)
  }

  private static func lastImported(_ call: BooksCall) throws -> ZohoReply {
    try call.read { db in
      let account = try BankAccounts.accounts.find(call, db)
      guard let statement = try statements(of: account, db).last else {
        throw Refusal.booksMissing("Statement")
      }
      let lines = try BooksRecord.all(kind, where: "parent_id = ?", [statement.id], db)
      return BooksCall.success([
        "statement": [
          [
            "statement_id": .string(String(statement.id)),
            "from_date": .string(statement.text("from_date")),
            "to_date": .string(statement.text("to_date")), "source": "csv",
            "transactions": .array(lines.map(json)),
          ]
        ]
      ])
    }
  }

  private static func json(_ line: BooksRecord) -> JSONValue {
    [
      "transaction_id": .string(String(line.id)),
      "debit_or_credit": .string(line.text("debit_or_credit")),
      "date": .string(line.text("date")), "customer_id": "", "payee": .string(line.text("payee")),
      "reference_number": .string(line.text("reference_number")), "transaction_type": "statement",
      "amount": .number(line.number("amount")), "status": .string(line.status),
    ]
  }

  /// Takes back the statement imported last, while nothing of it is in the books.
  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let account = try BankAccounts.accounts.find(call, db)
      let id = try call.id("statement_id", of: "Statement")
      guard let statement = try statements(of: account, db).last, statement.id == id else {
        throw Refusal.booksMissing("Statement")
      }
      let used = try BooksRecord.all(
        kind, where: "parent_id = ? AND status IN ('matched', 'categorized')", [id], db)
      guard used.isEmpty else {
        throw Refusal.books(
          400, 1003, "The statement cannot be deleted as some transactions are categorized.")
      }
      try statement.delete(db)
      try call.record(.deleted, "bankstatements", id, JSONObject(), db)
    }
    return BooksCall.success("You have successfully deleted the last imported statement.")
  }

  private static func statements(
    of account: BooksRecord, _ db: Database
  ) throws -> [BooksRecord] {
    try BooksRecord.all("statement", where: "parent_id = ?", [account.id], db)
  }
}

extension BooksRecord {
  /// Whether a statement's line is money that came in.
  var isMoneyIn: Bool { text("debit_or_credit") == "credit" }

  /// The transactions of the books that a statement's line stands for.
  var matched: [Int64] {
    members["transactions"]?.arrayValue?.compactMap { $0.stringValue.flatMap { Int64($0) } } ?? []
  }

  mutating func match(_ ids: [Int64], as status: String) {
    self.status = status
    set("transactions", .array(ids.map { .string(String($0)) }))
  }
}
