/// A call below `/books/v3`.
typealias BooksRoute = Route<BooksCall>

/// Every call that Books knows.
enum BooksRoutes {
  static let all: [BooksRoute] = Route.wordsFirst(
    OrganizationCalls.routes + CurrencyCalls.routes + TaxCalls.routes + PreferenceCalls.routes
      + ContactCalls.routes + ContactPersonCalls.routes + CRMImportCalls.routes + ItemCalls.routes
      + InvoiceCalls.routes + InvoiceStatusCalls.routes + InvoiceMailCalls.routes
      + InvoiceHistoryCalls.routes + InvoiceCreditCalls.routes + PaymentCalls.routes)
}
