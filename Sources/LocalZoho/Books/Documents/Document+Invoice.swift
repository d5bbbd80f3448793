import Foundation

extension Document {
  /// The body of an invoice over these lines.
  /// - Parameter more: what a line of the invoice says beyond the document's; nil leaves it out.
  func invoiceBody(
    _ lines: [DocumentLine], _ more: (DocumentLine) throws -> JSONObject?
  ) throws -> JSONObject {
    let entries = try lines.compactMap { line -> JSONValue? in
      guard let more = try more(line) else { return nil }
      var entry: JSONObject = [
        "name": .string(line.name), "description": .string(line.description),
        "header_name": .string(line.headerName), "unit": .string(line.unit),
        "product_type": .string(line.productType), "rate": .number(Decimal(millionths: line.rate)),
        "quantity": .number(Decimal(millionths: line.quantity)),
        "discount": .string(line.discount), "item_id": .string(line.itemId.map(String.init) ?? ""),
        "tax_id": .string(line.taxId.map(String.init) ?? ""),
      ]
      for member in more.members { entry[member.name] = member.value }
      return .object(entry)
    }
    return [
      "customer_id": .string(String(contactId)), "currency_id": .string(String(currencyId)),
      "exchange_rate": .number(Decimal(millionths: exchangeRate)),
      "payment_terms": JSONValue(paymentTerms),
      "payment_terms_label": .string(paymentTermsLabel), "discount": .string(discount),
      "discount_type": .string(discountType),
      "is_discount_before_tax": JSONValue(isDiscountBeforeTax),
      "is_inclusive_tax": JSONValue(isInclusiveTax),
      "shipping_charge": .number(Decimal(millionths: shippingCharge)),
      "adjustment": .number(Decimal(millionths: adjustment)),
      "adjustment_description": .string(adjustmentDescription), "notes": .string(notes),
      "terms": .string(terms), "salesperson_name": .string(salespersonName),
      "contact_persons": try JSONValue(parsing: contactPersons), "line_items": .array(entries),
    ]
  }
}
