import FoundationEssentials
import Sales

/// A currency that the organization uses.
public struct UsedCurrency: Hashable, Sendable, Codable {
  /// The currency.
  public let currency: Currency
  /// Units of it for one unit of the home currency.
  public let rate: Decimal
  /// Whether it is the home currency.
  public let isHome: Bool
  /// Whether new records can use it.
  public let isActive: Bool
}

extension Request where Response == [UsedCurrency] {
  /// The currencies of CRM. Empty when the organization has only its home currency.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-currencies.html>
  public static func currencies() -> Self {
    Request(.crm, .get, "/org/currencies") { reply in
      try CRMRows.all(reply, "currencies") { (record: CurrencyRecord) in
        UsedCurrency(
          currency: Currency(record.code), rate: record.rate?.value ?? 1,
          isHome: record.isBase ?? false, isActive: record.isActive ?? true)
      }
    }
  }
}

/// A currency as CRM sends it.
private struct CurrencyRecord: Decodable, Sendable {
  let code: String
  let rate: LenientDecimal?
  let isBase: Bool?
  let isActive: Bool?

  enum CodingKeys: String, CodingKey {
    case code = "iso_code"
    case rate = "exchange_rate"
    case isBase = "is_base"
    case isActive = "is_active"
  }
}
