extension BooksOperations {
  /// What is bought.
  static let purchaseAreas: [OfficialArea] = [
    bills, recurringBills, purchaseOrder, vendorCredits, expenses, recurringExpenses,
  ]

  private static let bills = OfficialArea(
    .books, "bills",
    [
      .unknown("GET", "/books/v3/bills"),
      .unknown("POST", "/books/v3/bills"),
      .unknown("PUT", "/books/v3/bills"),
      .unknown("GET", "/books/v3/bills/{bill_id}"),
      .unknown("PUT", "/books/v3/bills/{bill_id}"),
      .unknown("DELETE", "/books/v3/bills/{bill_id}"),
      .unknown("PUT", "/books/v3/bill/{bill_id}/customfields"),
      .unknown("POST", "/books/v3/bills/{bill_id}/status/void"),
      .unknown("POST", "/books/v3/bills/{bill_id}/status/open"),
      .unknown("POST", "/books/v3/bills/{bill_id}/submit"),
      .unknown("POST", "/books/v3/bills/{bill_id}/approve"),
      .unknown("PUT", "/books/v3/bills/{bill_id}/address/billing"),
      .unknown("GET", "/books/v3/bills/{bill_id}/payments"),
      .unknown("POST", "/books/v3/bills/{bill_id}/credits"),
      .unknown("DELETE", "/books/v3/bills/{bill_id}/payments/{bill_payment_id}"),
      .unknown("GET", "/books/v3/bills/{bill_id}/attachment"),
      .unknown("POST", "/books/v3/bills/{bill_id}/attachment"),
      .unknown("DELETE", "/books/v3/bills/{bill_id}/attachment"),
      .unknown("GET", "/books/v3/bills/{bill_id}/comments"),
      .unknown("POST", "/books/v3/bills/{bill_id}/comments"),
      .unknown("DELETE", "/books/v3/bills/{bill_id}/comments/{comment_id}"),
      .unknown("GET", "/books/v3/bills/editpage/frompurchaseorders"),
    ])

  private static let recurringBills = OfficialArea(
    .books, "recurring-bills",
    [
      .unknown("GET", "/books/v3/recurringbills"),
      .unknown("POST", "/books/v3/recurringbills"),
      .unknown("PUT", "/books/v3/recurringbills"),
      .unknown("PUT", "/books/v3/recurringbills/{recurring_bill_id}"),
      .unknown("GET", "/books/v3/recurring_bills/{recurring_bill_id}"),
      .unknown("DELETE", "/books/v3/recurring_bills/{recurring_bill_id}"),
      .unknown("POST", "/books/v3/recurringbills/{recurring_bill_id}/status/stop"),
      .unknown("POST", "/books/v3/recurringbills/{recurring_bill_id}/status/resume"),
      .unknown("GET", "/books/v3/recurringbills/{recurring_bill_id}/comments"),
    ])

