import FoundationEssentials
import Sales

/// An invoice as Books sends it, in lists and alone.
struct InvoiceRecord: Decodable, Sendable {
  let invoice: Invoice

  enum CodingKeys: String, CodingKey {
    case id = "invoice_id"
    case number = "invoice_number"
    case status
    case customerID = "customer_id"
    case customerName = "customer_name"
    case date
    case dueDate = "due_date"
    case reference = "reference_number"
    case currency = "currency_code"
    case total, balance
    case crmDeal = "zcrm_potential_id"
    case dealField = "cf_deal_id"
    case fieldHash = "custom_field_hash"
    case fields = "custom_fields"
    case isEmailed = "is_emailed"
    case createdTime = "created_time"
    case modifiedTime = "last_modified_time"
    case writtenOff = "write_off_amount"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let date = try container.day(.date) else {
      throw DecodingError.keyNotFound(
        CodingKeys.date, .init(codingPath: decoder.codingPath, debugDescription: "no date"))
    }
    let total = try container.decimal(.total) ?? 0
    invoice = Invoice(
      id: Invoice.ID(try container.requiredID(.id)), number: try container.id(.number) ?? "",
      status: Open(try container.text(.status) ?? ""),
      customer: Reference(
        id: Customer.ID(try container.id(.customerID) ?? ""),
        name: try container.text(.customerName) ?? ""),
      date: date, dueDate: try container.day(.dueDate),
      reference: try container.id(.reference) ?? "",
      currency: Currency(try container.text(.currency) ?? ""), total: total,
      balance: try container.decimal(.balance) ?? total, deal: try Self.deal(container),
      isEmailed: try container.decodeIfPresent(Bool.self, forKey: .isEmailed) ?? false,
      modifiedTime: try container.time(.modifiedTime) ?? container.time(.createdTime)
        ?? Date(timeIntervalSince1970: 0),
      writtenOff: try container.decimal(.writtenOff))
  }

  /// The deal, by Books' own link or else by our custom field, which comes flattened in lists, in a
  /// hash, or in an array.
  private static func deal(_ container: KeyedDecodingContainer<CodingKeys>) throws -> Deal.ID? {
    if let id = try container.id(.crmDeal) ?? container.id(.dealField) { return Deal.ID(id) }
    if let hash = try? container.nestedContainer(keyedBy: CodingKeys.self, forKey: .fieldHash),
      let id = try hash.id(.dealField)
    {
      return Deal.ID(id)
    }
    guard let fields = try? container.decode([CustomFieldRecord].self, forKey: .fields) else {
      return nil
    }
    return fields.first { $0.apiName == CodingKeys.dealField.rawValue }?.value.map { Deal.ID($0) }
  }
}

/// A custom field with its value, as a document carries it.
private struct CustomFieldRecord: Decodable {
  let apiName: String?
  let value: String?

  enum CodingKeys: String, CodingKey {
    case apiName = "api_name"
    case value
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    apiName = try container.text(.apiName)
    value = try? container.id(.value)
  }
}

/// An invoice in full.
struct InvoiceDetailRecord: Decodable, Sendable {
  let detail: InvoiceDetail

  enum CodingKeys: String, CodingKey {
    case lines = "line_items"
    case subtotal = "sub_total"
    case taxes
    case isInclusiveTax = "is_inclusive_tax"
    case paymentTerms = "payment_terms"
    case notes, terms
    case templateID = "template_id"
    case templateName = "template_name"
    case documents
  }

  private struct TaxRecord: Decodable {
    let tax: TaxAmount

    enum CodingKeys: String, CodingKey {
      case name = "tax_name"
      case amount = "tax_amount"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      tax = TaxAmount(
        name: try container.text(.name) ?? "", amount: try container.decimal(.amount) ?? 0)
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let invoice = try InvoiceRecord(from: decoder).invoice
    var detail = InvoiceDetail(
      invoice: invoice,
      lines: try container.decodeIfPresent([LineItemRecord].self, forKey: .lines)?
        .map(\.line) ?? [],
      subtotal: try container.decimal(.subtotal) ?? invoice.total,
      taxes: try container.decodeIfPresent([TaxRecord].self, forKey: .taxes)?.map(\.tax) ?? [],
      isInclusiveTax: try container.decodeIfPresent(Bool.self, forKey: .isInclusiveTax) ?? false,
      paymentTerms: try container.integer(.paymentTerms) ?? 0,
      notes: try container.text(.notes) ?? "", terms: try container.text(.terms) ?? "")
    let parts = try DocumentParts(from: decoder)
    detail.discount = parts.discount
    detail.shipping = parts.shipping == 0 ? nil : parts.shipping
    detail.adjustment = parts.adjustment == 0 ? nil : parts.adjustment
    if let id = try container.id(.templateID) {
      detail.template = Reference(
        id: Identifier(id), name: try container.text(.templateName) ?? "")
    }
    // Some answers have an empty text where there are no files.
    detail.files =
      (try? container.decodeIfPresent([FileRecord].self, forKey: .documents))?
      .map(\.file) ?? []
    self.detail = detail
  }

  private struct FileRecord: Decodable {
    let file: AttachedFile

    enum CodingKeys: String, CodingKey {
      case id = "document_id"
      case name = "file_name"
      case size = "file_size"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      file = AttachedFile(
        id: Identifier(try container.requiredID(.id)), name: try container.text(.name) ?? "",
        size: try? container.integer(.size))
    }
  }
}

/// A line of an invoice as Books sends it.
struct LineItemRecord: Decodable, Sendable {
  let line: LineItem

  enum CodingKeys: String, CodingKey {
    case id = "line_item_id"
    case item = "item_id"
    case name, description, quantity, rate, discount
    case taxID = "tax_id"
    case taxName = "tax_name"
    case taxPercentage = "tax_percentage"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let tax = try container.id(.taxID)
    line = LineItem(
      id: try container.id(.id).map { LineItem.ID($0) },
      item: try container.id(.item).map { Item.ID($0) },
      name: try container.text(.name) ?? "", description: try container.text(.description) ?? "",
      quantity: try container.decimal(.quantity) ?? 1, rate: try container.decimal(.rate) ?? 0,
      discount: try Self.discount(container, .discount),
      tax: try tax.map { id in
        Tax(
          id: Tax.ID(id), name: try container.text(.taxName) ?? "",
          percentage: try container.decimal(.taxPercentage) ?? 0)
      })
  }

  /// A discount is a sum when it is a number, a share when it is a text with a percent sign.
  static func discount<Keys>(
    _ container: KeyedDecodingContainer<Keys>, _ key: Keys
  ) throws -> Discount? {
    guard let text = try container.id(key) else { return nil }
    let isPercent = text.last == "%"
    guard let number = ExactNumber.parse(isPercent ? String(text.dropLast()) : text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "not a discount")
    }
    if number == 0 { return nil }
    return isPercent ? .percent(number) : .amount(number)
  }
}
