extension BooksOperations {
  /// Money that came in or went out.
  static let paymentAreas: [OfficialArea] = [
    customerPayments, vendorPayments,
  ]

  private static let customerPayments = OfficialArea(
    .books, "customer-payments",
    [
      .served("GET", "/books/v3/customerpayments"),
      .served("POST", "/books/v3/customerpayments"),
      .served("PUT", "/books/v3/customerpayments"),
      .served("DELETE", "/books/v3/customerpayments"),
      .served("GET", "/books/v3/customerpayments/{payment_id}"),
      .served("PUT", "/books/v3/customerpayments/{payment_id}"),
      .served("DELETE", "/books/v3/customerpayments/{payment_id}"),
      .served("GET", "/books/v3/customerpayments/{customer_payment_id}/refunds"),
      .served("POST", "/books/v3/customerpayments/{customer_payment_id}/refunds"),
      .served("PUT", "/books/v3/customerpayment/{customer_payment_id}/customfields"),
      .served("GET", "/books/v3/customerpayments/{customer_payment_id}/refunds/{refund_id}"),
      .served("PUT", "/books/v3/customerpayments/{customer_payment_id}/refunds/{refund_id}"),
      .served("DELETE", "/books/v3/customerpayments/{customer_payment_id}/refunds/{refund_id}"),
    ])

  private static let vendorPayments = OfficialArea(
    .books, "vendor-payments",
    [
      .served("GET", "/books/v3/vendorpayments"),
      .served("POST", "/books/v3/vendorpayments"),
      .unknown("PUT", "/books/v3/vendorpayments"),
      .served("DELETE", "/books/v3/vendorpayments"),
      .served("GET", "/books/v3/vendorpayments/{payment_id}"),
      .served("PUT", "/books/v3/vendorpayments/{payment_id}"),
      .served("DELETE", "/books/v3/vendorpayments/{payment_id}"),
      .served("GET", "/books/v3/vendorpayments/{payment_id}/refunds"),
      .served("POST", "/books/v3/vendorpayments/{payment_id}/refunds"),
      .served("GET", "/books/v3/vendorpayments/{payment_id}/refunds/{vendorpayment_refund_id}"),
      .served("PUT", "/books/v3/vendorpayments/{payment_id}/refunds/{vendorpayment_refund_id}"),
      .served("DELETE", "/books/v3/vendorpayments/{payment_id}/refunds/{vendorpayment_refund_id}"),
      .served("GET", "/books/v3/vendorpayments/{payment_id}/email"),
      .served("POST", "/books/v3/vendorpayments/{payment_id}/email"),
    ])
}
