/// A call that Books knows: method, path below `/books/v3`, scope, and what answers it.
struct BooksRoute: Sendable {
  let method: String
  /// Segments; one in braces is a parameter.
  let pattern: [String]
  /// The granted scope it asks for, without the product: `invoices.READ`.
  let scope: String
  let answer: @Sendable (BooksCall) throws -> ZohoReply

  init(
    _ method: String, _ path: String, _ scope: String,
    _ answer: @escaping @Sendable (BooksCall) throws -> ZohoReply
  ) {
    self.method = method
    pattern = path.split(separator: "/").map(String.init)
    self.scope = scope
    self.answer = answer
  }

  /// The parameters when the path is of this route, else nil.
  func parameters(of path: ArraySlice<String>) -> [String: String]? {
    guard path.count == pattern.count else { return nil }
    var parameters: [String: String] = [:]
    for (segment, expected) in zip(path, pattern) {
      if expected.hasPrefix("{") {
        parameters[String(expected.dropFirst().dropLast())] = segment
      } else if segment != expected {
        return nil
      }
    }
    return parameters
  }

  /// Words first, so that `invoices/email` is not taken for an id.
  static let all: [BooksRoute] =
    (OrganizationCalls.routes + CurrencyCalls.routes + TaxCalls.routes + PreferenceCalls.routes
    + ContactCalls.routes + ContactPersonCalls.routes + CRMImportCalls.routes + ItemCalls.routes
    + InvoiceCalls.routes + InvoiceStatusCalls.routes + InvoiceMailCalls.routes
    + InvoiceHistoryCalls.routes + InvoiceCreditCalls.routes + PaymentCalls.routes
    + DocumentRoutes.all + keeping)
    .sorted { parameterCount($0) < parameterCount($1) }

  /// What there is beside sales.
  private static let keeping: [BooksRoute] =
    UserCalls.routes + TaxAuthorities.routes + TaxExemptions.routes + Locations.routes
    + PaymentTermsCalls.routes + OpeningBalances.routes + PriceBooks.routes
    + ChartOfAccounts.routes + BankAccounts.routes + BankRules.routes + BankTransactions.routes
    + StatementLines.routes + StatementMatching.routes
    + StatementCategorizing.routes + Journals.routes + CurrencyAdjustments.routes
    + Expenses.routes + Receipts.routes + Employees.routes + RecurringExpenses.routes
    + BillCalls.routes + DocumentCalls(.purchaseOrder).routes + VendorCredits.routes
    + RecurringBills.routes + VendorPayments.routes
    + ReportCalls.routes
    + Projects.routes + ProjectUsers.routes + Tasks.routes + TimeEntries.routes

  private static func parameterCount(_ route: BooksRoute) -> Int {
    route.pattern.filter { $0.hasPrefix("{") }.count
  }
}
