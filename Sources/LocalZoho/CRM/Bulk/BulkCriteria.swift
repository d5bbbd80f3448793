import GRDB

/// The criteria of a Bulk Read job as a condition over a module's table.
/// https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/create-job.html
struct BulkCriteria {
  static let mostConditions = 25
  static let mostValues = 200

  private let metadata: CRMMetadata
  private let userID: Int64
  private(set) var source: RecordSource
  private(set) var arguments: [DatabaseValue] = []
  private var conditions = 0

  init(_ source: RecordSource, _ metadata: CRMMetadata, userID: Int64) {
    self.source = source
    self.metadata = metadata
    self.userID = userID
  }

  /// - Throws: ``Refusal``.
  mutating func condition(_ value: JSONValue, depth: Int = 0) throws -> String {
    guard let object = value.objectValue, depth < 10 else {
      throw Refusal.crm(400, "CRITERIA_NOT_SUPPORTED", "Criteria not supported")
    }
    guard let group = object["group"] else { return try comparison(object) }
    guard let parts = group.arrayValue, !parts.isEmpty else {
      throw Refusal.crm(400, "AMBIGUOUS_GROUP_IN_CRITERIA", "Ambiguous group in criteria")
    }
    guard let word = object["group_operator"]?.stringValue?.lowercased(),
      ["and", "or"].contains(word)
    else {
      throw Refusal.crm(
        400, "GROUP_OPERATOR_NOT_SUPPORTED", "Group operator not supported",
        details: ["supported": ["and", "or"]])
    }
    var sql: [String] = []
    for part in parts { sql.append(try condition(part, depth: depth + 1)) }
    return "(\(sql.joined(separator: " \(word.uppercased()) ")))"
  }

  private mutating func comparison(_ object: JSONObject) throws -> String {
    conditions += 1
    guard conditions <= Self.mostConditions else {
      throw Refusal.crm(
        400, "CRITERIA_LIMIT_EXCEEDED", "Criteria limit exceeded",
        details: ["max_limit": JSONValue(Self.mostConditions)])
    }
    guard
      let name = object["field"]?["api_name"]?.stringValue ?? object["api_name"]?.stringValue
    else { throw Refusal.crm(400, "AMBIGUOUS_CRITERIA", "Ambiguous criteria") }
    guard let column = source.column(name), !name.hasPrefix("$") else {
      throw Refusal.crm(
        400, "FIELD_IN_CRITERIA_NOT_AVAILABLE", "Field in criteria not available",
        details: ["api_name": .string(name), "module": .string(source.module.apiName)])
    }
    let comparator = object["comparator"]?.stringValue ?? ""
    let supported = Self.comparators(column.field.dataType)
    guard supported.contains(comparator) else {
      throw Refusal.crm(
        400, "FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE",
        "Field and comparator in criteria not compatible",
        details: [
          "api_name": .string(name), "comparator": .string(comparator),
          "supported": .array(supported.map(JSONValue.string)),
        ])
    }
    let given = object["value"] ?? .null
    if given == "${EMPTY}" || given.isNull {
      return "\(column.sql) \(comparator.hasPrefix("not") ? "IS NOT NULL" : "IS NULL")"
    }
    let values = try values(given, column.field, name, comparator)
    arguments += values
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    switch comparator {
    case "in": return "\(column.sql) IN (\(marks))"
    case "not_in": return "\(column.sql) NOT IN (\(marks))"
    case "between": return "\(column.sql) BETWEEN ? AND ?"
    case "not_between": return "\(column.sql) NOT BETWEEN ? AND ?"
    case "contains", "starts_with", "ends_with": return "\(column.sql) LIKE ? ESCAPE '\\'"
    case "not_contains": return "IFNULL(\(column.sql), '') NOT LIKE ? ESCAPE '\\'"
    case "not_equal": return "\(column.sql) IS NOT ?"
    default: return "\(column.sql) \(Self.signs[comparator] ?? "=") ?"
    }
  }

  private func values(
    _ given: JSONValue, _ field: CRMField, _ name: String, _ comparator: String
  ) throws -> [DatabaseValue] {
    let list = given.arrayValue ?? [given]
    guard list.count <= Self.mostValues else {
      throw Refusal.crm(
        400, "VALUE_LIMIT_EXCEEDED_IN_CRITERIA", "Value limit exceeded in criteria",
        details: ["max_limit": JSONValue(Self.mostValues)])
    }
    let count = comparator.hasSuffix("between") ? 2 : 1
    let values = list.map { one -> DatabaseValue? in
      if one == "${CURRENTUSER}" { return userID.databaseValue }
      let text = Self.text(one)
      switch comparator {
      case "contains", "not_contains": return "%\(FieldComparison.literal(text))%".databaseValue
      case "starts_with": return "\(FieldComparison.literal(text))%".databaseValue
      case "ends_with": return "%\(FieldComparison.literal(text))".databaseValue
      default: return FieldComparison.value(text, field)
      }
    }
    let known = values.compactMap { $0 }
    guard known.count == list.count, comparator.hasSuffix("in") || known.count == count else {
      throw Refusal.crm(
        400, "FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
        "Field and value in criteria not compatible",
        details: ["api_name": .string(name), "comparator": .string(comparator), "value": given])
    }
    return known
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .object: value["id"]?.idText ?? ""
    default: value.text
    }
  }

  private static let signs = [
    "equal": "=", "less_than": "<", "less_equal": "<=", "greater_than": ">", "greater_equal": ">=",
  ]

  private static func comparators(_ type: CRMField.DataType) -> [String] {
    switch type.storage {
    case .text:
      [
        "equal", "not_equal", "in", "not_in", "contains", "not_contains", "starts_with",
        "ends_with",
      ]
    case .boolean: ["equal", "not_equal"]
    case .number, .date, .datetime:
      [
        "equal", "not_equal", "in", "not_in", "less_than", "less_equal", "greater_than",
        "greater_equal", "between", "not_between",
      ]
    case .id: ["equal", "not_equal", "in", "not_in"]
    case .json: ["contains", "not_contains"]
    }
  }
}
