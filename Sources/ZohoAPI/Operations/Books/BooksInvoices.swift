/// Invoices: once, again and again, and before the work.
///
/// <https://www.zoho.com/books/api/v3/invoices/>
extension Resource {
  static let booksInvoices: [Resource] = [
    .books(
      "invoices", id: "invoice_id", one: "invoice", scope: "invoices",
      .records(
        "an invoice", "invoices", invoiceFilters, show: "print accept=pdf|html|json",
        create: "send=true|false ignore_auto_number_generation=true|false"),
      .byUniqueField("an invoice"), .customFields("invoice"), invoiceStates, .approval,
      .mail("send_customer_statement=true|false send_attachment=true|false"), invoiceReminders,
      invoiceCredits, .attachment, .attachmentPreference, .printing("invoice_ids"), .templates,
      .billingAddress, .shippingAddress, .comments, .commentChanges, invoiceRest),
    .books(
      "recurring-invoices", id: "recurring_invoice_id", one: "recurring_invoice", scope: "invoices",
      .records(
        "a recurring invoice", "recurring invoices",
        """
        recurrence_name item_name~ item_description~ customer_name line_item_id item_id tax_id notes
        start_date@ end_date@ customer_id status=active|stopped|expired search_text
        filter_by=Status.All|.Active|.Stopped|.Expired sort_column
        """),
      .byUniqueField("a recurring invoice"),
      [
        .act("stop", "{id}/status/stop", "make no more invoices", body: .optionalJSON),
        .act("resume", "{id}/status/resume", "go on making invoices", body: .optionalJSON),
        .act("use-template", "{id}/templates/{template_id}", "print it by a template", by: .put),
        .list("comments", "{id}/comments", "what happened to it", gives: "comments"),
      ]),
    .books(
      "retainer-invoices", id: "retainerinvoice_id", one: "retainerinvoice", scope: "invoices",
      .records(
        "a retainer invoice", "retainer invoices",
        """
        print filter_by=Status.All|.Sent|.Draft|.OverDue|.Paid|.Void|.Unpaid|.PartiallyPaid|.Viewed\
        |Date.PaymentExpectedDate
        sort_column=customer_name|retainerinvoice_number|date|due_date|total|balance|created_time
        """, create: "ignore_auto_number_generation=true|false"),
      [
        .act("sent", "{id}/status/sent", "mark as given to the customer"),
        .act("void", "{id}/status/void", "cancel it"),
        .act("draft", "{id}/status/draft", "make it a draft again"),
      ], .approval, .mail("send_customer_statement=true|false send_attachment=true|false"),
      .templates, .billingAddress,
      [
        .get("attachment", "{id}/attachment", "download the file on it", gives: .file),
        .upload("attach", "{id}/attachment", "hang a file on it", as: "attachment"),
        .delete("delete-document", "{id}/documents/{document_id}", "take a file off"),
      ], .comments, .commentChanges),
    .books(
      "payment-links", at: "/share/paymentlink", id: "transaction_id", one: "data", many: "data",
      scope: "settings",
      [
        .get(
          "create", "", "an address at which a customer can pay",
          "transaction_id! transaction_type!=invoice|retainer_invoice link_type!=public|private"
            + " expiry_time!", gives: .record("data"))
      ]),
  ]

  private static let invoiceFilters = """
    invoice_number~ item_name~ item_id item_description~ reference_number customer_name
    recurring_invoice_id email total# balance# custom_field~ custom_field_* date@ due_date@
    created_date@ last_modified_time customer_id search_text zcrm_potential_id
    response_option=0|1|2|3|4
    status=sent|draft|overdue|paid|void|unpaid|partially_paid|viewed
    filter_by=Status.All|.Sent|.Draft|.OverDue|.Paid|.Void|.Unpaid|.PartiallyPaid|.Viewed\
    |Date.PaymentExpectedDate|Type.DebitNote
    sort_column=customer_name|invoice_number|date|due_date|total|balance|created_time\
    |last_modified_time
    """

  private static let invoiceStates: [Line] = [
    .act("sent", "{id}/status/sent", "mark as given to the customer, without mail"),
    .act("void", "{id}/status/void", "cancel it; what was paid becomes credit", safety: .money),
    .act("draft", "{id}/status/draft", "make a void one a draft again"),
    .act("write-off", "{id}/writeoff", "give up what is still owed", safety: .money),
    .act(
      "cancel-write-off", "{id}/writeoff/cancel", "take up again what was given up", safety: .money),
  ]

  private static let invoiceReminders: [Line] = [
    .mail("email-many", "email", "mail several, 10 at most", "invoice_ids!"),
    .get(
      "reminder-preview", "{id}/paymentreminder", "the reminder as Books would send it",
      gives: .value),
    .mail(
      "remind", "{id}/paymentreminder", "mail a payment reminder",
      "send_customer_statement=true|false"),
    .mail(
      "remind-many", "paymentreminder", "mail reminders for several, 10 at most", "invoice_ids!",
      gives: .value),
    .act("enable-reminders", "{id}/paymentreminder/enable", "let Books remind by itself"),
    .act("disable-reminders", "{id}/paymentreminder/disable", "let Books not remind by itself"),
  ]

  private static let invoiceCredits: [Line] = [
    .get("payments", "{id}/payments", "what was paid on it", gives: .rows("payments")),
    .get("credits", "{id}/creditsapplied", "credits put on it", gives: .rows("credits")),
    .create(
      "apply-credits", "{id}/credits", "put credits or payments on it", gives: .done, safety: .money
    ),
    .delete("delete-payment", "{id}/payments/{invoice_payment_id}", "take a payment off"),
    .delete("delete-credit", "{id}/creditsapplied/{creditnotes_invoice_id}", "take a credit off"),
  ]

  private static let invoiceRest: [Line] = [
    .create(
      "from-sales-order", "fromsalesorder", "make one of a sales order", "salesorder_id!",
      body: Operation.Body.none),
    .create("map-to-order", "mapwithorder", "tie invoices to a sales order", gives: .value),
    .get("document", "{id}/documents/{document_id}", "download one of its files", gives: .file),
    .delete("delete-document", "{id}/documents/{document_id}", "take one of its files off"),
    .delete(
      "delete-receipt", "expenses/{expense_id}/receipt", "take a billed expense's receipt off"),
  ]
}
