import Foundation
import GRDB

/// The lines of what is bought: each on an account, and perhaps for a customer or a project.
enum PurchaseLines {
  static let particulars: [DocumentKind.Particular] = [
    .init("account_id", .id), .init("customer_id", .id), .init("project_id", .id),
    .init("is_billable", .truth, initial: false), .init("purchaseorder_item_id", .id),
    .init("tax_exemption_id", .id),
  ]

  /// The account of a line: its own, the one its item is bought on, or that of goods sold.
  static func account(_ line: DocumentLine, _ db: Database) throws -> Int64 {
    if let own = try line[particular: "account_id"]?.stringValue.flatMap({ Int64($0) }) {
      return own
    }
    let bought = try line.itemId.flatMap {
      try String.fetchOne(
        db,
        sql:
          "SELECT json_extract(extra, '$.purchase_account_id') FROM books_items WHERE item_id = ?",
        arguments: [$0])
    }
    return bought.flatMap { Int64($0) } ?? StandardAccounts.costOfGoodsSold
  }

  /// The lines with the names of what they point to.
  static func json(of document: Document, _ db: Database) throws -> JSONValue {
    .array(
      try DocumentLine.all(of: document.documentId, db).map { line in
        var json = try line.json(exchangeRate: document.exchangeRate)
        for member in try JSONValue(parsing: line.particulars).objectValue?.members ?? [] {
          json[member.name] = member.value
        }
        let account = String(try account(line, db))
        json["account_id"] = .string(account)
        json["account_name"] = .string(try BooksReference.account.name(of: account, db) ?? "")
        for (name, reference) in [
          ("customer_id", BooksReference.customer), ("project_id", BooksReference.project),
        ] {
          let id = json[name]?.stringValue ?? ""
          json[reference.nameMember(of: name)] = .string(
            try id.isEmpty ? "" : reference.name(of: id, db) ?? "")
        }
        return .object(json)
      })
  }
}

/// What bills and vendor credits do to the accounts.
enum PurchasePosting {
  enum Side: Decimal {
    case owed = 1
    case credited = -1
  }

  /// - Throws: code 2 for a line on an account that is not there.
  static func post(_ document: Document, side: Side, _ db: Database) throws {
    let base = try Currency.base(db)
    let rate = Decimal(millionths: document.exchangeRate)
    func posting(_ account: Int64, _ amount: Decimal) -> Posting {
      Posting(account, debit: amount * side.rawValue, rate: rate, places: base.places)
    }
    var postings: [Posting] = []
    for line in try DocumentLine.all(of: document.documentId, db) {
      let account = try PurchaseLines.account(line, db)
      guard try BooksRecord.find(account, "account", db) != nil else {
        throw Refusal.booksInvalid("account_id")
      }
      postings.append(posting(account, Decimal(millionths: line.itemTotal)))
    }
    let tax = Decimal(millionths: document.taxTotal)
    let total = Decimal(millionths: document.total)
    let lines = postings.reduce(Decimal(0)) { $0 + Decimal(millionths: $1.debit) } * side.rawValue
    postings.append(posting(StandardAccounts.taxPayable, tax))
    postings.append(posting(StandardAccounts.costOfGoodsSold, total - tax - lines))
    postings.append(posting(StandardAccounts.payable, -total))
    try Posting.replace(
      of: document.documentId, document.kind, on: document.date,
      with: document.state == "open" ? postings : [], db)
  }
}
