import Foundation
import GRDB

/// The arithmetic of an expense, and what it does to the accounts.
enum ExpenseSums {
  /// Works out tax and totals; an itemised expense is the sum of its items.
  /// - Throws: code 2 where it has no account, no amount, or bills a customer it does not name.
  static func complete(_ record: inout BooksRecord, day: String, _ db: Database) throws {
    guard record.day(day) != nil else { throw Refusal.booksInvalid(day) }
    guard !record.text("paid_through_account_id").isEmpty || record.kind != "expense" else {
      throw Refusal.booksInvalid("paid_through_account_id")
    }
    guard !record.isTrue("is_billable") || !record.text("customer_id").isEmpty else {
      throw Refusal.booksInvalid("customer_id")
    }
    let base = try Currency.base(db)
    try record.completeCurrency(of: base, on: day, db)
    let currency = try record.id("currency_id").flatMap { try Currency.find($0, db) } ?? base
    var lines = record.lines("line_items")
    if lines.isEmpty {
      guard !record.text("account_id").isEmpty else { throw Refusal.booksInvalid("account_id") }
      guard record.number("amount") > 0 else { throw Refusal.booksInvalid("amount") }
      lines = [record.members]
    } else {
      record.set("amount", .number(lines.reduce(0) { $0 + ($1["amount"]?.numberValue ?? 0) }))
    }
    var (net, tax): (Decimal, Decimal) = (0, 0)
    for place in lines.indices {
      let taxed = try taxes(of: lines[place], isInclusive: record.isTrue("is_inclusive_tax"), db)
      let amount = taxed.tax.rounded(places: currency.places)
      let item = taxed.isIncluded ? taxed.amount - amount : taxed.amount
      lines[place]["tax_amount"] = .number(amount)
      lines[place]["tax_percentage"] = .number(taxed.percentage)
      lines[place]["item_total"] = .string("\(item)")
      net += item
      tax += amount
    }
    if !record.lines("line_items").isEmpty {
      record.set("line_items", .array(lines.map(JSONValue.object)))
    }
    record.set("sub_total", .number(net))
    record.set("tax_amount", .number(tax))
    record.set("total", .number(net + tax))
    record.set(
      "bcy_total",
      .number(((net + tax) * record.number("exchange_rate")).rounded(places: base.places)))
  }

  private static func taxes(
    of line: JSONObject, isInclusive: Bool, _ db: Database
  ) throws -> (amount: Decimal, tax: Decimal, percentage: Decimal, isIncluded: Bool) {
    let amount = line["amount"]?.numberValue ?? 0
    let id = line["tax_id"]?.stringValue.flatMap { Int64($0) }
    guard let id, let tax = try Tax.find(id, db) else { return (amount, 0, 0, false) }
    let share = isInclusive ? amount * tax.percentage / (100 + tax.percentage) : 0
    return (
      amount, isInclusive ? share : amount * tax.percentage / 100, tax.percentage, isInclusive
    )
  }

  /// Debits what was bought and its tax, credits what it was paid from.
  static func post(_ record: BooksRecord, _ db: Database) throws {
    let base = try Currency.base(db)
    let rate = record.number("exchange_rate")
    func posting(_ account: Int64, _ amount: Decimal) -> Posting {
      Posting(account, debit: amount, rate: rate, places: base.places)
    }
    var postings: [Posting] = []
    let lines = record.lines("line_items")
    if lines.isEmpty {
      if let account = record.id("account_id") {
        postings.append(posting(account, record.number("sub_total")))
      }
    } else {
      for line in lines {
        guard let account = line["account_id"]?.stringValue.flatMap({ Int64($0) }) else {
          throw Refusal.booksInvalid("account_id")
        }
        guard let net = line["item_total"]?.stringValue,
          let sum = try JSONValue(parsing: net).numberValue
        else { throw Refusal.booksInvalid("amount") }
        postings.append(posting(account, sum))
      }
    }
    postings.append(posting(StandardAccounts.taxPayable, record.number("tax_amount")))
    if let source = record.id("paid_through_account_id") {
      postings.append(posting(source, -record.number("total")))
    }
    try Posting.replace(of: record.id, record.kind, on: record.text("date"), with: postings, db)
  }

  static func show(_ record: BooksRecord, _ json: inout JSONObject, _ db: Database) throws {
    let lines = record.lines("line_items")
    let rate = record.number("exchange_rate")
    let percentage = try record.id("tax_id").flatMap { try Tax.find($0, db) }?.percentage
    json["is_itemized_expense"] = JSONValue(!lines.isEmpty)
    if !lines.isEmpty {
      json["account_name"] = lines.count > 1 ? "Split" : json["account_name"]
    }
    json["tax_percentage"] = .number(percentage ?? 0)
    for name in ["sub_total", "tax_amount", "total", "bcy_total"] {
      json[name] = .number(record.number(name))
    }
    json["total_without_tax"] = .number(record.number("sub_total"))
    json["bcy_total_without_tax"] = .number(
      (record.number("sub_total") * rate).rounded(places: 2))
    json["custom_fields"] = []
  }
}
