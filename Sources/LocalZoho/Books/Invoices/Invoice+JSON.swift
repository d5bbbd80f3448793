import Foundation
import GRDB

extension Invoice {
  /// The invoice in full, as GET, POST and PUT answer it.
  func json(_ call: BooksCall, _ db: Database) throws -> JSONObject {
    let writing = InvoiceWriting(call: call, db: db)
    let currency = try writing.currency(of: self)
    let base = try Currency.base(db)
    var json = headJSON(currency, today: call.today)
    json.append("email", .string(try contactEmail(db)))
    let persons = try personsJSON(db)
    json.append("contact_persons", try JSONValue(parsing: contactPersons))
    json.append("contact_persons_associated", persons)
    json.append("contact_persons_details", persons)
    json.append(
      "line_items", .array(try InvoiceLine.all(of: invoiceId, db).map { .object(try lineJSON($0)) })
    )
    appendSums(to: &json, base: base)
    json.append("taxes", try JSONValue(parsing: taxes))
    json.append("tax_rounding", .string(try BooksSettings.value("tax_rounding", db)))
    json.append("billing_address", try JSONValue(parsing: billingAddress))
    json.append("shipping_address", try JSONValue(parsing: shippingAddress))
    json.append("notes", .string(notes))
    json.append("terms", .string(terms))
    json.append("custom_subject", .string(customSubject))
    json.append("custom_body", .string(customBody))
    try CustomValues(.invoice, db).append(CustomValues.values(of: invoiceId, db), to: &json)
    json.append("template_id", .string(InvoiceTemplate.id))
    json.append("template_name", .string(InvoiceTemplate.name))
    json.append("created_by_id", .string(createdById))
    json.append("salesperson_id", "")
    json.append("salesperson_name", .string(salespersonName))
    json.append("created_time", .string(Contact.time(createdTime)))
    json.append("last_modified_time", .string(Contact.time(lastModifiedTime)))
    json.append("attachment_name", "")
    json.append("can_send_in_mail", true)
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
      "recurring_invoice_id": "", "is_viewed_by_client": JSONValue(clientViewedTime != nil),
      "has_attachment": false,
      "client_viewed_time": .string(clientViewedTime.map(Contact.time) ?? ""),
      "is_emailed": JSONValue(isEmailed), "reminders_sent": JSONValue(remindersSent),
      "last_reminder_sent_date": .string(lastReminderSentDate), "payment_reminder_enabled": true,
      "price_precision": JSONValue(currency.places),
    ]
  }

  private func appendSums(to json: inout JSONObject, base: Currency) {
    let rate = Decimal(millionths: exchangeRate)
    func inBase(_ amount: Int64) -> JSONValue {
      .number((Decimal(millionths: amount) * rate).rounded(places: base.places))
    }
    let sums: KeyValuePairs<String, Int64> = [
      "shipping_charge": shippingCharge, "adjustment": adjustment, "sub_total": subTotal,
      "sub_total_inclusive_of_tax": subTotalInclusiveOfTax, "discount_total": discountTotal,
      "tax_total": taxTotal, "total": total, "payment_made": paymentMade, "credits_applied": 0,
      "tax_amount_withheld": 0, "balance": balance, "write_off_amount": writeOffAmount,
    ]
    for (name, amount) in sums { json.append(name, .number(Decimal(millionths: amount))) }
    json.append("adjustment_description", .string(adjustmentDescription))
    json.append("bcy_shipping_charge", inBase(shippingCharge))
    json.append("bcy_adjustment", inBase(adjustment))
    json.append("bcy_sub_total", inBase(subTotal))
    json.append("bcy_discount_total", inBase(discountTotal))
    json.append("bcy_tax_total", inBase(taxTotal))
    json.append("bcy_total", .number(Decimal(millionths: bcyTotal)))
  }

  private func contactEmail(_ db: Database) throws -> String {
    try ContactPerson.all(of: customerId, db).first?.email ?? ""
  }

  /// The persons the invoice goes to.
  func persons(_ db: Database) throws -> [ContactPerson] {
    let ids = try JSONValue(parsing: contactPersons).arrayValue ?? []
    return try ids.compactMap { id in
      try id.stringValue.flatMap { Int64($0) }.flatMap { try ContactPerson.fetchOne(db, key: $0) }
    }
  }

  private func personsJSON(_ db: Database) throws -> JSONValue {
    .array(
      try persons(db).map { person in
        [
          "contact_person_id": .string(String(person.contactPersonId)),
          "contact_person_name": .string(person.fullName),
          "first_name": .string(person.firstName), "last_name": .string(person.lastName),
          "contact_person_email": .string(person.email), "email": .string(person.email),
          "phone": .string(person.phone), "mobile": .string(person.mobile),
          "is_primary_contact": JSONValue(person.isPrimaryContact),
          "communication_preference": [
            "is_email_enabled": true, "is_sms_enabled": false, "is_whatsapp_enabled": false,
          ],
        ]
      })
  }

  private func lineJSON(_ line: InvoiceLine) throws -> JSONObject {
    let rate = Decimal(millionths: line.rate)
    return [
      "line_item_id": .string(String(line.lineItemId)),
      "item_id": .string(line.itemId.map(String.init) ?? ""),
      "item_order": JSONValue(line.itemOrder), "name": .string(line.name),
      "description": .string(line.description), "product_type": .string(line.productType),
      "header_name": .string(line.headerName), "unit": .string(line.unit),
      "rate": .number(rate),
      "bcy_rate": .number((rate * Decimal(millionths: exchangeRate)).rounded(places: 6)),
      "quantity": .number(Decimal(millionths: line.quantity)),
      "discount": DocumentTotals.Discount(stored: line.discount).json,
      "discount_amount": .number(Decimal(millionths: line.discountAmount)),
      "tax_id": .string(line.taxId.map(String.init) ?? ""), "tax_name": .string(line.taxName),
      "tax_type": .string(line.taxType),
      "tax_percentage": .number(Decimal(millionths: line.taxPercentage)),
      "line_item_taxes": try JSONValue(parsing: line.lineItemTaxes),
      "item_total": .number(Decimal(millionths: line.itemTotal)),
      "item_total_inclusive_of_tax": .number(Decimal(millionths: line.itemTotalInclusiveOfTax)),
      "tags": [], "item_custom_fields": [], "project_id": "", "expense_id": "",
      "line_item_category": "line_item",
    ]
  }
}

/// The one look that invoices have here.
enum InvoiceTemplate {
  static let id = "4600000000000000143"
  static let name = "Standard Template"
}
