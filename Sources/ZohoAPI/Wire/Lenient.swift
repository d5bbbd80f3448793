import FoundationEssentials
import Sales

/// A number that Zoho writes as a number in one place and as a string in another.
struct LenientDecimal: Decodable, Hashable, Sendable {
  let value: Decimal

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Decimal.self), ExactNumber.isReasonable(number) {
      value = number
      return
    }
    let text = try container.decode(String.self)
    guard let number = ExactNumber.parse(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a number")
    }
    value = number
  }
}

/// A text, usually an id, that Zoho writes as a string in one place and as a number in another.
struct LenientText: Decodable, Hashable, Sendable {
  let value: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      value = text
    } else {
      value = "\(try container.decode(Decimal.self))"
    }
  }
}

/// Decimal numbers in text, all of the text or nothing.
enum ExactNumber {
  /// The number, or nil when the text holds anything else. `Decimal(string:)` would read `12abc`.
  static func parse(_ text: String) -> Decimal? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard text.utf8.count - digits.count <= 1, digits.count <= 38, !digits.isEmpty,
      digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      digits.count(where: { $0 == UInt8(ascii: ".") }) <= 1
    else { return nil }
    return Decimal(string: text)
  }

  /// Whether a number can be what it was in the JSON: a decimal keeps 38 digits and drops the rest
  /// without a word. Larger ones than these are no sums of money.
  static func isReasonable(_ number: Decimal) -> Bool {
    number.magnitude < bound
  }

  private static let bound = Decimal(sign: .plus, exponent: 25, significand: 1)
}

/// A row that could be read, or why not: one bad record must not hide the other 199.
struct Attempt<Row: Decodable>: Decodable {
  let result: Result<Row, any Error>

  init(from decoder: any Decoder) throws {
    result = Result { try Row(from: decoder) }
  }
}

extension KeyedDecodingContainer {
  /// The text at a key; nothing, null and the empty string are nil, and so are blanks alone.
  func text(_ key: Key) throws -> String? {
    guard let text = try decodeIfPresent(String.self, forKey: key),
      !text.utf8.allSatisfy({ $0 == 0x20 })
    else { return nil }
    return text
  }

  /// The id or text at a key, be it a string or a number; nothing, null and blanks are nil.
  func id(_ key: Key) throws -> String? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    guard let text = try? decode(String.self, forKey: key) else {
      return "\(try decode(Decimal.self, forKey: key))"
    }
    return text.utf8.allSatisfy { $0 == 0x20 } ? nil : text
  }

  /// The id that a record cannot be without.
  func requiredID(_ key: Key) throws -> String {
    guard let id = try id(key) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "no \(key.stringValue)"))
    }
    return id
  }

  /// The number at a key; nothing, null and the empty string are nil.
  func decimal(_ key: Key) throws -> Decimal? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    if let number = try? decode(Decimal.self, forKey: key), ExactNumber.isReasonable(number) {
      return number
    }
    guard let text = try text(key) else { return nil }
    guard let number = ExactNumber.parse(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "not a number")
    }
    return number
  }

  /// The whole number at a key, cut off at its decimal point.
  func integer(_ key: Key) throws -> Int? {
    try decimal(key).flatMap { Int("\($0)".prefix { $0 != "." }) }
  }

  /// The instant at a key; nothing, null and the empty string are nil.
  func time(_ key: Key) throws -> Date? {
    guard let text = try text(key) else { return nil }
    guard let time = ZohoTime.parse(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "not a time")
    }
    return time
  }

  /// The day at a key; nothing, null and the empty string are nil. Of a time, its day.
  func day(_ key: Key) throws -> CalendarDate? {
    guard let text = try text(key) else { return nil }
    guard let day = CalendarDate(text.prefix(10)) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "not a day")
    }
    return day
  }
}
