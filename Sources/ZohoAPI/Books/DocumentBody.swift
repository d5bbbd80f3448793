import FoundationEssentials
import Sales

/// A paper beside invoices as Books takes it. A retainer's lines have words and a rate, nothing else.
struct DocumentBody: Encodable, Sendable {
  private let draft: DocumentDraft

  enum CodingKeys: String, CodingKey {
    case customer = "customer_id"
    case reference = "reference_number"
    case date, notes, terms, discount
    case lines = "line_items"
    case isInclusiveTax = "is_inclusive_tax"
    case discountType = "discount_type"
    case paymentTerms = "payment_terms"
    case name = "recurrence_name"
    case start = "start_date"
    case end = "end_date"
    case frequency = "recurrence_frequency"
    case repeatEvery = "repeat_every"
  }

  private struct RetainerLine: Encodable {
    let description: String
    let rate: Decimal
    let order: Int

    enum CodingKeys: String, CodingKey {
      case description, rate
      case order = "item_order"
    }
  }

  init(_ draft: DocumentDraft) {
    self.draft = draft
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(draft.customer.id.rawValue, forKey: .customer)
    try container.encode(draft.taggedReference, forKey: .reference)
    if !draft.notes.isEmpty { try container.encode(draft.notes, forKey: .notes) }
    if !draft.terms.isEmpty { try container.encode(draft.terms, forKey: .terms) }
    guard draft.kind != .retainerInvoice else {
      try container.encode(draft.date.description, forKey: .date)
      let lines = draft.lines.enumerated().map { index, line in
        RetainerLine(description: line.name, rate: line.rate, order: index + 1)
      }
      return try container.encode(lines, forKey: .lines)
    }
    let lines = draft.lines.enumerated().map { InvoiceBody.Line($1, order: $0 + 1) }
    try container.encode(lines, forKey: .lines)
    try container.encode(draft.isInclusiveTax, forKey: .isInclusiveTax)
    try encodeDiscount(into: &container)
    guard let recurrence = draft.recurrence else {
      return try container.encode(draft.date.description, forKey: .date)
    }
    try container.encode(draft.paymentTerms, forKey: .paymentTerms)
    try container.encode(recurrence.name, forKey: .name)
    try container.encode(draft.date.description, forKey: .start)
    try container.encodeIfPresent(recurrence.end?.description, forKey: .end)
    try container.encode(recurrence.unit.rawValue, forKey: .frequency)
    try container.encode(recurrence.count, forKey: .repeatEvery)
  }

  private func encodeDiscount(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    if let discount = draft.discount {
      try container.encode(FieldValue(discount), forKey: .discount)
      try container.encode("entity_level", forKey: .discountType)
    } else if draft.lines.contains(where: { $0.discount != nil }) {
      try container.encode("item_level", forKey: .discountType)
    }
  }
}

extension FieldValue {
  /// A discount as Books takes it: a text with a percent sign, or a number.
  init(_ discount: Discount) {
    switch discount {
    case .percent(let percent): self = .text("\(percent)%")
    case .amount(let amount): self = .number(amount)
    }
  }
}

/// What a paper in full has beyond its list row.
struct DocumentParts: Decodable, Sendable {
  let lines: [LineItem]
  let isInclusiveTax: Bool
  let notes: String
  let terms: String
  let discount: Discount?
  let shipping: Decimal
  let adjustment: Decimal

  enum CodingKeys: String, CodingKey {
    case lines = "line_items"
    case isInclusiveTax = "is_inclusive_tax"
    case notes, terms, discount, adjustment
    case discountType = "discount_type"
    case shipping = "shipping_charge"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    lines =
      try container.decodeIfPresent([LineItemRecord].self, forKey: .lines)?.map(\.line) ?? []
    isInclusiveTax = try container.decodeIfPresent(Bool.self, forKey: .isInclusiveTax) ?? false
    notes = try container.text(.notes) ?? ""
    terms = try container.text(.terms) ?? ""
    let isOfWhole = try container.text(.discountType) == "entity_level"
    discount = isOfWhole ? try LineItemRecord.discount(container, .discount) : nil
    shipping = try container.decimal(.shipping) ?? 0
    adjustment = try container.decimal(.adjustment) ?? 0
  }
}
