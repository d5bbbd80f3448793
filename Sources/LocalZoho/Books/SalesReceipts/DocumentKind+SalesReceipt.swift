extension DocumentKind {
  /// A sale that was paid on the spot. https://www.zoho.com/books/api/v3/sales-receipt/
  static let salesReceipt: DocumentKind = DocumentKind(
    name: "salesreceipt", title: "Sales Receipt", path: "salesreceipts", one: "salesreceipt",
    many: "salesreceipts", idName: "sales_receipt_id", numberName: "receipt_number",
    scope: "invoices", numbering: .series(prefix: "SR-"), code: 39_000, entity: .salesReceipt,
    calls: [.mail],
    words: DocumentWords(
      created: "Sales Receipt Created Successfully.",
      updated: "Sales Receipt Updated Successfully.",
      deleted: "Sales Receipt Deleted Successfully.", mailed: "Your Sales Receipt has been sent.",
      mailedStatus: 201),
    statuses: DocumentStatuses(
      initial: "draft", mailed: "sent", all: ["draft", "sent"], steps: []),
    particulars: [Particular("payment_mode")],
    row: [
      "sales_receipt_id", "receipt_number", "date", "status", "payment_mode", "customer_id",
      "customer_name", "currency_id", "currency_code", "currency_symbol", "exchange_rate",
      "sub_total", "tax_total", "total", "created_time", "last_modified_time",
    ],
    prepare: { document, _, _, _ in
      guard try document[particular: "payment_mode"]?.stringValue?.isEmpty == false else {
        throw Refusal.booksInvalid("payment_mode")
      }
    })
}
