import Foundation

/// The members of a body, read with Books' patience: ids and numbers may come as either kind, and an
/// empty text counts as nothing.
struct BooksFields {
  let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  func has(_ name: String) -> Bool { object.contains(name) }

  /// A text, nil when it is not there. A number or truth value is taken as it is written.
  /// - Throws: code 4 when it is longer than the limit, 2 when it is no text.
  func text(_ name: String, limit: Int = 2000) throws -> String? {
    let text: String
    switch object[name] {
    case nil, .null?: return nil
    case .string(let value)?: text = value
    case .number(let value)?: text = "\(value)"
    case .bool(let value)?: text = value ? "true" : "false"
    default: throw Refusal.booksInvalid(name)
    }
    guard text.count <= limit else { throw Refusal.booksTooLong(name, limit: limit) }
    return text
  }

  /// A number, also from a text such as `"12.50"`.
  /// - Throws: code 2 when it is none.
  func number(_ name: String) throws -> Decimal? {
    switch object[name] {
    case nil, .null?, .string("")?: return nil
    case .number(let value)?: return try Self.storable(value, name)
    case .string(let text)?:
      guard case .number(let value)? = try? JSONValue(parsing: text) else {
        throw Refusal.booksInvalid(name)
      }
      return try Self.storable(value, name)
    default: throw Refusal.booksInvalid(name)
    }
  }

  private static func storable(_ number: Decimal, _ name: String) throws -> Decimal {
    guard number.magnitude <= 1_000_000_000_000 else { throw Refusal.booksInvalid(name) }
    return number
  }

  /// `exchange_rate` as it is stored, which must be more than nothing.
  func exchangeRate() throws -> Int64? {
    guard let rate = try number("exchange_rate") else { return nil }
    guard let stored = rate.millionths, stored > 0 else {
      throw Refusal.booksInvalid("exchange_rate")
    }
    return stored
  }

  func integer(_ name: String) throws -> Int? {
    guard let number = try number(name) else { return nil }
    guard let value = Int("\(number)") else { throw Refusal.booksInvalid(name) }
    return value
  }

  /// An id, as text or number; nil when it is not there or empty.
  func id(_ name: String) throws -> Int64? {
    switch object[name] {
    case nil, .null?, .string("")?: return nil
    case .string(let text)?:
      guard let id = Int64(text.filter { $0 != " " }) else { throw Refusal.booksInvalid(name) }
      return id
    case .number(let number)?:
      guard let id = Int64("\(number)") else { throw Refusal.booksInvalid(name) }
      return id
    default: throw Refusal.booksInvalid(name)
    }
  }

  func truth(_ name: String) throws -> Bool? {
    switch object[name] {
    case nil, .null?, .string("")?: return nil
    case .bool(let value)?: return value
    case .string("true")?: return true
    case .string("false")?: return false
    default: throw Refusal.booksInvalid(name)
    }
  }

  /// A day as `yyyy-mm-dd`; nil when it is not there or empty.
  func day(_ name: String) throws -> Day? {
    guard let text = try text(name)?.filter({ $0 != " " }), !text.isEmpty else { return nil }
    guard let day = Day(text) else { throw Refusal.booksInvalid(name) }
    return day
  }

  /// The objects of a list, nil when it is not there.
  func objects(_ name: String) throws -> [BooksFields]? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let array = value.arrayValue else { throw Refusal.booksInvalid(name) }
    return try array.map {
      guard let object = $0.objectValue else { throw Refusal.booksInvalid(name) }
      return BooksFields(object)
    }
  }

  func texts(_ name: String) throws -> [String]? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let array = value.arrayValue else { throw Refusal.booksInvalid(name) }
    return try array.map {
      switch $0 {
      case .string(let text): return text
      case .number(let number): return "\(number)"
      default: throw Refusal.booksInvalid(name)
      }
    }
  }

  func ids(_ name: String) throws -> [Int64]? {
    try texts(name)?.map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid(name) }
      return id
    }
  }

  /// What is taken off: `"10%"`, `10`, `"10"`.
  func discount(_ name: String) throws -> DocumentTotals.Discount? {
    if case .string(let text)? = object[name], text.hasSuffix("%") {
      guard case .number(let percent)? = try? JSONValue(parsing: String(text.dropLast())),
        (0...100).contains(percent)
      else { throw Refusal.booksInvalid(name) }
      return .percent(percent)
    }
    guard let amount = try number(name) else { return nil }
    guard amount >= 0 else { throw Refusal.booksInvalid(name) }
    return .amount(amount)
  }

  /// An address as it is kept: the members Books knows, as texts.
  func address(_ name: String) throws -> JSONObject? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let object = value.objectValue else { throw Refusal.booksInvalid(name) }
    let fields = BooksFields(object)
    var address = JSONObject()
    for member in Self.addressMembers {
      address.append(member, .string(try fields.text(member, limit: 500) ?? ""))
    }
    return address
  }

  static let addressMembers = [
    "attention", "address", "street2", "city", "state", "state_code", "zip", "country", "phone",
    "fax",
  ]
}
