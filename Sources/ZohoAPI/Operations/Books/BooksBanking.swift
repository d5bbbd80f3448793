/// Bank accounts and what moves on them.
///
/// <https://www.zoho.com/books/api/v3/bank-accounts/>
extension Resource {
  static let booksBanking: [Resource] = [
    .books(
      "bank-accounts", id: "account_id", one: "bankaccount", scope: "banking",
      .records(
        "a bank account", "bank accounts",
        """
        filter_by=Status.All|.Active|.Inactive sort_column=account_name|account_type|account_code
        """), .activity,
      [
        .create("import-statement", "/bankstatements", "bring in a statement", gives: .done),
        .get(
          "last-statement", "{id}/statement/lastimported", "the statement brought in last",
          gives: .record("statement")),
        .delete("delete-statement", "{id}/statement/{statement_id}", "delete that statement"),
      ]),
    .books(
      "bank-rules", at: "/bankaccounts/rules", id: "rule_id", one: "rule", scope: "banking",
      .records("a bank rule", "rules of an account", "account_id!")),
    .books(
      "bank-transactions", id: "bank_transaction_id", one: "banktransaction", scope: "banking",
      .records(
        "a bank transaction", "bank transactions",
        """
        account_id transaction_type date@ amount# amount_start amount_end reference_number
        transaction_status search_text
        status=All|uncategorized|manually_added|matched|excluded|categorized
        filter_by=Status.All|.Uncategorized|.Categorized|.ManuallyAdded|.Excluded|.Matched
        sort_column=date
        """, safety: .money),
      [
        .list(
          "matches", "uncategorized/{transaction_id}/match", "what a line could belong to",
          """
          transaction_type date_after date_before amount_start amount_end contact
          reference_number show_all_transactions
          """, gives: "matching_transactions"),
        .act(
          "match", "uncategorized/{transaction_id}/match", "say what a line belongs to",
          "account_id", body: .json(rows: nil), safety: .money),
        .act("unmatch", "{transaction_id}/unmatch", "take that back", "account_id", safety: .money),
        .act("exclude", "uncategorized/{transaction_id}/exclude", "leave a line out", "account_id"),
        .act(
          "restore", "uncategorized/{transaction_id}/restore", "take a line in again", "account_id"),
        .act(
          "uncategorize", "{transaction_id}/uncategorize", "as if never seen", "account_id",
          safety: .money),
        categorize("categorize", ""),
        categorize("as-expense", "/expenses"),
        categorize("as-vendor-payment", "/vendorpayments"),
        categorize("as-payment", "/customerpayments"),
        categorize("as-credit-refund", "/creditnoterefunds"),
        categorize("as-vendor-credit-refund", "/vendorcreditrefunds"),
        categorize("as-payment-refund", "/paymentrefunds"),
        categorize("as-vendor-payment-refund", "/vendorpaymentrefunds"),
      ]),
  ]

  private static func categorize(_ verb: String, _ end: String) -> Line {
    .create(
      verb, "uncategorized/{transaction_id}/categorize" + end,
      end.isEmpty ? "say what a line is" : "book a line \(verb.replacing("-", with: " "))",
      gives: .done, safety: .money)
  }
}
