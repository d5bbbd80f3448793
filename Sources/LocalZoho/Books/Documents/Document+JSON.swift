import Foundation
import GRDB

extension Document {
  /// The document in full, as GET, POST and PUT answer it.
  func json(_ kind: DocumentKind, _ call: BooksCall, _ db: Database) throws -> JSONObject {
    let currency = try currency(db)
    var json = try head(
      kind, status: status(kind, on: call.today, db), currency, base: Currency.base(db), db)
    let persons = JSONValue.array(try persons(db).map { .object($0.recipientJSON) })
    json.append("contact_persons", try JSONValue(parsing: contactPersons))
    json.append("contact_persons_associated", persons)
    json.append("contact_persons_details", persons)
    json.append(
      "line_items",
      .array(
        try DocumentLine.all(of: documentId, db).map { line in
          var json = try line.json(exchangeRate: exchangeRate)
          for member in try JSONValue(parsing: line.particulars).objectValue?.members ?? [] {
            json[member.name] = member.value
          }
          return .object(json)
        }))
    json.append("taxes", try JSONValue(parsing: taxes))
    json.append("tax_rounding", .string(try BooksSettings.value("tax_rounding", db)))
    json.append("billing_address", try JSONValue(parsing: billingAddress))
    json.append("shipping_address", try JSONValue(parsing: shippingAddress))
    json.append("notes", .string(notes))
    json.append("terms", .string(terms))
    json.append("custom_subject", .string(customSubject))
    json.append("custom_body", .string(customBody))
    try CustomValues(kind.entity, db).append(CustomValues.values(of: documentId, db), to: &json)
    json.append("template_id", .string(templateId))
    json.append("template_name", .string(DocumentTemplate.name(templateId)))
    json.append("created_by_id", .string(createdById))
    json.append("salesperson_id", "")
    try Attachment.append(of: documentId, to: &json, db)
    for member in try kind.more(self, call, db).members { json[member.name] = member.value }
    return json
  }

  /// What a list shows of it, too.
  func head(
    _ kind: DocumentKind, status: String, _ currency: Currency, base: Currency, _ db: Database
  ) throws -> JSONObject {
    var json: JSONObject = [
      kind.idName: .string(String(documentId)), kind.numberName: .string(number),
      "date": .string(date), "status": .string(status),
      "reference_number": .string(referenceNumber),
      kind.partyID: .string(String(contactId)), kind.partyName: .string(contactName),
      "zcrm_potential_id": .string(zcrmPotentialId),
      "zcrm_potential_name": .string(zcrmPotentialName),
      "currency_id": .string(String(currencyId)), "currency_code": .string(currency.code),
      "currency_symbol": .string(currency.symbol), "price_precision": JSONValue(currency.places),
      "exchange_rate": .number(Decimal(millionths: exchangeRate)),
      "payment_terms": JSONValue(paymentTerms), "payment_terms_label": .string(paymentTermsLabel),
      "discount": DocumentTotals.Discount(stored: discount).json,
      "is_discount_before_tax": JSONValue(isDiscountBeforeTax),
      "discount_type": .string(discountType), "is_inclusive_tax": JSONValue(isInclusiveTax),
      "is_emailed": JSONValue(isEmailed),
      "is_viewed_by_client": JSONValue(clientViewedTime != nil),
      "client_viewed_time": .string(clientViewedTime.map(Contact.time) ?? ""),
      "salesperson_name": .string(salespersonName),
      "created_time": .string(Contact.time(createdTime)),
      "last_modified_time": .string(Contact.time(lastModifiedTime)),
    ]
    if let second = kind.secondDay { json.append(second.name, .string(dueDate)) }
    appendSums(to: &json, base: base)
    if kind.settled != nil { json.append("balance", .number(Decimal(millionths: balance))) }
    for member in try JSONValue(parsing: particulars).objectValue?.members ?? [] {
      json[member.name] = member.value
    }
    return json
  }
}