  private static let purchaseOrder = OfficialArea(
    .books, "purchase-order",
    [
      .unknown("GET", "/books/v3/purchaseorders"),
      .unknown("POST", "/books/v3/purchaseorders"),
      .unknown("PUT", "/books/v3/purchaseorders"),
      .unknown("GET", "/books/v3/purchaseorders/{purchase_order_id}"),
      .unknown("PUT", "/books/v3/purchaseorders/{purchase_order_id}"),
      .unknown("DELETE", "/books/v3/purchaseorders/{purchase_order_id}"),
      .unknown("PUT", "/books/v3/purchaseorder/{purchaseorder_id}/customfields"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/status/open"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/status/billed"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/status/cancelled"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/submit"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/approve"),
      .unknown("GET", "/books/v3/purchaseorders/{purchaseorder_id}/email"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/email"),
      .unknown("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/address/billing"),
      .unknown("GET", "/books/v3/purchaseorders/templates"),
      .unknown("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/templates/{template_id}"),
      .unknown("GET", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .unknown("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .unknown("DELETE", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .unknown("GET", "/books/v3/purchaseorders/{purchaseorder_id}/comments"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/comments"),
      .unknown("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/comments/{comment_id}"),
      .unknown("DELETE", "/books/v3/purchaseorders/{purchaseorder_id}/comments/{comment_id}"),
      .unknown("POST", "/books/v3/purchaseorders/{purchaseorder_id}/reject"),
    ])

  private static let vendorCredits = OfficialArea(
    .books, "vendor-credits",
    [
      .unknown("GET", "/books/v3/vendorcredits"),
      .unknown("POST", "/books/v3/vendorcredits"),
      .unknown("GET", "/books/v3/vendorcredits/{vendor_credit_id}"),
      .unknown("PUT", "/books/v3/vendorcredits/{vendor_credit_id}"),
      .unknown("DELETE", "/books/v3/vendorcredits/{vendor_credit_id}"),
      .unknown("POST", "/books/v3/vendorcredits/{vendor_credit_id}/status/open"),
      .unknown("POST", "/books/v3/vendorcredits/{vendor_credit_id}/status/void"),
      .unknown("POST", "/books/v3/vendorcredits/{vendor_credit_id}/submit"),
      .unknown("POST", "/books/v3/vendorcredits/{vendor_credit_id}/approve"),
      .unknown("GET", "/books/v3/vendorcredits/{vendor_credit_id}/bills"),
      .unknown("POST", "/books/v3/vendorcredits/{vendor_credit_id}/bills"),
      .unknown(
        "DELETE", "/books/v3/vendorcredits/{vendor_credit_id}/bills/{vendor_credit_bill_id}"),
      .unknown("GET", "/books/v3/vendorcredits/{vendor_credit_id}/refunds"),
      .unknown("POST", "/books/v3/vendorcredits/{vendor_credit_id}/refunds"),
      .unknown(
        "GET", "/books/v3/vendorcredits/{vendor_credit_id}/refunds/{vendor_credit_refund_id}"),
      .unknown(
        "PUT", "/books/v3/vendorcredits/{vendor_credit_id}/refunds/{vendor_credit_refund_id}"),
      .unknown(
        "DELETE", "/books/v3/vendorcredits/{vendor_credit_id}/refunds/{vendor_credit_refund_id}"),
      .unknown("GET", "/books/v3/vendorcredits/refunds"),
      .unknown("GET", "/books/v3/vendorcredits/{vendor_credit_id}/comments"),
      .unknown("POST", "/books/v3/vendorcredits/{vendor_credit_id}/comments"),
      .unknown("DELETE", "/books/v3/vendorcredits/{vendor_credit_id}/comments/{comment_id}"),
    ])

  private static let expenses = OfficialArea(
    .books, "expenses",
    [
      .served("GET", "/books/v3/expenses"),
      .served("POST", "/books/v3/expenses"),
      .unknown("PUT", "/books/v3/expenses"),
      .served("GET", "/books/v3/expenses/{expense_id}"),
      .served("PUT", "/books/v3/expenses/{expense_id}"),
      .served("DELETE", "/books/v3/expenses/{expense_id}"),
      .served("GET", "/books/v3/expenses/{expense_id}/comments"),
      .served("GET", "/books/v3/employees"),
      .served("POST", "/books/v3/employees"),
      .served("GET", "/books/v3/employees/{employee_id}"),
      .served("DELETE", "/books/v3/employee/{employee_id}"),
      .unknown("GET", "/books/v3/expenses/{expense_id}/receipt"),
      .unknown("POST", "/books/v3/expenses/{expense_id}/receipt"),
      .unknown("DELETE", "/books/v3/expenses/{expense_id}/receipt"),
      .unknown("POST", "/books/v3/expenses/{expense_id}/attachment"),
    ])

  private static let recurringExpenses = OfficialArea(
    .books, "recurring-expenses",
    [
      .served("GET", "/books/v3/recurringexpenses"),
      .served("POST", "/books/v3/recurringexpenses"),
      .unknown("PUT", "/books/v3/recurringexpenses"),
      .served("GET", "/books/v3/recurringexpenses/{recurring_expense_id}"),
      .served("PUT", "/books/v3/recurringexpenses/{recurring_expense_id}"),
      .served("DELETE", "/books/v3/recurringexpenses/{recurring_expense_id}"),
      .served("POST", "/books/v3/recurringexpenses/{recurring_expense_id}/status/stop"),
      .served("POST", "/books/v3/recurringexpenses/{recurring_expense_id}/status/resume"),
      .served("GET", "/books/v3/recurringexpenses/{recurring_expense_id}/expenses"),
      .served("GET", "/books/v3/recurringexpenses/{recurring_expense_id}/comments"),
    ])
}
