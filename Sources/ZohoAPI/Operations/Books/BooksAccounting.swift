/// The books themselves: accounts, journals, assets, and what reports make of them.
///
/// <https://www.zoho.com/books/api/v3/chart-of-accounts/>
extension Resource {
  static let booksAccounting: [Resource] = [
    .books(
      "chart-of-accounts", at: "/chartofaccounts", id: "account_id", one: "chart_of_account",
      many: "chartofaccounts", scope: "accountants",
      .records(
        "an account", "accounts",
        "showbalance last_modified_time filter_by=\(accountTypes) sort_column=account_name|account_type"
      ), .activity,
      [
        .list(
          "transactions", "transactions", "what moved on an account",
          """
          account_id! date@ amount# transaction_type filter_by=\(accountTypes)
          sort_column=account_name|account_type
          """, gives: "transactions"),
        .delete("delete-transaction", "transactions/{transaction_id}", "delete a transaction"),
      ]),
    .books(
      "journals", id: "journal_id", one: "journal", scope: "accountants",
      .records(
        "a journal", "journals",
        """
        entry_number~ reference_number~ date@ notes~ last_modified_time total# customer_id vendor_id
        filter_by=JournalDate.All|.Today|.ThisWeek|.ThisMonth|.ThisQuarter|.ThisYear
        sort_column=journal_date|entry_number|reference_number|total
        """, safety: .money),
      [
        .act("publish", "{id}/status/publish", "make it count", safety: .money),
        .upload("attach", "{id}/attachment", "hang a file on it", as: "attachment"),
        .create("comment", "{id}/comments", "add a comment", gives: .record("comment")),
        .delete("delete-comment", "{id}/comments/{comment_id}", "delete a comment"),
      ]),
    .books(
      "currency-adjustments", at: "/basecurrencyadjustment", id: "base_currency_adjustment_id",
      one: "data", many: "base_currency_adjustments", scope: "accountants",
      [
        .list(
          "list", "", "revaluations of currencies",
          """
          last_modified_time filter_by=Date.All|.Today|.ThisWeek|.ThisMonth|.ThisQuarter|.ThisYear
          sort_column=adjustment_date|exchange_rate|currency_code|debit_or_credit|gain_or_loss
          """),
        .get("show", "{id}", "one revaluation"),
        .get(
          "accounts", "accounts", "what it would change",
          "currency_id! adjustment_date! exchange_rate! notes!"),
        .create("create", "", "revalue a currency", "account_ids!", safety: .money),
        .delete("delete", "{id}", "delete a revaluation"),
      ]),
    .books(
      "opening-balances", at: "/settings/openingbalances", id: "opening_balance_id",
      one: "opening_balance", scope: "settings",
      [
        .get("show", "", "the opening balance"), .create("create", "", "set it", safety: .money),
        .update("update", "", "change it"), .delete("delete", "", "delete it"),
      ]),
    .books(
      "fixed-assets", id: "fixed_asset_id", one: "fixed_asset", many: "fixedassets",
      scope: "fixedasset",
      .records(
        "a fixed asset", "fixed assets",
        """
        filter_by=Status.All|.Active|.Cancel|.FullyDepreciated|.WriteOff|.Sold|.Draft
        sort_column=asset_name|asset_number|asset_cost|created_time|current_asset_value
        """),
      [
        .list("history", "{id}/history", "what happened to it", gives: "asset_history"),
        .get("forecast", "{id}/forecast", "how it will lose value", gives: .value),
        .act("activate", "{id}/status/active", "make it active"),
        .act("cancel", "{id}/status/cancel", "cancel it"),
        .act("draft", "{id}/status/draft", "make it a draft again"),
        .create("write-off", "{id}/writeoff", "write it off", gives: .done, safety: .money),
        .create("sell", "{id}/sell", "sell it", gives: .done, safety: .money),
        .create("comment", "{id}/comments", "add a comment", gives: .record("comment")),
        .delete("delete-comment", "{id}/comments/{comment_id}", "delete a comment"),
      ]),
    .books(
      "fixed-asset-types", id: "fixed_asset_type_id", one: "fixed_asset_type", scope: "fixedasset",
      [
        .list("list", "", "sorts of fixed assets"), .create("create", "", "make a sort"),
        .update("update", "{id}", "change a sort"), .delete("delete", "{id}", "delete a sort"),
      ]),
    .books(
      "reports", id: "report_id", one: "report", scope: "reports",
      [
        .list(
          "ageing", "aragingsummary", "who owes how much for how long", ageing,
          gives: "aging_summary"),
        .list(
          "ageing-details", "aragingdetails", "the same, invoice by invoice", ageing,
          gives: "aging_details"),
        .list(
          "balances", "customerbalances", "what each customer owes", "report_date to_date",
          gives: "customer_balances"),
      ]),
  ]

  private static let ageing = """
    report_date to_date aging_by=duedate|invoicedate interval_range number_of_columns
    """

  private static let accountTypes =
    "AccountType.All|.Active|.Inactive|.Asset|.Liability|.Equity|.Income|.Expense"
}
