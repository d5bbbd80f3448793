import Foundation
import GRDB

extension Invoice {
  /// The invoice in full, as GET, POST and PUT answer it.
  func json(_ call: BooksCall, _ db: Database) throws -> JSONObject {
    let currency = try currency(db)
    let base = try Currency.base(db)
    var json = headJSON(currency, today: call.today)
    json.append("email", .string(try contactEmail(db)))
    let persons = JSONValue.array(try persons(db).map { .object($0.recipientJSON) })
    json.append("contact_persons", try JSONValue(parsing: contactPersons))
    json.append("contact_persons_associated", persons)
    json.append("contact_persons_details", persons)
    json.append(
      "line_items",
      .array(
        try InvoiceLine.all(of: invoiceId, db).map { .object(try $0.invoiceJSON(exchangeRate)) })
    )
    appendSums(to: &json, base: base)
    let settled: KeyValuePairs<String, Int64> = [
      "payment_made": paymentMade, "credits_applied": creditsApplied, "tax_amount_withheld": 0,
      "balance": balance, "write_off_amount": writeOffAmount,
    ]
    for (name, amount) in settled { json.append(name, .number(Decimal(millionths: amount))) }
    json.append("taxes", try JSONValue(parsing: taxes))
    json.append("tax_rounding", .string(try BooksSettings.value("tax_rounding", db)))
    json.append("billing_address", try JSONValue(parsing: billingAddress))
    json.append("shipping_address", try JSONValue(parsing: shippingAddress))
    json.append("notes", .string(notes))
    json.append("terms", .string(terms))
    json.append("custom_subject", .string(customSubject))
    json.append("custom_body", .string(customBody))
    try CustomValues(.invoice, db).append(CustomValues.values(of: invoiceId, db), to: &json)
    json.append("template_id", .string(templateId))
    json.append("template_name", .string(DocumentTemplate.name(templateId)))
    json.append("created_by_id", .string(createdById))
    json.append("salesperson_id", "")
    json.append("salesperson_name", .string(salespersonName))
    json.append("created_time", .string(Contact.time(createdTime)))
    json.append("last_modified_time", .string(Contact.time(lastModifiedTime)))
    try Attachment.append(of: invoiceId, to: &json, db)
    json.append("payment_options", ["payment_gateways": []])
    json.append("allow_partial_payments", true)
    json.append("invoice_url", .string(viewURL(call.request.baseURL)))
    return json
  }

  /// Where the customer looks at it.
  func viewURL(_ baseURL: String) -> String {
    "\(baseURL)/SecurePayment?CInvoiceID=\(viewKey)"
  }

  private func headJSON(_ currency: Currency, today: Day) -> JSONObject {
    [
      "invoice_id": .string(String(invoiceId)), "invoice_number": .string(invoiceNumber),
      "date": .string(date), "status": .string(status(on: today)),
      "payment_terms": JSONValue(paymentTerms), "payment_terms_label": .string(paymentTermsLabel),
      "due_date": .string(dueDate), "payment_expected_date": .string(paymentExpectedDate),
      "last_payment_date": .string(lastPaymentDate), "reference_number": .string(referenceNumber),
      "customer_id": .string(String(customerId)), "customer_name": .string(customerName),
      "zcrm_potential_id": .string(zcrmPotentialId),
      "zcrm_potential_name": .string(zcrmPotentialName),
      "currency_id": .string(String(currencyId)), "currency_code": .string(currency.code),
      "currency_symbol": .string(currency.symbol),
      "exchange_rate": .number(Decimal(millionths: exchangeRate)),
      "discount": DocumentTotals.Discount(stored: discount).json,
      "is_discount_before_tax": JSONValue(isDiscountBeforeTax),
      "discount_type": .string(discountType), "is_inclusive_tax": JSONValue(isInclusiveTax),
      "type": .string(type), "recurring_invoice_id": .string(Self.idText(recurringInvoiceId)),
      "estimate_id": .string(Self.idText(estimateId)),
      "salesorder_id": .string(Self.idText(salesorderId)),
      "reference_invoice_id": .string(Self.idText(referenceInvoiceId)),
      "is_viewed_by_client": JSONValue(clientViewedTime != nil),
      "client_viewed_time": .string(clientViewedTime.map(Contact.time) ?? ""),
      "is_emailed": JSONValue(isEmailed), "reminders_sent": JSONValue(remindersSent),
      "last_reminder_sent_date": .string(lastReminderSentDate),
      "payment_reminder_enabled": JSONValue(isReminderEnabled),
      "price_precision": JSONValue(currency.places),
    ]
  }

  private static func idText(_ id: Int64?) -> String { id.map(String.init) ?? "" }

  private func contactEmail(_ db: Database) throws -> String {
    try ContactPerson.all(of: customerId, db).first?.email ?? ""
  }
}

extension InvoiceLine {
  fileprivate func invoiceJSON(_ exchangeRate: Int64) throws -> JSONObject {
    var json = try json(exchangeRate: exchangeRate)
    json.append("salesorder_item_id", .string(salesorderItemId.map(String.init) ?? ""))
    json.append("project_id", "")
    json.append("expense_id", "")
    return json
  }
}
