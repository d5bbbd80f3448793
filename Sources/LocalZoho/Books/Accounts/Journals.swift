import Foundation
import GRDB

/// Entries an accountant makes by hand: what they debit they credit.
/// https://www.zoho.com/books/api/v3/journals/
enum Journals {
  static let routes: [BooksRoute] =
    journals.routes
    + [
      journals.route("POST", "status/publish", publish),
      journals.route("POST", "attachment") { record, call, db in
        for file in try Attachment.uploaded(call, to: record.id, db) { try file.insert(db) }
        return BooksCall.success(
          "Your file has been successfully attached to the journal.", status: 201)
      },
    ]
    + journals.commentRoutes(
      BooksResource.CommentMessages(
        added: "Journal comment has been added successfully.",
        deleted: "The selected journal comment entries have been deleted.", addedStatus: 200,
        listsOne: true))

  static let journals = BooksResource(
    kind: "journal", path: "journals", scope: "accountants", title: "Journal",
    keys: BooksResource.Keys(id: "journal_id", one: "journal", many: "journals"),
    messages: BooksResource.Messages(
      created: "The journal entry has been created.",
      updated: "The journal entry has been updated.",
      deleted: "The selected journal entry has been deleted."),
    members: [
      .day("journal_date", required: true), .text("reference_number", limit: 100),
      .text("notes", limit: 500), .word("journal_type", ["both", "cash"]),
      .text("vat_treatment"), .text("product_type"), .truth("include_in_vat_return"),
      .truth("is_bas_adjustment"), .reference("currency_id", .currency),
      .number("exchange_rate", 0...1_000_000),
      .reference("location_id", .record("location", named: "location_name")),
      .lines(
        "line_items", id: "line_id", required: true,
        [
          .reference("account_id", .account, required: true),
          .reference("customer_id", .contact), .text("description", limit: 500),
          .word("debit_or_credit", ["debit", "credit"], required: true),
          .number("amount", required: true), .reference("tax_id", .tax),
          .reference("project_id", .project),
          .reference("location_id", .record("location", named: "location_name")),
        ]),
    ],
    firstStatus: "published", report: "Journals",
    filters: ["entry_number", "reference_number", "date", "notes"],
    aliases: ["date": "journal_date"],
    sorts: ["journal_date", "entry_number", "reference_number", "total"],
    dateMember: "journal_date", defaultSort: "journal_date", isDescending: true,
    prepare: complete, settle: post, show: show)

  private static let complete: BooksResource.Step = { record, call, db in
    if call.request.method == "POST" {
      let status = try call.fields().text("status") ?? "published"
      guard ["draft", "published"].contains(status) else { throw Refusal.booksInvalid("status") }
      record.status = status
    }
    if record.members["entry_number"] == nil {
      record.set(
        "entry_number", .string(String(try BooksSettings.takeNumber("next_journal_number", db))))
    }
    try record.completeCurrency(of: Currency.base(db), on: "journal_date", db)
    let sums = sides(record)
    guard sums.debit == sums.credit, sums.debit > 0 else {
      throw Refusal.books(
        400, 20_012, "Please ensure that the debits and credits of the journal are equal.")
    }
    record.set("total", .number(sums.debit))
  }

  private static func sides(_ record: BooksRecord) -> (debit: Decimal, credit: Decimal) {
    record.lines("line_items").reduce(into: (0, 0)) { sums, line in
      let amount = line["amount"]?.numberValue ?? 0
      if line["debit_or_credit"] == "debit" { sums.0 += amount } else { sums.1 += amount }
    }
  }

  /// Only a published entry stands in the accounts.
  private static let post: BooksResource.Step = { record, _, db in
    let base = try Currency.base(db)
    let lines = record.status == "published" ? record.lines("line_items") : []
    var postings = lines.compactMap { line -> Posting? in
      guard let account = line["account_id"]?.stringValue.flatMap({ Int64($0) }) else {
        return nil
      }
      let sign: Decimal = line["debit_or_credit"] == "debit" ? 1 : -1
      return Posting(
        account, debit: (line["amount"]?.numberValue ?? 0) * sign,
        rate: record.number("exchange_rate"), places: base.places)
    }
    let rest = postings.reduce(0) { $0 + $1.baseDebit }
    postings.append(Posting(StandardAccounts.exchangeGainOrLoss, debit: 0, baseDebit: -rest))
    try Posting.replace(
      of: record.id, "journal", on: record.text("journal_date"), with: postings, db)
  }

  private static let show: BooksResource.Showing = { record, json, _, db in
    let currency = try record.id("currency_id").flatMap { try Currency.find($0, db) }
    let rate = record.number("exchange_rate")
    let total = record.number("total")
    json["entry_number"] = .string(record.text("entry_number"))
    json["currency_symbol"] = .string(currency?.symbol ?? "")
    json["price_precision"] = JSONValue(currency?.places ?? 2)
    json["entity_type"] = "journal"
    json["line_item_total"] = .number(total)
    json["total"] = .number(total)
    json["bcy_total"] = .number((total * rate).rounded(places: 2))
    json["taxes"] = []
    json["custom_fields"] = []
    guard let lines = json["line_items"]?.arrayValue else { return }
    json["line_items"] = .array(
      lines.compactMap(\.objectValue).map { line in
        var line = line
        line["bcy_amount"] = .number(
          ((line["amount"]?.numberValue ?? 0) * rate).rounded(places: 2))
        return .object(line)
      })
  }

  private static let publish: BooksResource.Answer = { record, call, db in
    guard record.status == "draft" else {
      throw Refusal.books(400, 1003, "The journal is already published.")
    }
    record.status = "published"
    try post(&record, call, db)
    return BooksCall.success("Journal has been published.", status: 201)
  }
}
