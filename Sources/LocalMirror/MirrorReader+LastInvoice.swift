import Sales

extension MirrorReader {
  /// The last invoice that a customer got, by its date. Drafts and void ones do not count.
  public func lastInvoice(of customer: Customer.ID, except other: Invoice.ID?) throws -> Invoice? {
    try InvoiceColumns.fetch(
      db,
      """
      WHERE customer_id = ? AND +standing IN ('open', 'paid') AND id <> ?
      ORDER BY date DESC, row DESC LIMIT 1
      """, [customer.rawValue, other?.rawValue ?? ""]
    ).first
  }
}
