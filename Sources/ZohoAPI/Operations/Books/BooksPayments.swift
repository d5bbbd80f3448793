/// Money that comes in, and credit that is given.
///
/// <https://www.zoho.com/books/api/v3/customer-payments/>
extension Resource {
  static let booksPayments: [Resource] = [
    .books(
      "customer-payments", id: "payment_id", one: "payment", many: "customerpayments",
      scope: "customerpayments",
      .records(
        "a payment", "payments",
        """
        customer_name~ reference_number~ date@ amount# notes~ payment_mode~ search_text customer_id
        last_modified_time
        filter_by=PaymentMode.All|.Check|.Cash|.BankTransfer|.Paypal|.CreditCard|.GoogleCheckout\
        |.Credit|.Authorizenet|.BankRemittance|.Payflowpro|.Stripe|.TwoCheckout|.Braintree|.Others
        sort_column=payment_number|date|customer_name|reference_number|amount|created_time\
        |last_modified_time
        """, show: "accept=pdf|html|json", safety: .money),
      .byUniqueField("a payment"), .customFields("customerpayment"),
      [
        .delete(
          "delete-many", "", "delete several payments", "payment_id! bulk_delete!=true")
      ], .refunds(id: "refund_id", one: "payment_refunds", many: "payment_refunds")),
    .books(
      "credit-notes", id: "creditnote_id", one: "creditnote", scope: "creditnotes",
      .records(
        "a credit note", "credit notes",
        """
        creditnote_number~ date@ total# reference_number~ customer_name~ item_name~ customer_id
        item_description~ item_id line_item_id tax_id search_text status=open|closed|void|draft
        filter_by=Status.All|.Open|.Draft|.Closed|.Void
        sort_column=customer_name|creditnote_number|balance|total|date|created_time
        """, show: "print accept=pdf|html|json",
        create: "invoice_id ignore_auto_number_generation=true|false"),
      .byUniqueField("a credit note"),
      [
        .act("open", "{id}/status/open", "make it usable"),
        .act("void", "{id}/status/void", "cancel it", safety: .money),
        .act("draft", "{id}/status/draft", "make a void one a draft again"),
      ], .approval, .mail(),
      [
        .get("mails", "{id}/emailhistory", "mails that went out", gives: .rows("email_history"))
      ], .billingAddress, .shippingAddress, .templates,
      [
        .get(
          "invoices", "{id}/invoices", "invoices it was put on", gives: .rows("invoices_credited")),
        .create("apply", "{id}/invoices", "put it on invoices", gives: .done, safety: .money),
        .delete("unapply", "{id}/invoices/{creditnote_invoice_id}", "take it off an invoice"),
        .list(
          "all-refunds", "refunds", "refunds of all credit notes",
          "customer_id sort_column=refund_mode|reference_number|date|creditnote_number"
            + "|customer_name|amount_bcy|amount_fcy", gives: "creditnote_refunds"),
      ], .comments,
      .refunds(
        id: "creditnote_refund_id", one: "creditnote_refund", many: "creditnote_refunds")),
  ]
}
