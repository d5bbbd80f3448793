import Foundation

extension BilledDocument {
  /// Adds what the lines come to, in the document's and in the base currency.
  func appendSums(to json: inout JSONObject, base: Currency) {
    let rate = Decimal(millionths: exchangeRate)
    func inBase(_ amount: Int64) -> JSONValue {
      .number((Decimal(millionths: amount) * rate).rounded(places: base.places))
    }
    let sums: KeyValuePairs<String, Int64> = [
      "shipping_charge": shippingCharge, "adjustment": adjustment, "sub_total": subTotal,
      "sub_total_inclusive_of_tax": subTotalInclusiveOfTax, "discount_total": discountTotal,
      "tax_total": taxTotal, "total": total,
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
}

extension BilledLine {
  /// The line as replies show it.
  func json(exchangeRate: Int64) throws -> JSONObject {
    let price = Decimal(millionths: rate)
    return [
      "line_item_id": .string(String(lineItemId)),
      "item_id": .string(itemId.map(String.init) ?? ""),
      "item_order": JSONValue(itemOrder), "name": .string(name),
      "description": .string(description), "product_type": .string(productType),
      "header_name": .string(headerName), "unit": .string(unit),
      "rate": .number(price),
      "bcy_rate": .number((price * Decimal(millionths: exchangeRate)).rounded(places: 6)),
      "quantity": .number(Decimal(millionths: quantity)),
      "discount": DocumentTotals.Discount(stored: discount).json,
      "discount_amount": .number(Decimal(millionths: discountAmount)),
      "tax_id": .string(taxId.map(String.init) ?? ""), "tax_name": .string(taxName),
      "tax_type": .string(taxType),
      "tax_percentage": .number(Decimal(millionths: taxPercentage)),
      "line_item_taxes": try JSONValue(parsing: lineItemTaxes),
      "item_total": .number(Decimal(millionths: itemTotal)),
      "item_total_inclusive_of_tax": .number(Decimal(millionths: itemTotalInclusiveOfTax)),
      "tags": [], "item_custom_fields": [], "line_item_category": "line_item",
    ]
  }
}
