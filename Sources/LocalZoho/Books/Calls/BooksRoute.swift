/// A call below `/books/v3`.
typealias BooksRoute = Route<BooksCall>

/// Every call that Books knows.
enum BooksRoutes {
  static let all: [BooksRoute] = Route.wordsFirst(
    OrganizationCalls.routes + CurrencyCalls.routes + TaxCalls.routes + PreferenceCalls.routes
      + ContactCalls.routes + ContactPersonCalls.routes + CRMImportCalls.routes + ItemCalls.routes
      + InvoiceCalls.routes + InvoiceStatusCalls.routes + InvoiceMailCalls.routes
      + InvoiceHistoryCalls.routes + InvoiceCreditCalls.routes + PaymentCalls.routes
      + DocumentRoutes.all + keeping)

  /// What there is beside sales.
  private static let keeping: [BooksRoute] =
    UserCalls.routes + TaxAuthorities.routes + TaxExemptions.routes + Locations.routes
    + PaymentTermsCalls.routes + OpeningBalances.routes + PriceBooks.routes
    + ChartOfAccounts.routes + BankAccounts.routes + BankRules.routes + BankTransactions.routes
    + StatementLines.routes + StatementMatching.routes
    + StatementCategorizing.routes + Journals.routes + CurrencyAdjustments.routes
    + Expenses.routes + Employees.routes + RecurringExpenses.routes
    + BillCalls.routes + DocumentCalls(.purchaseOrder).routes + VendorCredits.routes
    + RecurringBills.routes + VendorPayments.routes
    + ReportCalls.routes
    + Projects.routes + ProjectUsers.routes + Tasks.routes + TimeEntries.routes
}
