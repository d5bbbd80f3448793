extension BooksOperations {
  /// What is bought.
  static let purchaseAreas: [OfficialArea] = [
    bills, recurringBills, purchaseOrder, vendorCredits, expenses, recurringExpenses,
  ]

  private static let bills = OfficialArea(
    .books, "bills",
    [
      .served("GET", "/books/v3/bills"),
      .served("POST", "/books/v3/bills"),
      .served("PUT", "/books/v3/bills"),
      .served("GET", "/books/v3/bills/{bill_id}"),
      .served("PUT", "/books/v3/bills/{bill_id}"),
      .served("DELETE", "/books/v3/bills/{bill_id}"),
      .served("PUT", "/books/v3/bill/{bill_id}/customfields"),
      .served("POST", "/books/v3/bills/{bill_id}/status/void"),
      .served("POST", "/books/v3/bills/{bill_id}/status/open"),
      .served("POST", "/books/v3/bills/{bill_id}/submit"),
      .served("POST", "/books/v3/bills/{bill_id}/approve"),
      .served("PUT", "/books/v3/bills/{bill_id}/address/billing"),
      .served("GET", "/books/v3/bills/{bill_id}/payments"),
      .served("POST", "/books/v3/bills/{bill_id}/credits"),
      .served("DELETE", "/books/v3/bills/{bill_id}/payments/{bill_payment_id}"),
      .served("GET", "/books/v3/bills/{bill_id}/attachment"),
      .served("POST", "/books/v3/bills/{bill_id}/attachment"),
      .served("DELETE", "/books/v3/bills/{bill_id}/attachment"),
      .served("GET", "/books/v3/bills/{bill_id}/comments"),
      .served("POST", "/books/v3/bills/{bill_id}/comments"),
      .served("DELETE", "/books/v3/bills/{bill_id}/comments/{comment_id}"),
      .served("GET", "/books/v3/bills/editpage/frompurchaseorders"),
    ])

  private static let recurringBills = OfficialArea(
    .books, "recurring-bills",
    [
      .served("GET", "/books/v3/recurringbills"),
      .served("POST", "/books/v3/recurringbills"),
      .served("PUT", "/books/v3/recurringbills"),
      .served("PUT", "/books/v3/recurringbills/{recurring_bill_id}"),
      .served("GET", "/books/v3/recurring_bills/{recurring_bill_id}"),
      .served("DELETE", "/books/v3/recurring_bills/{recurring_bill_id}"),
      .served("POST", "/books/v3/recurringbills/{recurring_bill_id}/status/stop"),
      .served("POST", "/books/v3/recurringbills/{recurring_bill_id}/status/resume"),
      .served("GET", "/books/v3/recurringbills/{recurring_bill_id}/comments"),
    ])

  private static let purchaseOrder = OfficialArea(
    .books, "purchase-order",
    [
      .served("GET", "/books/v3/purchaseorders"),
      .served("POST", "/books/v3/purchaseorders"),
      .served("PUT", "/books/v3/purchaseorders"),
      .served("GET", "/books/v3/purchaseorders/{purchase_order_id}"),
      .served("PUT", "/books/v3/purchaseorders/{purchase_order_id}"),
      .served("DELETE", "/books/v3/purchaseorders/{purchase_order_id}"),
      .served("PUT", "/books/v3/purchaseorder/{purchaseorder_id}/customfields"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/status/open"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/status/billed"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/status/cancelled"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/submit"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/approve"),
      .served("GET", "/books/v3/purchaseorders/{purchaseorder_id}/email"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/email"),
      .served("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/address/billing"),
      .served("GET", "/books/v3/purchaseorders/templates"),
      .served("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/templates/{template_id}"),
      .served("GET", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .served("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .served("DELETE", "/books/v3/purchaseorders/{purchaseorder_id}/attachment"),
      .served("GET", "/books/v3/purchaseorders/{purchaseorder_id}/comments"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/comments"),
      .served("PUT", "/books/v3/purchaseorders/{purchaseorder_id}/comments/{comment_id}"),
      .served("DELETE", "/books/v3/purchaseorders/{purchaseorder_id}/comments/{comment_id}"),
      .served("POST", "/books/v3/purchaseorders/{purchaseorder_id}/reject"),
    ])

  private static let vendorCredits = OfficialArea(
    .books, "vendor-credits",
    [
      .served("GET", "/books/v3/vendorcredits"),
      .served("POST", "/books/v3/vendorcredits"),
      .served("GET", "/books/v3/vendorcredits/{vendor_credit_id}"),
      .served("PUT", "/books/v3/vendorcredits/{vendor_credit_id}"),
      .served("DELETE", "/books/v3/vendorcredits/{vendor_credit_id}"),
      .served("POST", "/books/v3/vendorcredits/{vendor_credit_id}/status/open"),
      .served("POST", "/books/v3/vendorcredits/{vendor_credit_id}/status/void"),
      .served("POST", "/books/v3/vendorcredits/{vendor_credit_id}/submit"),
      .served("POST", "/books/v3/vendorcredits/{vendor_credit_id}/approve"),
      .served("GET", "/books/v3/vendorcredits/{vendor_credit_id}/bills"),
      .served("POST", "/books/v3/vendorcredits/{vendor_credit_id}/bills"),
      .served("DELETE", "/books/v3/vendorcredits/{vendor_credit_id}/bills/{vendor_credit_bill_id}"),
      .served("GET", "/books/v3/vendorcredits/{vendor_credit_id}/refunds"),
      .served("POST", "/books/v3/vendorcredits/{vendor_credit_id}/refunds"),
      .served(
        "GET", "/books/v3/vendorcredits/{vendor_credit_id}/refunds/{vendor_credit_refund_id}"),
      .served(
        "PUT", "/books/v3/vendorcredits/{vendor_credit_id}/refunds/{vendor_credit_refund_id}"),
      .served(
        "DELETE", "/books/v3/vendorcredits/{vendor_credit_id}/refunds/{vendor_credit_refund_id}"),
      .served("GET", "/books/v3/vendorcredits/refunds"),
      .served("GET", "/books/v3/vendorcredits/{vendor_credit_id}/comments"),
      .served("POST", "/books/v3/vendorcredits/{vendor_credit_id}/comments"),
      .served("DELETE", "/books/v3/vendorcredits/{vendor_credit_id}/comments/{comment_id}"),
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
      .served("GET", "/books/v3/expenses/{expense_id}/receipt"),
      .served("POST", "/books/v3/expenses/{expense_id}/receipt"),
      .served("DELETE", "/books/v3/expenses/{expense_id}/receipt"),
      .served("POST", "/books/v3/expenses/{expense_id}/attachment"),
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
