import Foundation
import GRDB

/// Rules that say what lines of a statement are. https://www.zoho.com/books/api/v3/bank-rules/
enum BankRules {
  static let kind = "bank_rule"

  static let routes = rules.routes

  static let rules = BooksResource(
    kind: kind, path: "bankaccounts/rules", scope: "banking", title: "Rule",
    keys: BooksResource.Keys(id: "rule_id", one: "rule", many: "rules", isFlat: true),
    messages: BooksResource.Messages(
      created: "The bank rule has been created.", updated: "The bank rule has been updated.",
      deleted: "The rule has been deleted."),
    members: [
      .text("rule_name", limit: 100, required: true),
      .reference("target_account_id", .account, required: true),
      .word("apply_to", ["deposits", "withdrawals", "refunds", "charges"], required: true),
      .word("criteria_type", ["and", "or"], required: true),
      .lines(
        "criterion", id: "criteria_id", required: true,
        [
          .word("field", ["payee", "description", "reference_number", "amount"], required: true),
          .word("comparator", Array(comparisons.keys), required: true),
          .text("value", limit: 200, required: true),
        ]),
      .text("record_as", limit: 100, required: true), .reference("account_id", .account),
      .reference("customer_id", .contact), .reference("tax_id", .tax),
      .text("reference_number", limit: 100), .text("payment_mode"), .text("vat_treatment"),
      .text("tax_treatment"), .truth("is_reverse_charge_applied"), .text("product_type"),
      .reference(
        "tax_authority_id", .record("tax_authority", named: "tax_authority_name")),
      .reference(
        "tax_exemption_id",
        .record("tax_exemption", named: "tax_exemption_code", suffix: "_code")),
    ],
    unique: "rule_name", filters: ["account_id"],
    columns: ["account_id": "json_extract(members, '$.target_account_id')"],
    showsStatus: false,
    prepare: { record, _, db in
      guard record.members["rule_order"] == nil else { return }
      record.set("rule_order", JSONValue(try BooksRecord.all(kind, db).count + 1))
    },
    show: { record, json, _, _ in
      json["rule_order"] = record.members["rule_order"] ?? 0
    })

  private static let comparisons: [String: @Sendable (String, String) -> Bool] = [
    "is": { $0.lowercased() == $1.lowercased() },
    "contains": { $0.lowercased().contains($1.lowercased()) },
    "starts_with": { $0.lowercased().hasPrefix($1.lowercased()) },
    "is_empty": { text, _ in text.isEmpty },
    "equals": { number($0) == number($1) },
    "greater_than": { (number($0) ?? 0) > (number($1) ?? 0) },
    "greater_than_or_equals": { (number($0) ?? 0) >= (number($1) ?? 0) },
    "less_than": { (number($0) ?? 0) < (number($1) ?? 0) },
    "less_than_or_equals": { (number($0) ?? 0) <= (number($1) ?? 0) },
  ]

  private static func number(_ text: String) -> Decimal? {
    Decimal(string: text)
  }

  /// Whether a rule says something of a line.
  static func applies(_ rule: BooksRecord, to line: BooksRecord) -> Bool {
    guard rule.text("target_account_id") == line.text("account_id"),
      ["deposits", "refunds"].contains(rule.text("apply_to")) == line.isMoneyIn
    else { return false }
    let answers = rule.lines("criterion").map { criterion -> Bool in
      let field = criterion["field"]?.stringValue ?? ""
      let value = field == "amount" ? "\(line.number("amount"))" : line.text(field)
      let holds = criterion["comparator"]?.stringValue.flatMap { comparisons[$0] }
      return holds?(value, criterion["value"]?.stringValue ?? "") ?? false
    }
    return rule.text("criteria_type") == "or"
      ? answers.contains(true) : answers.allSatisfy { $0 }
  }
}
