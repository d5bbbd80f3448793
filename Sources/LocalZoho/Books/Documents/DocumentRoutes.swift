/// The calls of all kinds of documents of sales.
enum DocumentRoutes {
  static let all: [BooksRoute] =
    DocumentCalls(.estimate).routes + CreditNoteCalls.routes + DocumentCalls(.salesOrder).routes
    + DocumentCalls(.recurringInvoice).routes + DocumentCalls(.retainerInvoice).routes
    + DocumentCalls(.salesReceipt).routes + InvoiceBulkCalls.routes + InvoiceOrderCalls.routes
    + ContactMailCalls.routes + ContactAddressCalls.routes + ContactPreferenceCalls.routes
}
