import Foundation
import GRDB

/// A page of a list: filters, order and place, read from the query as Books reads them. A parameter
/// it does not know is ignored, as Books does.
struct BooksList {
  /// What a parameter filters on, with its variants.
  enum Filter {
    /// `name`, `name_startswith`, `name_contains`; without regard to case.
    case text(String)
    /// `name`, `name_less_than`, `name_less_equals`, `name_greater_than`, `name_greater_equals`.
    case amount(String)
    /// `name`, `name_start`, `name_end`, `name_before`, `name_after`.
    case day(String)
    /// Exactly an id.
    case id(String)
    /// Exactly a text.
    case word(String)
    /// Contained in any of the columns.
    case anywhere([String])
  }

  private(set) var conditions: [String] = []
  private(set) var arguments = StatementArguments()
  private(set) var page: Int
  private(set) var perPage: Int
  private(set) var sortColumn: String
  private(set) var isDescending: Bool
  private var orderBy: String
  private let query: NamedValues

  /// - Parameters:
  ///   - sorts: what `sort_column` may name, with the column it stands for.
  ///   - tiebreak: the id column, so that pages do not overlap.
  init(
    _ query: NamedValues, sorts: [String: String], defaultSort: String, descending: Bool,
    tiebreak: String
  ) {
    self.query = query
    page = min(1_000_000, max(1, query["page"].flatMap { Int($0) } ?? 1))
    perPage = min(200, max(1, query["per_page"].flatMap { Int($0) } ?? 200))
    let wanted = query["sort_column"] ?? defaultSort
    sortColumn = sorts[wanted] == nil ? defaultSort : wanted
    switch query["sort_order"] {
    case "A", "ascending": isDescending = false
    case "D", "descending": isDescending = true
    default: isDescending = descending
    }
    let direction = isDescending ? "DESC" : "ASC"
    let column = sorts[sortColumn] ?? tiebreak
    orderBy =
      column == tiebreak
      ? "\(tiebreak) \(direction)" : "\(column) \(direction), \(tiebreak) \(direction)"
  }

  mutating func require(_ condition: String, _ values: StatementArguments = StatementArguments()) {
    conditions.append(condition)
    arguments += values
  }

  /// Adds the conditions that the query asks for by this name.
  /// - Throws: code 2 for a value that is no amount, day or id.
  mutating func filter(_ name: String, _ filter: Filter) throws {
    switch filter {
    case .text(let column): filterText(name, column)
    case .amount(let column): try filterAmount(name, column)
    case .day(let column): try filterDay(name, column)
    case .id(let column):
      guard let text = query[name], !text.isEmpty else { return }
      guard let id = Int64(text) else { throw Refusal.booksInvalid(name) }
      require("\(column) = ?", [id])
    case .word(let column):
      guard let text = query[name], !text.isEmpty else { return }
      require("\(column) = ?", [text])
    case .anywhere(let columns):
      guard let text = query[name], !text.isEmpty else { return }
      let pattern = "%" + Self.escaped(text) + "%"
      require(
        "(" + columns.map { "\($0) LIKE ? ESCAPE '\\'" }.joined(separator: " OR ") + ")",
        StatementArguments(columns.map { _ in pattern }))
    }
  }

  /// Adds conditions on rows of another table; `source` is all of a subquery before its condition,
  /// from `id IN (SELECT` to `WHERE`.
  mutating func filter(_ name: String, _ filter: Filter, within source: String) throws {
    var inner = self
    inner.conditions = []
    inner.arguments = StatementArguments()
    try inner.filter(name, filter)
    for condition in inner.conditions { conditions.append("\(source) \(condition))") }
    arguments += inner.arguments
  }

  private mutating func filterText(_ name: String, _ column: String) {
    if let text = query[name], !text.isEmpty {
      require("\(column) = ? COLLATE NOCASE", [text])
    }
    if let text = query[name + "_startswith"], !text.isEmpty {
      require("\(column) LIKE ? ESCAPE '\\'", [Self.escaped(text) + "%"])
    }
    if let text = query[name + "_contains"], !text.isEmpty {
      require("\(column) LIKE ? ESCAPE '\\'", ["%" + Self.escaped(text) + "%"])
    }
  }

  private mutating func filterAmount(_ name: String, _ column: String) throws {
    let variants = [
      "": "=", "_less_than": "<", "_less_equals": "<=", "_greater_than": ">",
      "_greater_equals": ">=",
    ]
    for (suffix, comparison) in variants {
      guard let text = query[name + suffix], !text.isEmpty else { continue }
      guard case .number(let number)? = try? JSONValue(parsing: text),
        let stored = number.millionths
      else { throw Refusal.booksInvalid(name + suffix) }
      require("\(column) \(comparison) ?", [stored])
    }
  }

  private mutating func filterDay(_ name: String, _ column: String) throws {
    let variants = ["": "=", "_start": ">=", "_end": "<=", "_before": "<", "_after": ">"]
    for (suffix, comparison) in variants {
      guard let text = query[name + suffix], !text.isEmpty else { continue }
      guard let day = Day(text) else { throw Refusal.booksInvalid(name + suffix) }
      require("\(column) \(comparison) ?", [day.description])
    }
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\%_".contains($0) ? ["\\", $0] : [$0] })
  }

  var whereClause: String {
    conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }

  /// The rows of the page, and whether there are more.
  func rows(select: String, _ db: Database) throws -> (rows: [Row], hasMore: Bool) {
    let rows = try fetch(select: select, db) { try Row.fetchAll($0) }
    return (Array(rows.prefix(perPage)), rows.count > perPage)
  }

  /// What `read` makes of the statement for the page and, to know whether there are more, one row.
  func fetch<Value>(
    select: String, _ db: Database, _ read: (Statement) throws -> Value
  ) throws -> Value {
    let statement = try db.cachedStatement(
      sql: "\(select)\(whereClause) ORDER BY \(orderBy) LIMIT ? OFFSET ?")
    statement.arguments = arguments + [perPage + 1, (page - 1) * perPage]
    return try read(statement)
  }

  /// Books' word on the page.
  func context(hasMore: Bool, report: String, appliedFilter: String? = nil) -> JSONValue {
    var context: JSONObject = [
      "page": JSONValue(page), "per_page": JSONValue(perPage),
      "has_more_page": JSONValue(hasMore), "report_name": .string(report),
    ]
    if let appliedFilter { context.append("applied_filter", .string(appliedFilter)) }
    context.append("sort_column", .string(sortColumn))
    context.append("sort_order", .string(isDescending ? "D" : "A"))
    return .object(context)
  }
}
