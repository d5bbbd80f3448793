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
      .unknown("GET", "/books/v3/customerpayments/{customer_payment_id}/refunds"),
      .unknown("POST", "/books/v3/customerpayments/{customer_payment_id}/refunds"),
      .served("PUT", "/books/v3/customerpayment/{customer_payment_id}/customfields"),
      .unknown("GET", "/books/v3/customerpayments/{customer_payment_id}/refunds/{refund_id}"),
      .unknown("PUT", "/books/v3/customerpayments/{customer_payment_id}/refunds/{refund_id}"),
      .unknown("DELETE", "/books/v3/customerpayments/{customer_payment_id}/refunds/{refund_id}"),
    ])

  private static let vendorPayments = OfficialArea(
    .books, "vendor-payments",
    [
      .unknown("GET", "/books/v3/vendorpayments"),
      .unknown("POST", "/books/v3/vendorpayments"),
      .unknown("PUT", "/books/v3/vendorpayments"),
      .unknown("DELETE", "/books/v3/vendorpayments"),
      .unknown("GET", "/books/v3/vendorpayments/{payment_id}"),
      .unknown("PUT", "/books/v3/vendorpayments/{payment_id}"),
      .unknown("DELETE", "/books/v3/vendorpayments/{payment_id}"),
      .unknown("GET", "/books/v3/vendorpayments/{payment_id}/refunds"),
      .unknown("POST", "/books/v3/vendorpayments/{payment_id}/refunds"),
      .unknown("GET", "/books/v3/vendorpayments/{payment_id}/refunds/{vendorpayment_refund_id}"),
      .unknown("PUT", "/books/v3/vendorpayments/{payment_id}/refunds/{vendorpayment_refund_id}"),
      .unknown("DELETE", "/books/v3/vendorpayments/{payment_id}/refunds/{vendorpayment_refund_id}"),
      .unknown("GET", "/books/v3/vendorpayments/{payment_id}/email"),
      .unknown("POST", "/books/v3/vendorpayments/{payment_id}/email"),
    ])
}
