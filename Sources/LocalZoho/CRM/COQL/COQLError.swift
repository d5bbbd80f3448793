/// Why a query is refused.
enum COQLError: Error, Hashable, Sendable {
  case syntax(near: String, line: Int, column: Int)
  case missingClause(String)
  case unknownModule(String)
  case unknownView(String)
  case unknownColumn(String)
  case badValue(column: String, type: String)
  case badComparator(column: String, type: String, comparator: String)
  /// A column in a clause where it cannot be.
  case misplaced(column: String, clause: String)
  case tooMany(String, clause: String, limit: Int)
  case badAlias(String, column: String)
  case sameAlias(String, columns: [String])
  case sameColumn(String)

  /// The answer. https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html
  var refusal: Refusal {
    let formed = "invalid query formed"
    switch self {
    case .syntax(let near, let line, let column):
      return .crm(
        400, "SYNTAX_ERROR", formed,
        details: ["near": .string(near), "column": JSONValue(column), "line": JSONValue(line)])
    case .missingClause(let clause):
      return .crm(400, "SYNTAX_ERROR", formed, details: ["clause": .string(clause)])
    case .unknownModule(let module):
      return .crm(400, "INVALID_QUERY", formed, details: ["module": .string(module)])
    case .unknownView(let view):
      return .crm(400, "INVALID_QUERY", formed, details: ["cvid": .string(view)])
    case .unknownColumn(let column):
      return .crm(
        400, "INVALID_QUERY", "column given seems to be invalid",
        details: ["column_name": .string(column)])
    case .badValue(let column, let type):
      return .crm(
        400, "INVALID_QUERY", "value given seems to be invalid for the column",
        details: ["expected_data_type": .string(type), "column_name": .string(column)])
    case .badComparator(let column, let type, let comparator):
      return .crm(
        400, "INVALID_QUERY", "data type not supported",
        details: [
          "column_name": .string(column), "data_type": .string(type),
          "operator": .string(comparator), "reason": "operator not supported",
        ])
    case .misplaced(let column, let clause):
      return .crm(
        400, "INVALID_QUERY", formed,
        details: ["column_name": .string(column), "clause": .string(clause)])
    case .tooMany(let what, let clause, let limit):
      return .crm(
        400, "LIMIT_EXCEEDED", formed,
        details: ["by": .string(what), "clause": .string(clause), "limit": JSONValue(limit)])
    case .badAlias(let alias, let column):
      return .crm(
        400, "INVALID_ALIAS", "invalid alias",
        details: ["alias": .string(alias), "column_name": .string(column)])
    case .sameAlias(let alias, let columns):
      return .crm(
        400, "DUPLICATE_ALIAS", "duplicate alias",
        details: [
          "alias": .string(alias), "referred_columns": .array(columns.map(JSONValue.string)),
        ])
    case .sameColumn(let column):
      return .crm(
        400, "DUPLICATE_DATA", "duplicate data", details: ["column_name": .string(column)])
    }
  }
}
