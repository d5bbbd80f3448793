import FoundationEssentials
import Sales

extension List where Row == Item {
  /// What the organization sells.
  ///
  /// <https://www.zoho.com/books/api/v3/items/#list-items>
  public static func items() -> List<Item> {
    books("/items", names: ["items"]) { (record: ItemRecord) in record.item }
  }
}

extension List where Row == Tax {
  /// The taxes that a line can have, groups included.
  ///
  /// <https://www.zoho.com/books/api/v3/taxes/#list-taxes>
  public static func taxes() -> List<Tax> {
    books("/settings/taxes", names: ["taxes"]) { (record: TaxRecord<SingleTaxKeys>) in record.tax }
  }
}

extension Request where Response == Tax {
  /// A group of taxes that apply together, as the one rate they come to.
  public static func taxGroup(_ id: Tax.ID) -> Self {
    Request(.books, .get, "/settings/taxgroups/" + PathSegment.of(id.rawValue)) { reply in
      let record: TaxRecord<TaxGroupKeys> = try BooksReply.content(reply, "tax_group")
      return record.tax
    }
  }
}

/// An item as Books sends it.
private struct ItemRecord: Decodable, Sendable {
  let item: Item

  enum CodingKeys: String, CodingKey {
    case id = "item_id"
    case name, description, rate, unit, status
    case stock = "stock_on_hand"
    case tax = "tax_id"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    item = Item(
      id: Item.ID(try container.requiredID(.id)), name: try container.text(.name) ?? "",
      description: try container.text(.description), rate: try container.decimal(.rate) ?? 0,
      unit: try container.text(.unit), tax: try container.id(.tax).map { Tax.ID($0) },
      isActive: try container.text(.status) != "inactive", stock: try container.decimal(.stock))
  }
}

/// A tax, or a group of them, as Books sends it.
private struct TaxRecord<Keys: TaxKeys>: Decodable, Sendable {
  let tax: Tax

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    tax = Tax(
      id: Tax.ID(try container.requiredID(.id)), name: try container.text(.name) ?? "",
      percentage: try container.decimal(.percentage) ?? 0)
  }
}

/// What Books calls the parts of a tax.
private protocol TaxKeys: CodingKey, SendableMetatype {
  static var id: Self { get }
  static var name: Self { get }
  static var percentage: Self { get }
}

private enum SingleTaxKeys: String, TaxKeys {
  case id = "tax_id"
  case name = "tax_name"
  case percentage = "tax_percentage"
}

private enum TaxGroupKeys: String, TaxKeys {
  case id = "tax_group_id"
  case name = "tax_group_name"
  case percentage = "tax_group_percentage"
}
