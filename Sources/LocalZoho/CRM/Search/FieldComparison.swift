import FoundationEssentials
import GRDB

/// A comparison of a column with values, as searches and COQL make them.
struct FieldComparison {
  enum Operation: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case isNotIn = "not in"
    case like
    case notLike = "not like"
    case between
    case isNull = "is null"
    case isNotNull = "is not null"
  }

  var column: RecordSource.Column
  var operation: Operation
  var values: [DatabaseValue] = []

  /// The condition; its values go in as arguments in order.
  var sql: String {
    switch operation {
    case .isNull: return "\(column.sql) IS NULL"
    case .isNotNull: return "\(column.sql) IS NOT NULL"
    case .between: return "\(column.sql) BETWEEN ? AND ?"
    case .like: return "\(column.sql) LIKE ? ESCAPE '\\'"
    case .notLike: return "\(column.sql) NOT LIKE ? ESCAPE '\\'"
    case .isIn, .isNotIn:
      let marks = values.map { _ in "?" }.joined(separator: ", ")
      return "\(column.sql) \(operation == .isIn ? "IN" : "NOT IN") (\(marks))"
    default: return "\(column.sql) \(operation.rawValue) ?"
    }
  }

  /// The value that a text stands for in a field of that kind; nil when it stands for none.
  static func value(_ text: String, _ field: CRMField) -> DatabaseValue? {
    switch field.dataType.storage {
    case .text: return text.databaseValue
    case .number:
      return ScaledNumber.read(text, places: field.decimalPlaces)?.databaseValue
    case .boolean:
      switch text.lowercased() {
      case "true": return true.databaseValue
      case "false": return false.databaseValue
      default: return nil
      }
    case .date: return Day(text).map { $0.description.databaseValue }
    case .datetime:
      return Timestamp.read(text).map {
        Int64($0.timeIntervalSince1970.rounded(.down)).databaseValue
      }
    case .id: return Int64(text)?.databaseValue
    case .json: return nil
    }
  }

  /// A pattern for `LIKE … ESCAPE '\'` in which only `%` means anything.
  static func pattern(_ text: String) -> String {
    text.reduce(into: "") { pattern, character in
      if character == "_" || character == "\\" { pattern.append("\\") }
      pattern.append(character)
    }
  }

  /// The text itself, with no wildcard in it.
  static func literal(_ text: String) -> String {
    text.reduce(into: "") { pattern, character in
      if "_%\\".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
  }
}
