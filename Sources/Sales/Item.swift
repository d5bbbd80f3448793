import FoundationEssentials

/// Something sold: goods or a service with its usual price.
public struct Item: Hashable, Sendable, Codable {
  /// An item's id.
  public typealias ID = Identifier<Item>

  /// The id at Books.
  public let id: ID
  /// What it is called.
  public var name: String
  /// What an invoice says about it.
  public var description: String?
  /// The price of one, in the organization's currency.
  public var rate: Decimal
  /// What one is, such as `day`.
  public var unit: String?
  /// The tax that usually applies.
  public var tax: Tax.ID?
  /// Whether new lines can use it.
  public var isActive: Bool
  /// How many there are; nil where nobody counts them.
  public var stock: Decimal?

  /// Something sold.
  public init(
    id: ID, name: String, description: String? = nil, rate: Decimal, unit: String? = nil,
    tax: Tax.ID? = nil, isActive: Bool = true, stock: Decimal? = nil
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.rate = rate
    self.unit = unit
    self.tax = tax
    self.isActive = isActive
    self.stock = stock
  }
}

/// A tax, or a group of taxes that apply together.
public struct Tax: Hashable, Sendable, Codable {
  /// The id of a tax or a group.
  public typealias ID = Identifier<Tax>

  /// The id at Books.
  public let id: ID
  /// What an invoice calls it.
  public var name: String
  /// The rate, in percent.
  public var percentage: Decimal

  /// A tax of a rate in percent.
  public init(id: ID, name: String, percentage: Decimal) {
    self.id = id
    self.name = name
    self.percentage = percentage
  }
}
