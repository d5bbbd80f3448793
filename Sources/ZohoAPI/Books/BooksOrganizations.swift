import FoundationEssentials
import Sales

/// An organization of Books that the user belongs to.
public struct BooksOrganization: Hashable, Sendable, Codable {
  /// The id, sent with every call.
  public let id: String
  /// The company's name.
  public let name: String
  /// Whether Books takes it when none is named. We always name one.
  public let isDefault: Bool
  /// Whether it can be used.
  public let isActive: Bool
  /// The home currency.
  public let currency: Currency
  /// The plan, such as `PROFESSIONAL`: the day's calls depend on it.
  public let plan: String?
  /// Its time zone, as Books names it.
  public let timeZone: String?
}

extension Request where Response == [BooksOrganization] {
  /// The organizations of Books that the user belongs to.
  ///
  /// <https://www.zoho.com/books/api/v3/organizations/#list-organizations>
  public static func organizations() -> Self {
    Request(.books, .get, "/organizations", needsOrganization: false) { reply in
      let records: [BooksOrganizationRecord] = try BooksReply.content(reply, "organizations")
      return records.map(\.organization)
    }
  }
}

private struct BooksOrganizationRecord: Decodable {
  let organization: BooksOrganization

  enum CodingKeys: String, CodingKey {
    case id = "organization_id"
    case name
    case isDefault = "is_default_org"
    case isActive = "is_org_active"
    case currency = "currency_code"
    case plan = "plan_name"
    case timeZone = "time_zone"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    organization = BooksOrganization(
      id: try container.requiredID(.id), name: try container.text(.name) ?? "",
      isDefault: try container.decodeIfPresent(Bool.self, forKey: .isDefault) ?? false,
      isActive: try container.decodeIfPresent(Bool.self, forKey: .isActive) ?? true,
      currency: Currency(try container.text(.currency) ?? ""),
      plan: try container.text(.plan), timeZone: try container.text(.timeZone))
  }
}

/// A currency as Books keeps it: customers name one by its id.
public struct BooksCurrency: Hashable, Sendable, Codable {
  /// The id at Books.
  public let id: String
  /// The currency.
  public let currency: Currency
  /// How many decimals its prices have.
  public let decimals: Int
  /// Units of the home currency for one unit of it.
  public let rate: Decimal
  /// Whether it is the home currency.
  public let isHome: Bool
}

extension List where Row == BooksCurrency {
  /// The currencies of Books.
  ///
  /// <https://www.zoho.com/books/api/v3/currency/#list-currencies>
  public static func booksCurrencies() -> List<BooksCurrency> {
    books("/settings/currencies", names: ["currencies"]) {
      (record: BooksCurrencyRecord) in record.currency
    }
  }
}

private struct BooksCurrencyRecord: Decodable, Sendable {
  let currency: BooksCurrency

  enum CodingKeys: String, CodingKey {
    case id = "currency_id"
    case code = "currency_code"
    case decimals = "price_precision"
    case rate = "exchange_rate"
    case isHome = "is_base_currency"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let code = Currency(try container.requiredID(.code))
    currency = BooksCurrency(
      id: try container.requiredID(.id), currency: code,
      decimals: try container.integer(.decimals) ?? code.decimals,
      rate: try container.decimal(.rate) ?? 1,
      isHome: try container.decodeIfPresent(Bool.self, forKey: .isHome) ?? false)
  }
}
