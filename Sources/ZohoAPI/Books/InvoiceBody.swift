import FoundationEssentials
import Sales

/// An invoice as Books takes it.
///
/// Only what the draft says is sent; currency, exchange rate and number stay with Books.
struct InvoiceBody: Encodable, Sendable {
  let customer: String?
  let date: String
  let dueDate: String
  let paymentTerms: Int
  let reference: String
  let isInclusiveTax: Bool
  let discountType: String?
  let notes: String
  let terms: String
  let reason: String?
  let discount: FieldValue?
  let isDiscountBeforeTax: Bool?
  let shipping: Decimal?
  let adjustment: Decimal?
  let template: String?
  let estimate: String?
  let lines: [Line]
  let fields: [CustomFieldBody]?

  enum CodingKeys: String, CodingKey {
    case customer = "customer_id"
    case date
    case dueDate = "due_date"
    case paymentTerms = "payment_terms"
    case reference = "reference_number"
    case isInclusiveTax = "is_inclusive_tax"
    case discountType = "discount_type"
    case discount, adjustment
    case isDiscountBeforeTax = "is_discount_before_tax"
    case shipping = "shipping_charge"
    case template = "template_id"
    case estimate = "invoiced_estimate_id"
    case notes, terms, reason
    case lines = "line_items"
    case fields = "custom_fields"
  }

  init(_ draft: InvoiceDraft, _ fields: [CustomFieldValue], reason: String?) {
    customer = draft.customer?.id.rawValue
    date = draft.date.description
    dueDate = draft.dueDate.description
    paymentTerms = draft.paymentTerms
    reference = draft.taggedReference
    isInclusiveTax = draft.isInclusiveTax
    // What an invoice at Books had before must be told to go.
    let isChange = draft.invoice != nil
    let isOnLines = draft.filledLines.contains { $0.discount != nil }
    discountType = draft.discount != nil ? "entity_level" : isOnLines ? "item_level" : nil
    let isGone = isChange && !isOnLines
    discount = draft.discount.map(FieldValue.init) ?? (isGone ? FieldValue.number(0) : .none)
    isDiscountBeforeTax = draft.discount == nil ? nil : true
    shipping = draft.shipping ?? (isChange ? 0 : nil)
    adjustment = draft.adjustment ?? (isChange ? 0 : nil)
    template = draft.template?.id.rawValue
    estimate = isChange ? nil : draft.estimate?.id.rawValue
    notes = draft.notes
    terms = draft.terms
    self.reason = reason
    lines = draft.filledLines.enumerated().map { Line($1, order: $0 + 1) }
    self.fields = fields.isEmpty ? nil : fields.map(CustomFieldBody.init)
  }

  /// A line. One without its own id is new to Books.
  struct Line: Encodable, Sendable {
    let id: String?
    let item: String?
    let name: String?
    let description: String
    let rate: Decimal
    let quantity: Decimal
    let discount: FieldValue?
    let tax: String?
    let order: Int

    enum CodingKeys: String, CodingKey {
      case id = "line_item_id"
      case item = "item_id"
      case name, description, rate, quantity, discount
      case tax = "tax_id"
      case order = "item_order"
    }

    init(_ line: LineItem, order: Int) {
      id = line.id?.rawValue
      item = line.item?.rawValue
      name = line.name.isEmpty ? nil : line.name
      description = line.description
      rate = line.rate
      quantity = line.quantity
      discount = line.discount.map(FieldValue.init)
      tax = line.tax?.id.rawValue
      self.order = order
    }
  }
}

/// A value for a custom field as Books takes it.
struct CustomFieldBody: Encodable, Sendable {
  let id: String
  let value: String

  enum CodingKeys: String, CodingKey {
    case id = "customfield_id"
    case value
  }

  init(_ field: CustomFieldValue) {
    id = field.field.id
    value = field.value
  }
}
