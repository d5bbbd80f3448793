/// A currency, by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
  /// The three letters, such as `GBP`.
  public let code: String

  /// The currency of the given ISO 4217 code.
  public init(_ code: String) {
    self.code = code
  }

  /// How many decimals its smallest coin has: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar.
  public var decimals: Int {
    Self.unusualDecimals[code] ?? 2
  }

  /// The sign people write before an amount (`£`), or the code and a space where there is none.
  public var symbol: String {
    Self.symbols[code] ?? code + " "
  }

  /// ISO 4217, the entries whose minor unit is not 2.
  private static let unusualDecimals: [String: Int] = [
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
    "RWF": 0, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
  ]

  private static let symbols: [String: String] = [
    "GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥", "INR": "₹", "CNY": "CN¥", "AUD": "A$",
    "CAD": "C$", "NZD": "NZ$", "CHF": "CHF ", "SEK": "SEK ", "AED": "AED ", "SAR": "SAR ",
  ]
}

extension Currency: Comparable {
  /// By code.
  public static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
}

extension Currency: Codable {
  /// A currency from its code as a bare JSON string.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// The code as a bare JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
