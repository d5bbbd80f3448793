import FoundationEssentials
import Sales
import ZohoAPI

extension Invoice {
  /// The columns of a list of invoices.
  static let columns = [
    "invoice_id", "invoice_number", "status", "customer_name", "date", "due_date", "total",
    "balance", "currency_code",
  ]

  /// The invoice under Books' own names.
  var row: RecordFields {
    [
      "invoice_id": .text(id.rawValue), "invoice_number": .text(number),
      "status": .text(status.text), "customer_id": .text(customer.id.rawValue),
      "customer_name": .text(customer.name), "date": .text(date.description),
      "due_date": dueDate.map { .text($0.description) } ?? .null, "total": .number(total),
      "balance": .number(balance), "currency_code": .text(currency.code),
      "reference_number": .text(reference),
      "zcrm_potential_id": deal.map { .text($0.rawValue) } ?? .null,
      "is_emailed": .bool(isEmailed),
      "last_modified_time": .text(modifiedTime.formatted(.iso8601)),
    ]
  }
}

extension InvoiceDetail {
  /// The invoice in full under Books' own names.
  var row: RecordFields {
    let more: RecordFields = [
      "line_items": .list(lines.map { .object($0.row) }), "sub_total": .number(subtotal),
      "notes": .text(notes), "terms": .text(terms),
    ]
    return invoice.row.merging(more) { $1 }
  }
}

extension LineItem {
  fileprivate var row: RecordFields {
    [
      "name": .text(name), "description": .text(description), "quantity": .number(quantity),
      "rate": .number(rate), "tax_name": tax.map { .text($0.name) } ?? .null,
    ]
  }
}

extension Payment {
  /// The columns of a list of payments.
  static let columns = [
    "payment_id", "payment_number", "customer_name", "date", "payment_mode", "amount",
    "currency_code", "reference_number",
  ]

  /// The payment under Books' own names.
  var row: RecordFields {
    [
      "payment_id": .text(id.rawValue), "payment_number": .text(number),
      "customer_id": .text(customer.id.rawValue), "customer_name": .text(customer.name),
      "date": .text(date.description), "payment_mode": .text(mode),
      "amount": .number(amount.amount), "currency_code": .text(amount.currency.code),
      "reference_number": .text(reference),
      "invoices": .list(
        applications.map { part in
          .object([
            "invoice_id": .text(part.invoice.rawValue), "amount_applied": .number(part.amount),
          ])
        }),
    ]
  }
}

extension Customer {
  /// The columns of a list of customers.
  static let columns = [
    "contact_id", "contact_name", "email", "currency_code", "outstanding_receivable_amount",
  ]

  /// The customer under Books' own names.
  var row: RecordFields {
    [
      "contact_id": .text(id.rawValue), "contact_name": .text(name),
      "company_name": company.map(FieldValue.text) ?? .null,
      "email": email.map(FieldValue.text) ?? .null, "currency_code": .text(currency.code),
      "payment_terms": .number(Decimal(paymentTerms)),
      "zcrm_account_id": account.map { .text($0.rawValue) } ?? .null,
      "outstanding_receivable_amount": .number(outstanding),
      "unused_credits_receivable_amount": .number(unusedCredits),
      "status": isActive ? "active" : "inactive",
    ]
  }
}
