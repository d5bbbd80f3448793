extension BooksOperations {
  /// Bank accounts.
  static let bankingAreas: [OfficialArea] = [
    bankAccounts, bankRules, bankTransactions,
  ]

  private static let bankAccounts = OfficialArea(
    .books, "bank-accounts",
    [
      .served("GET", "/books/v3/bankaccounts"),
      .served("POST", "/books/v3/bankaccounts"),
      .served("GET", "/books/v3/bankaccounts/{account_id}"),
      .served("PUT", "/books/v3/bankaccounts/{account_id}"),
      .served("DELETE", "/books/v3/bankaccounts/{account_id}"),
      .served("POST", "/books/v3/bankaccounts/{account_id}/inactive"),
      .served("POST", "/books/v3/bankaccounts/{account_id}/active"),
      .served("POST", "/books/v3/bankstatements"),
      .served("GET", "/books/v3/bankaccounts/{account_id}/statement/lastimported"),
      .served("DELETE", "/books/v3/bankaccounts/{account_id}/statement/{statement_id}"),
    ])

  private static let bankRules = OfficialArea(
    .books, "bank-rules",
    [
      .served("GET", "/books/v3/bankaccounts/rules"),
      .served("POST", "/books/v3/bankaccounts/rules"),
      .served("GET", "/books/v3/bankaccounts/rules/{rule_id}"),
      .served("PUT", "/books/v3/bankaccounts/rules/{rule_id}"),
      .served("DELETE", "/books/v3/bankaccounts/rules/{rule_id}"),
    ])

  private static let bankTransactions = OfficialArea(
    .books, "bank-transactions",
    [
      .served("GET", "/books/v3/banktransactions"),
      .served("POST", "/books/v3/banktransactions"),
      .served("GET", "/books/v3/banktransactions/{bank_transaction_id}"),
      .served("PUT", "/books/v3/banktransactions/{bank_transaction_id}"),
      .served("DELETE", "/books/v3/banktransactions/{bank_transaction_id}"),
      .served("GET", "/books/v3/banktransactions/uncategorized/{transaction_id}/match"),
      .served("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/match"),
      .served("POST", "/books/v3/banktransactions/{transaction_id}/unmatch"),
      .served("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/exclude"),
      .served("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/restore"),
      .served("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize"),
      .served(
        "POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/expenses"),
      .served("POST", "/books/v3/banktransactions/{transaction_id}/uncategorize"),
      .served(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/vendorpayments"),
      .served(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/customerpayments"),
      .served(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/creditnoterefunds"),
      .served(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/vendorcreditrefunds"),
      .served(
        "POST",
        "/books/v3/banktransactions/uncategorized/{statement_line_id}/categorize/paymentrefunds"),
      .served(
        "POST",
        "/books/v3/banktransactions/uncategorized/{statement_line_id}/categorize/vendorpaymentrefunds"
      ),
    ])
}
