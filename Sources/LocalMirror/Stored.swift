import FoundationEssentials
import GRDB
import Sales

/// How values are kept in columns.
enum Stored {
  static func time(_ date: Date) -> Int64 {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    return Int64(exactly: milliseconds) ?? (milliseconds > 0 ? .max : .min)
  }

  static func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// Numbers as SQLite's `json_each` takes them, so that one statement serves any number of them.
  static func list(_ numbers: [Int64]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }

  static func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(json.utf8))
    } catch {
      throw MirrorError.damaged(reason: "\(type): \(error)")
    }
  }

  static func reference<Subject>(
    _ id: String?, _ name: String?
  ) -> Reference<Subject>? {
    id.map { Reference(id: Identifier($0), name: name ?? "") }
  }

  static func optional<Subject>(_ id: String?) -> Identifier<Subject>? {
    id.map { Identifier($0) }
  }
}

/// An amount as it is kept: whole thousandths for sums and order, and the exact text where that is
/// not all of it.
struct StoredAmount {
  let thousandths: Int64
  let exact: String?

  /// Sums stay within 64 bits for any number of deals that fits on a disk.
  private static let largest: Int64 = 9_000_000_000_000_000

  init(_ amount: Decimal) {
    let shifted = amount.shifted(by: 3)
    if let whole = Int64(shifted.description), whole.magnitude <= Self.largest {
      thousandths = whole
      exact = nil
      return
    }
    let rounded = Int64(shifted.rounded(toPlaces: 0).description)
    let bounded = rounded ?? (amount < 0 ? -Self.largest : Self.largest)
    thousandths = min(max(bounded, -Self.largest), Self.largest)
    exact = amount.description
  }

  static func decimal(_ thousandths: Int64, exact: String? = nil) -> Decimal {
    exact.flatMap { Decimal(string: $0) } ?? Decimal(thousandths).shifted(by: -3)
  }
}

/// Text as it is compared when people search: lower case, the parts on lines of their own.
enum SearchWords {
  static func folded(_ parts: String?...) -> String {
    parts.compactMap { $0 }.joined(separator: "\n").lowercased()
  }

  /// The words of what was typed.
  static func split(_ text: String) -> [String] {
    text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The condition that every word occurs in the column, with its arguments.
  static func condition(_ column: String, _ words: [String]) -> (String, StatementArguments) {
    if words.isEmpty { return ("1", []) }
    return (
      words.map { _ in "instr(\(column), ?) > 0" }.joined(separator: " AND "),
      StatementArguments(words)
    )
  }
}
