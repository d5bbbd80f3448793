/// What is bought: expenses, orders, bills, what is paid on them and what vendors give back.
///
/// <https://www.zoho.com/books/api/v3/expenses/>
extension Resource {
  static let booksPurchases: [Resource] = [
    expenses, recurringExpenses, purchaseOrders, bills, recurringBills, vendorPayments,
    vendorCredits, employees,
  ]

  private static let expenses = books(
    "expenses", id: "expense_id", one: "expense", scope: "expenses",
    .records(
      "an expense", "expenses",
      """
      description~ reference_number~ date@ amount# account_name~ customer_name~ vendor_name~
      customer_id vendor_id recurring_expense_id paid_through_account_id search_text
      status=unbilled|invoiced|reimbursed|non-billable|billable
      filter_by=Status.All|.Billable|.Nonbillable|.Reimbursed|.Invoiced|.Unbilled
      sort_column=date|account_name|total|bcy_total|reference_number|customer_name|created_time
      """),
    .byUniqueField("an expense"),
    [
      .list("comments", "{id}/comments", "what happened to it", gives: "comments"),
      .get("receipt", "{id}/receipt", "download the receipt", "preview", gives: .file),
      .upload("add-receipt", "{id}/receipt", "hang the receipt on it", as: "receipt"),
      .delete("delete-receipt", "{id}/receipt", "take the receipt off"),
      .upload("attach", "{id}/attachment", "hang a file on it", as: "attachment"),
    ])

  private static let recurringExpenses = books(
    "recurring-expenses", id: "recurring_expense_id", one: "recurring_expense", scope: "expenses",
    .records(
      "a recurring expense", "recurring expenses",
      """
      recurrence_name~ last_created_date@ next_expense_date@ account_id account_name~ amount#
      customer_name~ customer_id paid_through_account_id search_text status=active|stopped|expired
      filter_by=Status.All|.Active|.Expired|.Stopped
      sort_column=next_expense_date|account_name|total|last_created_date|recurrence_name\
      |customer_name|created_time
      """),
    .byUniqueField("a recurring expense"),
    [
      .act("stop", "{id}/status/stop", "make no more expenses"),
      .act("resume", "{id}/status/resume", "go on making expenses"),
      .list(
        "expenses", "{id}/expenses", "the expenses it made", "sort_column", gives: "expensehistory"),
      .list("comments", "{id}/comments", "what happened to it", gives: "comments"),
    ])

  private static let purchaseOrders = books(
    "purchase-orders", id: "purchaseorder_id", one: "purchaseorder", scope: "purchaseorders",
    .records(
      "a purchase order", "purchase orders",
      """
      purchaseorder_number~ reference_number~ date@ item_description~ vendor_name~ total#
      total_start total_end vendor_id last_modified_time item_id search_text custom_field~
      custom_field_* status=draft|open|billed|cancelled
      filter_by=Status.All|.Draft|.Open|.Billed|.Cancelled
      sort_column=vendor_name|purchaseorder_number|date|delivery_date|total|created_time
      """, show: "print accept=pdf|html|json",
      create: "ignore_auto_number_generation=true|false"),
    .byUniqueField("a purchase order"), .customFields("purchaseorder"),
    [
      .act("open", "{id}/status/open", "mark as open"),
      .act("billed", "{id}/status/billed", "mark as billed"),
      .act("cancel", "{id}/status/cancelled", "cancel it"),
    ], .approval, [.act("reject", "{id}/reject", "reject it")],
    .mail("send_attachment=true|false file_name"), .billingAddress, .templates, .attachment,
    .attachmentPreference, .comments, .commentChanges)

  private static let bills = books(
    "bills", id: "bill_id", one: "bill", scope: "bills",
    .records(
      "a bill", "bills",
      """
      bill_number~ reference_number~ date@ description~ vendor_name~ total# vendor_id item_id
      recurring_bill_id purchaseorder_id last_modified_time search_text
      status=paid|open|overdue|void|partially_paid
      filter_by=Status.All|.PartiallyPaid|.Paid|.Overdue|.Void|.Open
      sort_column=vendor_name|bill_number|date|due_date|total|balance|created_time
      """),
    .byUniqueField("a bill"), .customFields("bill"),
    [
      .act("void", "{id}/status/void", "cancel it", safety: .money),
      .act("open", "{id}/status/open", "mark as open"),
    ], .approval, .billingAddress,
    [
      .get("payments", "{id}/payments", "what was paid on it", gives: .rows("payments")),
      .create("apply-credits", "{id}/credits", "put credits on it", gives: .done, safety: .money),
      .delete("delete-payment", "{id}/payments/{bill_payment_id}", "take a payment off"),
    ], .attachment, .comments,
    [
      .get(
        "from-purchase-orders", "editpage/frompurchaseorders", "a bill as orders would make it",
        "purchaseorder_ids!", gives: .record("bill"))
    ])

