import GRDB

/// Turns criteria into a condition over a module's table.
struct SearchCompiler {
  private let metadata: CRMMetadata
  private(set) var source: RecordSource
  private(set) var arguments: [DatabaseValue] = []

  init(_ source: RecordSource, _ metadata: CRMMetadata) {
    self.source = source
    self.metadata = metadata
  }

  /// - Throws: ``Refusal``.
  mutating func condition(_ criteria: SearchCriteria) throws -> String {
    switch criteria {
    case .condition(let condition): return try comparison(condition)
    case .both(let one, let other):
      return "(\(try condition(one)) AND \(try condition(other)))"
    case .either(let one, let other):
      return "(\(try condition(one)) OR \(try condition(other)))"
    }
  }

  private mutating func comparison(_ condition: SearchCriteria.Condition) throws -> String {
    guard let column = source.column(condition.field), !condition.field.hasPrefix("$") else {
      throw invalid("the field is not available for search", condition)
    }
    let type = column.field.dataType
    guard let operations = Self.operations[condition.comparator],
      Self.comparators(type).contains(condition.comparator)
    else { throw invalid("invalid operator found", condition) }
    if condition.comparator == "in", condition.values.count > 100 {
      throw Refusal.crm(
        400, "INVALID_QUERY", "Only 100 values are allowed in \"IN\" criteria",
        details: ["api_name": .string(condition.field), "param_name": "criteria"])
    }
    let count = condition.comparator == "between" ? 2 : 1
    guard condition.comparator == "in" || condition.values.count == count else {
      throw invalid("invalid value for search", condition)
    }
    let isContained = condition.comparator == "equals" && type.isFreeText
    let isPrefix = condition.comparator == "starts_with"
    let values = try condition.values.map { text in
      guard let value = FieldComparison.value(text, column.field), !text.isEmpty else {
        throw invalid("invalid value for search", condition, expected: column.field)
      }
      if isContained { return "%\(FieldComparison.literal(text))%".databaseValue }
      return isPrefix ? "\(FieldComparison.literal(text))%".databaseValue : value
    }
    arguments += values
    return FieldComparison(
      column: column, operation: isContained ? .like : operations, values: values
    ).sql
  }

  private static let operations: [String: FieldComparison.Operation] = [
    "equals": .equal, "not_equal": .notEqual, "starts_with": .like, "in": .isIn,
    "greater_than": .greater, "greater_equal": .greaterOrEqual, "less_than": .less,
    "less_equal": .lessOrEqual, "between": .between,
  ]

  private static func comparators(_ type: CRMField.DataType) -> Set<String> {
    switch type.storage {
    case .text where type == .picklist: ["equals", "not_equal", "in"]
    case .text: ["equals", "not_equal", "starts_with", "in"]
    case .boolean: ["equals", "not_equal"]
    case .number, .date, .datetime:
      [
        "equals", "not_equal", "in", "greater_than", "greater_equal", "less_than", "less_equal",
        "between",
      ]
    case .id: ["equals", "not_equal", "in"]
    case .json: []
    }
  }

  private func invalid(
    _ reason: String, _ condition: SearchCriteria.Condition, expected: CRMField? = nil
  ) -> Refusal {
    var details: JSONObject = [
      "reason": .string(reason), "api_name": .string(condition.field),
      "operator": .string(condition.comparator),
    ]
    if let expected { details["expected_data_type"] = .string(expected.dataType.expected) }
    return Refusal.crm(400, "INVALID_QUERY", "Invalid query formed", details: details)
  }
}

extension CRMField.DataType {
  /// Texts that `equals` finds inside longer ones.
  var isFreeText: Bool { storage == .text && self != .picklist && self != .email }
}
