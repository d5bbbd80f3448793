/// What comes before an invoice: estimates and sales orders; and sales paid at once.
///
/// <https://www.zoho.com/books/api/v3/estimates/>
extension Resource {
  static let booksSales: [Resource] = [
    .books(
      "estimates", id: "estimate_id", one: "estimate", scope: "estimates",
      .records(
        "an estimate", "estimates",
        """
        estimate_number~ reference_number~ customer_name~ total# customer_id item_id item_name~
        item_description~ custom_field~ custom_field_* expiry_date@ date@ search_text
        zcrm_potential_id status=draft|sent|invoiced|accepted|declined|expired
        filter_by=Status.All|.Sent|.Draft|.Invoiced|.Accepted|.Declined|.Expired
        sort_column=customer_name|estimate_number|date|total|created_time
        """, show: "print accept=pdf|html|json",
        create: "send=true|false ignore_auto_number_generation=true|false"),
      .byUniqueField("an estimate"), .customFields("estimate"),
      [
        .act("sent", "{id}/status/sent", "mark as given to the customer"),
        .act("accepted", "{id}/status/accepted", "mark as accepted"),
        .act("declined", "{id}/status/declined", "mark as declined"),
      ], .approval, .mail(),
      [.mail("email-many", "email", "mail several, 10 at most", "estimate_ids!")],
      .printing("estimate_ids"), .billingAddress, .shippingAddress, .templates, .comments,
      .commentChanges),
    .books(
      "sales-orders", id: "salesorder_id", one: "salesorder", scope: "salesorders",
      .records(
        "a sales order", "sales orders",
        """
        salesorder_number~ item_name~ item_id item_description~ reference_number~ customer_name~
        total# total_start total_end date@ shipment_date@ customer_id salesperson_id salesorder_ids
        zcrm_potential_id last_modified_time accept print customview_id search_text
        status=draft|open|invoiced|partially_invoiced|void|overdue
        filter_by=Status.All|.Open|.Draft|.OverDue|.PartiallyInvoiced|.Invoiced|.Void|.Closed
        sort_column=customer_name|salesorder_number|shipment_date|last_modified_time\
        |reference_number|total|date|created_time
        """, show: "print accept=pdf|html|json",
        create: "ignore_auto_number_generation=true|false"),
      .byUniqueField("a sales order"), .customFields("salesorder"),
      [
        .act("open", "{id}/status/open", "mark as open"),
        .act("void", "{id}/status/void", "cancel it", body: .optionalJSON),
        .act("substatus", "{id}/substatus/{status_code}", "give it a status of your own"),
      ], .approval, .mail("send_attachment=true|false file_name"), .printing("salesorder_ids"),
      .billingAddress, .shippingAddress, .templates, .attachment, .attachmentPreference, .comments,
      .commentChanges),
    .books(
      "sales-receipts", id: "sales_receipt_id", one: "salesreceipt", scope: "invoices",
      .records(
        "a sales receipt", "sales receipts",
        """
        receipt_number~ item_name~ customer_id date@ total# total_start total_end
        filter_by=Status.All|.Draft|.Sent|ThisWeek|ThisMonth|ThisQuarter|ThisYear|PreviousDay\
        |PreviousWeek|PreviousMonth|PreviousQuarter|PreviousYear
        sort_column=customer_name|receipt_number|date|total|created_time
        """, show: "accept=pdf|html|json", create: "ignore_auto_number_generation=true|false",
        safety: .money),
      [.mail("email", "{id}/email", "mail it", "attach_pdf=true|false")]),
  ]
}
