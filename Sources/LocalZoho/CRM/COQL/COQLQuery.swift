/// A query, read but not yet compared with the organization's modules and fields.
struct COQLQuery: Hashable, Sendable {
  var columns: [Column] = []
  var module = ""
  /// The view after `#`.
  var customView: String?
  var condition: Condition?
  var groupBy: [String] = []
  var orderBy: [Order] = []
  var limit = 200
  var offset = 0

  enum Aggregate: String, Hashable, Sendable {
    case count, sum, min, max, avg
  }

  /// A selected column: `Amount`, `SUM(Amount) as total`.
  struct Column: Hashable, Sendable {
    var aggregate: Aggregate?
    /// `Amount`, `Account_Name.Phone`
    var path: String
    var alias: String?

    /// Its words without the alias.
    var expression: String {
      aggregate.map { "\($0.rawValue.uppercased())(\(path))" } ?? path
    }

    /// Its key in the answer.
    var key: String { alias ?? expression }
  }

  struct Order: Hashable, Sendable {
    var column: Column
    var isDescending: Bool
  }

  indirect enum Condition: Hashable, Sendable {
    case comparison(path: String, FieldComparison.Operation, [Literal])
    case both(Condition, Condition)
    case either(Condition, Condition)
  }

  enum Literal: Hashable, Sendable {
    case string(String)
    case number(String)
    case boolean(Bool)
    /// No column is compared with it; absence is asked for by `is null`.
    case null
  }
}
