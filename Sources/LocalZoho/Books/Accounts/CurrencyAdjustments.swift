import Foundation
import GRDB

/// What foreign money is worth today, and the gain or loss of that.
/// https://www.zoho.com/books/api/v3/base-currency-adjustment/
enum CurrencyAdjustments {
  private static let path = "basecurrencyadjustment"

  static let routes: [BooksRoute] =
    [
      adjustments.listRoute,
      BooksRoute("POST", path, "accountants.CREATE", create),
      BooksRoute("GET", path + "/accounts", "accountants.READ", preview),
    ] + adjustments.recordRoutes.filter { $0.method != "PUT" }

  private static let adjustments = BooksResource(
    kind: "base_currency_adjustment", path: path, scope: "accountants",
    title: "Base currency adjustment",
    keys: BooksResource.Keys(
      id: "base_currency_adjustment_id", one: "data", many: "base_currency_adjustments"),
    messages: BooksResource.Messages(
      created:
        "The adjustment has been made. The account balances will now reflect the adjustment.",
      updated: "", deleted: "The selected base currency adjustment has been deleted.",
      createdStatus: 200),
    members: [
      .day("adjustment_date", required: true),
      .number("exchange_rate", 0...1_000_000, required: true),
      .reference("currency_id", .currency, required: true),
      .text("notes", limit: 500, required: true),
    ],
    report: "Base Currency Adjustments",
    sorts: ["adjustment_date", "exchange_rate", "currency_code", "gain_or_loss"],
    dateMember: "adjustment_date", defaultSort: "adjustment_date", isDescending: true,
    showsStatus: false,
    show: { record, json, _, _ in
      json["gain_or_loss"] = .number(record.number("gain_or_loss"))
      json["accounts"] = record.members["accounts"] ?? []
    })

  private static func create(_ call: BooksCall) throws -> ZohoReply {
    let body = try call.fields()
    let chosen = call.query["account_ids"]?.split(separator: ",").map(String.init)
    return try call.write { db in
      var record = try adjustments.insert(body, call, db)
      let accounts = try revalued(record, db).filter {
        chosen?.contains($0["account_id"]?.stringValue ?? "") ?? true
      }
      guard !accounts.isEmpty else {
        throw Refusal.books(400, 1003, "There are no balances in this currency to adjust.")
      }
      let gain = accounts.reduce(0) { $0 + ($1["gain_or_loss"]?.numberValue ?? 0) }
      record.set("accounts", .array(accounts.map(JSONValue.object)))
      record.set("gain_or_loss", .number(gain))
      try record.save(db)
      var postings = accounts.compactMap { account -> Posting? in
        guard let id = account["account_id"]?.stringValue.flatMap({ Int64($0) }) else {
          return nil
        }
        return Posting(
          id, debit: 0, baseDebit: account["gain_or_loss"]?.numberValue?.millionths ?? 0)
      }
      postings.append(
        Posting(
          StandardAccounts.exchangeGainOrLoss, debit: 0, baseDebit: -(gain.millionths ?? 0)))
      try Posting.replace(
        of: record.id, record.kind, on: record.text("adjustment_date"), with: postings, db)
      return BooksCall.success(
        adjustments.messages.created, ["data": try adjustments.shownAlone(record, call, db)])
    }
  }

  /// What an adjustment would do.
  private static func preview(_ call: BooksCall) throws -> ZohoReply {
    var body = JSONObject()
    for name in ["currency_id", "adjustment_date", "exchange_rate", "notes"] {
      body[name] = .string(call.query[name] ?? "")
    }
    return try call.read { db in
      var record = BooksRecord(id: 0, kind: adjustments.kind, created: 0)
      for member in adjustments.members where member.name != "notes" {
        guard let value = try member.read(BooksFields(body), known: nil, db) else { continue }
        record.set(member.name, value)
      }
      let accounts = try revalued(record, db)
      var json = try adjustments.json(record, inRow: false, call, db)
      json[adjustments.keys.id] = nil
      json["accounts"] = .array(accounts.map(JSONValue.object))
      return BooksCall.success(["data": .object(json)])
    }
  }

  /// The accounts kept in the currency, at their worth so far and at the new rate.
  private static func revalued(_ record: BooksRecord, _ db: Database) throws -> [JSONObject] {
    let base = try Currency.base(db)
    guard record.id("currency_id") != base.id else { throw Refusal.booksInvalid("currency_id") }
    let rate = record.number("exchange_rate")
    guard rate > 0 else { throw Refusal.booksInvalid("exchange_rate") }
    let accounts = try BooksRecord.all(
      "account", where: "\(BooksRecord.column("currency_id")) = ?",
      [record.text("currency_id")], db)
    return try accounts.compactMap { account in
      let sum = try Posting.balance(of: account.id, db)
      guard sum.own != 0 else { return nil }
      let worth = (sum.own * rate).rounded(places: base.places)
      return [
        "account_id": .string(String(account.id)),
        "account_name": .string(account.text("account_name")), "bcy_balance": .number(sum.base),
        "fcy_balance": .number(sum.own), "adjusted_balance": .number(worth),
        "gain_or_loss": .number(worth - sum.base), "gl_specific_type": 0,
      ]
    }
  }
}
