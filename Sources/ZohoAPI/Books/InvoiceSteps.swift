import FoundationEssentials
import Sales

extension Request where Response == Void {
  /// Gives up what is unpaid on an invoice. Send it once.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#write-off-invoice>
  public static func writeOff(_ id: Invoice.ID) -> Self { step(id, "/writeoff") }

  /// Makes what was given up owed again.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#cancel-write-off>
  public static func cancelWriteOff(_ id: Invoice.ID) -> Self { step(id, "/writeoff/cancel") }

  /// Gives a draft to whoever approves invoices.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#submit-an-invoice-for-approval>
  public static func submit(_ id: Invoice.ID) -> Self { step(id, "/submit") }

  /// Approves a draft that was submitted.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#approve-an-invoice>
  public static func approve(_ id: Invoice.ID) -> Self { step(id, "/approve") }

  /// Puts a remark for ourselves into the history of an invoice.
  ///
  /// <https://www.zoho.com/books/api/v3/invoices/#add-comment>
  public static func comment(_ text: String, on id: Invoice.ID) -> Self {
    let body: RecordFields = ["description": .text(text), "show_comment_to_clients": .bool(false)]
    return Request(.books, .post, id.path + "/comments", json: body) { try BooksReply.done($0) }
  }

  private static func step(_ id: Invoice.ID, _ end: String) -> Self {
    Request(.books, .post, id.path + end) { try BooksReply.done($0) }
  }
}

extension Request where Response == [String] {
  /// The references of the refunds of a credit note or a payment: how to find one whose recording was
  /// not answered.
  ///
  /// <https://www.zoho.com/books/api/v3/customer-payments/#list-refunds-of-a-customer-payment>
  public static func refundReferences(of source: CreditUse.Source) -> Self {
    let path =
      switch source {
      case .creditNote(let id): "/creditnotes/" + PathSegment.of(id)
      case .payment(let id): "/customerpayments/" + PathSegment.of(id.rawValue)
      }
    return Request(.books, .get, path + "/refunds") { reply in
      let refunds: [RecordFields] = try BooksReply.content(
        reply, "creditnote_refunds", "payment_refunds")
      return refunds.map { $0["reference_number"]?.text ?? "" }
    }
  }
}

extension List where Row == OpenCredit {
  /// The payments of a customer of which something is left. Books' list has no filter for that, so
  /// every payment of the customer is looked at.
  ///
  /// <https://www.zoho.com/books/api/v3/customer-payments/#list-customer-payments>
  public static func unusedPayments(of customer: Customer.ID, currency: Currency) -> Self {
    books(
      "/customerpayments", names: ["customerpayments", "customer_payments"],
      query: [("customer_id", customer.rawValue)], where: { $0.left.amount > 0 }
    ) { (record: PlainRecord) in
      OpenCredit(
        Payment.ID(record.fields["payment_id"]?.text ?? ""), record.fields, currency)
    }
  }
}

extension List where Row == PayingAccount {
  /// The accounts that money can be paid back from: bank and cash.
  ///
  /// <https://www.zoho.com/books/api/v3/chart-of-accounts/#list-chart-of-accounts>
  public static func payingAccounts() -> Self {
    books(
      "/chartofaccounts", names: ["chartofaccounts"],
      where: { ["bank", "cash"].contains($0.type) }
    ) { (record: PlainRecord) in
      PayingAccount(
        id: record.fields["account_id"]?.text ?? "",
        name: record.fields["account_name"]?.text ?? "",
        type: record.fields["account_type"]?.text ?? "")
    }
  }
}

extension OpenCredit {
  fileprivate init(_ payment: Payment.ID, _ fields: RecordFields, _ currency: Currency) {
    self.init(
      source: .payment(payment), number: fields["payment_number"]?.text ?? "",
      date: CalendarDate(fields["date"]?.text ?? ""),
      left: Money(fields["unused_amount"]?.text.flatMap(ExactNumber.parse) ?? 0, currency))
  }
}
