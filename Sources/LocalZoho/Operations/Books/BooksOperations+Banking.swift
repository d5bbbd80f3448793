extension BooksOperations {
  /// Bank accounts.
  static let bankingAreas: [OfficialArea] = [
    bankAccounts, bankRules, bankTransactions,
  ]

  private static let bankAccounts = OfficialArea(
    .books, "bank-accounts",
    [
      .unknown("GET", "/books/v3/bankaccounts"),
      .unknown("POST", "/books/v3/bankaccounts"),
      .unknown("GET", "/books/v3/bankaccounts/{account_id}"),
      .unknown("PUT", "/books/v3/bankaccounts/{account_id}"),
      .unknown("DELETE", "/books/v3/bankaccounts/{account_id}"),
      .unknown("POST", "/books/v3/bankaccounts/{account_id}/inactive"),
      .unknown("POST", "/books/v3/bankaccounts/{account_id}/active"),
      .unknown("POST", "/books/v3/bankstatements"),
      .unknown("GET", "/books/v3/bankaccounts/{account_id}/statement/lastimported"),
      .unknown("DELETE", "/books/v3/bankaccounts/{account_id}/statement/{statement_id}"),
    ])

  private static let bankRules = OfficialArea(
    .books, "bank-rules",
    [
      .unknown("GET", "/books/v3/bankaccounts/rules"),
      .unknown("POST", "/books/v3/bankaccounts/rules"),
      .unknown("GET", "/books/v3/bankaccounts/rules/{rule_id}"),
      .unknown("PUT", "/books/v3/bankaccounts/rules/{rule_id}"),
      .unknown("DELETE", "/books/v3/bankaccounts/rules/{rule_id}"),
    ])

  private static let bankTransactions = OfficialArea(
    .books, "bank-transactions",
    [
      .unknown("GET", "/books/v3/banktransactions"),
      .unknown("POST", "/books/v3/banktransactions"),
      .unknown("GET", "/books/v3/banktransactions/{bank_transaction_id}"),
      .unknown("PUT", "/books/v3/banktransactions/{bank_transaction_id}"),
      .unknown("DELETE", "/books/v3/banktransactions/{bank_transaction_id}"),
      .unknown("GET", "/books/v3/banktransactions/uncategorized/{transaction_id}/match"),
      .unknown("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/match"),
      .unknown("POST", "/books/v3/banktransactions/{transaction_id}/unmatch"),
      .unknown("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/exclude"),
      .unknown("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/restore"),
      .unknown("POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize"),
      .unknown(
        "POST", "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/expenses"),
      .unknown("POST", "/books/v3/banktransactions/{transaction_id}/uncategorize"),
      .unknown(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/vendorpayments"),
      .unknown(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/customerpayments"),
      .unknown(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/creditnoterefunds"),
      .unknown(
        "POST",
        "/books/v3/banktransactions/uncategorized/{transaction_id}/categorize/vendorcreditrefunds"),
      .unknown(
        "POST",
        "/books/v3/banktransactions/uncategorized/{statement_line_id}/categorize/paymentrefunds"),
      .unknown(
        "POST",
        "/books/v3/banktransactions/uncategorized/{statement_line_id}/categorize/vendorpaymentrefunds"
      ),
    ])
}