  private static let recurringBills = books(
    "recurring-bills", id: "recurring_bill_id", one: "recurring_bill", many: "recurring_bills",
    scope: "bills",
    [
      .list(
        "list", "", "recurring bills that match",
        """
        recurring_bill_id vendor_id vendor_name~ recurrence_name~ start_date@ end_date@
        status=active|stopped|expired
        """, gives: "recurringbills"),
      .get("show", "/recurring_bills/{id}", "a recurring bill in full"),
      .create("create", "", "make a recurring bill"),
      .update("update", "{id}", "change a recurring bill"),
      .delete("delete", "/recurring_bills/{id}", "delete a recurring bill"),
      .act("stop", "{id}/status/stop", "make no more bills"),
      .act("resume", "{id}/status/resume", "go on making bills"),
      .list("comments", "{id}/comments", "what happened to it", gives: "comments"),
    ], .byUniqueField("a recurring bill"))

  private static let vendorPayments = books(
    "vendor-payments", id: "payment_id", one: "vendorpayment", scope: "vendorpayments",
    .records(
      "a payment to a vendor", "payments to vendors",
      """
      vendor_name~ reference_number~ payment_number~ date@ amount# payment_mode~ notes~ vendor_id
      last_modified_time bill_id description~ search_text
      filter_by=PaymentMode.All|.Check|.Cash|.BankTransfer|.Paypal|.CreditCard|.GoogleCheckout\
      |.Credit|.Authorizenet|.BankRemittance|.Payflowpro|.Others
      sort_column=vendor_name|date|reference_number|amount|balance
      """, show: "fetchTaxInfo fetchstatementlineinfo print is_bill_payment_id", safety: .money),
    .byUniqueField("a payment to a vendor"),
    [
      .delete(
        "delete-many", "", "delete several payments", "vendorpayment_id! bulk_delete!=true")
    ],
    .refunds(
      id: "vendorpayment_refund_id", one: "vendorpayment_refund", many: "vendorpayment_refunds"),
    .mail("send_attachment=true|false file_name"))

  private static let vendorCredits = books(
    "vendor-credits", id: "vendor_credit_id", one: "vendor_credit", many: "vendorcredits",
    scope: "debitnotes",
    .records(
      "a vendor credit", "vendor credits",
      """
      vendor_credit_number~ date@ total# total_start total_end reference_number~ customer_name~
      item_name~ item_description~ notes~ custom_field~ custom_field_* last_modified_time
      customer_id line_item_id item_id tax_id search_text status=open|closed|void|draft
      filter_by=Status.All|.Open|.Draft|.Closed|.Void
      sort_column=vendor_name|vendor_credit_number|balance|total|date|created_time\
      |last_modified_time|reference_number
      """, show: "print accept=pdf|html|json",
      create: "bill_id ignore_auto_number_generation=true|false"),
    [
      .act("open", "{id}/status/open", "make it usable"),
      .act("void", "{id}/status/void", "cancel it", safety: .money),
    ], .approval,
    [
      .get("bills", "{id}/bills", "bills it was put on", gives: .rows("bills_credited")),
      .create("apply", "{id}/bills", "put it on bills", gives: .done, safety: .money),
      .delete("unapply", "{id}/bills/{vendor_credit_bill_id}", "take it off a bill"),
      .list(
        "all-refunds", "refunds", "refunds of all vendor credits",
        "customer_id last_modified_time sort_column", gives: "vendor_credit_refunds"),
    ],
    .refunds(
      id: "vendor_credit_refund_id", one: "vendor_credit_refund", many: "vendor_credit_refunds"),
    .comments)

  private static let employees = books(
    "employees", id: "employee_id", one: "employee", scope: "expenses",
    [
      .list("list", "", "employees, for expenses"), .get("show", "{id}", "one employee"),
      .create("create", "", "add an employee"),
      .delete("delete", "/employee/{id}", "delete an employee"),
    ])
}
