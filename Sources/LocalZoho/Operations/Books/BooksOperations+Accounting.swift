extension BooksOperations {
  /// The books themselves.
  static let accountingAreas: [OfficialArea] = [
    chartOfAccounts, journals, baseCurrencyAdjustment, fixedAssets,
  ]

  private static let chartOfAccounts = OfficialArea(
    .books, "chart-of-accounts",
    [
      .served("GET", "/books/v3/chartofaccounts"),
      .served("POST", "/books/v3/chartofaccounts"),
      .served("GET", "/books/v3/chartofaccounts/{account_id}"),
      .served("PUT", "/books/v3/chartofaccounts/{account_id}"),
      .served("DELETE", "/books/v3/chartofaccounts/{account_id}"),
      .served("POST", "/books/v3/chartofaccounts/{account_id}/active"),
      .served("POST", "/books/v3/chartofaccounts/{account_id}/inactive"),
      .served("GET", "/books/v3/chartofaccounts/transactions"),
      .served("DELETE", "/books/v3/chartofaccounts/transactions/{transaction_id}"),
    ])

  private static let journals = OfficialArea(
    .books, "journals",
    [
      .served("GET", "/books/v3/journals"),
      .served("POST", "/books/v3/journals"),
      .served("GET", "/books/v3/journals/{journal_id}"),
      .served("PUT", "/books/v3/journals/{journal_id}"),
      .served("DELETE", "/books/v3/journals/{journal_id}"),
      .served("POST", "/books/v3/journals/{journal_id}/status/publish"),
      .served("POST", "/books/v3/journals/{journal_id}/attachment"),
      .served("POST", "/books/v3/journals/{journal_id}/comments"),
      .served("DELETE", "/books/v3/journals/{journal_id}/comments/{comment_id}"),
    ])

  private static let baseCurrencyAdjustment = OfficialArea(
    .books, "base-currency-adjustment",
    [
      .served("GET", "/books/v3/basecurrencyadjustment"),
      .served("POST", "/books/v3/basecurrencyadjustment"),
      .served("GET", "/books/v3/basecurrencyadjustment/{base_currency_adjustment_id}"),
      .served("DELETE", "/books/v3/basecurrencyadjustment/{base_currency_adjustment_id}"),
      .served("GET", "/books/v3/basecurrencyadjustment/accounts"),
    ])

  private static let fixedAssets = OfficialArea(
    .books, "fixed-assets",
    [
      .unknown("GET", "/books/v3/fixedassets"),
      .unknown("POST", "/books/v3/fixedassets"),
      .unknown("GET", "/books/v3/fixedassets/{fixed_asset_id}"),
      .unknown("PUT", "/books/v3/fixedassets/{fixed_asset_id}"),
      .unknown("DELETE", "/books/v3/fixedassets/{fixed_asset_id}"),
      .unknown("GET", "/books/v3/fixedassets/{fixed_asset_id}/history"),
      .unknown("GET", "/books/v3/fixedassets/{fixed_asset_id}/forecast"),
      .unknown("POST", "/books/v3/fixedassets/{fixed_asset_id}/status/active"),
      .unknown("POST", "/books/v3/fixedassets/{fixed_asset_id}/status/cancel"),
      .unknown("POST", "/books/v3/fixedassets/{fixed_asset_id}/status/draft"),
      .unknown("POST", "/books/v3/fixedassets/{fixed_asset_id}/writeoff"),
      .unknown("POST", "/books/v3/fixedassets/{fixed_asset_id}/sell"),
      .unknown("POST", "/books/v3/fixedassets/{fixed_asset_id}/comments"),
      .unknown("DELETE", "/books/v3/fixedassets/{fixed_asset_id}/comments/{comment_id}"),
      .unknown("GET", "/books/v3/fixedassettypes"),
      .unknown("POST", "/books/v3/fixedassettypes"),
      .unknown("PUT", "/books/v3/fixedassettypes/{fixed_asset_type_id}"),
      .unknown("DELETE", "/books/v3/fixedassettypes/{fixed_asset_type_id}"),
    ])
}
