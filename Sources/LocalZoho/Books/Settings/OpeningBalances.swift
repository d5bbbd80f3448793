import Foundation
import GRDB

/// What stood on the accounts when the organization began with Books: one record, or none.
/// https://www.zoho.com/books/api/v3/opening-balance/
enum OpeningBalances {
  private static let path = "settings/openingbalances"

  static let routes = [
    BooksRoute("GET", path, "settings.READ") { call in
      try call.read { try reply(try find($0), "success", call, $0) }
    },
    BooksRoute("POST", path, "settings.CREATE", save),
    BooksRoute("PUT", path, "settings.UPDATE", save),
    BooksRoute("DELETE", path, "settings.DELETE", delete),
  ]

  private static let balances = BooksResource(
    kind: "opening_balance", path: path, scope: "settings", title: "Opening balance",
    keys: BooksResource.Keys(
      id: "opening_balance_id", one: "opening_balance", many: "opening_balances"),
    messages: BooksResource.Messages(
      created: "The opening balances are saved!", updated: "The opening balances are saved!",
      deleted: "The entered opening balance has been deleted."),
    members: [
      .day("date", required: true),
      .lines(
        "accounts", id: "acount_split_id",
        [
          .reference("account_id", .account, required: true),
          .word("debit_or_credit", ["debit", "credit"], required: true),
          .number("exchange_rate", 0...1_000_000, initial: 1),
          .reference("currency_id", .currency), .number("amount", required: true),
          .reference("location_id", .record("location", named: "location_name")),
        ]),
    ],
    showsStatus: false,
    show: { record, json, _, db in
      let base = try Currency.base(db)
      json["price_precision"] = JSONValue(base.places)
      let lines = json["accounts"]?.arrayValue?.compactMap(\.objectValue) ?? []
      json["accounts"] = .array(
        lines.map { line in
          var line = line
          line["bcy_amount"] = .number(baseAmount(line, base))
          return .object(line)
        })
      json["total"] = .number(
        lines.filter { $0["debit_or_credit"] == "debit" }.reduce(0) { $0 + baseAmount($1, base) })
    })

  private static func find(_ db: Database) throws -> BooksRecord {
    guard let record = try BooksRecord.all("opening_balance", db).first else {
      throw Refusal.booksMissing("Opening balance")
    }
    return record
  }

  private static func reply(
    _ record: BooksRecord, _ message: String, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    BooksCall.success(
      message, ["opening_balance": try balances.shownAlone(record, call, db)])
  }

  /// Entered anew or corrected, it takes the place of what was there.
  private static func save(_ call: BooksCall) throws -> ZohoReply {
    let body = try call.fields()
    return try call.write { db in
      let known = try BooksRecord.all("opening_balance", db).first
      if call.request.method == "PUT",
        try known == nil || body.id("opening_balance_id") != known?.id
      {
        throw Refusal.booksMissing("Opening balance")
      }
      let now = Int64(call.now.timeIntervalSince1970)
      var record =
        try known
        ?? BooksRecord(id: try BooksStart.nextID(db), kind: "opening_balance", created: now)
      record.modified = now
      try balances.members.fill(&record.members, from: body, db)
      try record.save(db)
      try post(record, db)
      try call.record(
        known == nil ? .created : .changed, "openingbalances", record.id,
        ["date": .string(record.text("date"))], db)
      return try reply(record, "The opening balances are saved!", call, db)
    }
  }

  private static func delete(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      let record = try find(db)
      try record.delete(db)
      try call.record(.deleted, "openingbalances", record.id, JSONObject(), db)
    }
    return BooksCall.success("The entered opening balance has been deleted.")
  }

  /// What is left over stands on the account for that.
  private static func post(_ record: BooksRecord, _ db: Database) throws {
    let base = try Currency.base(db)
    var postings = record.lines("accounts").compactMap { line -> Posting? in
      guard let account = line["account_id"]?.stringValue.flatMap({ Int64($0) }) else {
        return nil
      }
      let sign: Decimal = line["debit_or_credit"] == "debit" ? 1 : -1
      return Posting(
        account, debit: (line["amount"]?.numberValue ?? 0) * sign,
        rate: line["exchange_rate"]?.numberValue ?? 1, places: base.places)
    }
    let rest = postings.reduce(0) { $0 + $1.baseDebit }
    postings.append(
      Posting(StandardAccounts.openingBalanceOffset, debit: -rest, baseDebit: -rest))
    try Posting.replace(
      of: record.id, "opening_balance", on: record.text("date"), with: postings, db)
  }

  private static func baseAmount(_ line: JSONObject, _ base: Currency) -> Decimal {
    ((line["amount"]?.numberValue ?? 0) * (line["exchange_rate"]?.numberValue ?? 1))
      .rounded(places: base.places)
  }
}
