import GRDB

/// Checks a query against the organization's metadata and turns it into SQL with bound values.
struct COQLCompiler {
  private let call: CRMCall
  private let query: COQLQuery
  private var source: RecordSource
  private var arguments: [DatabaseValue] = []
  private var criteria = 0
  private(set) var selection = RecordSelection()
  private(set) var fields: [(key: String, field: CRMField)] = []

  /// - Throws: ``COQLError``, or ``Refusal`` when the caller may not read the module.
  init(_ query: COQLQuery, _ call: CRMCall) throws {
    guard let module = call.metadata.module(query.module), module.isAPISupported else {
      throw COQLError.unknownModule(query.module)
    }
    try call.caller.require("ZohoCRM.modules.\(module.scopeName).READ")
    self.call = call
    self.query = query
    source = RecordSource(module, call.metadata)
    try checkLimits()
  }

  /// The statement, which asks for one row more than the limit.
  mutating func statement() throws -> (sql: String, arguments: StatementArguments) {
    try select()
    var filter = RecordFilter()
    if let name = query.customView { try addView(name, to: &filter) }
    arguments += filter.arguments
    let condition = try query.condition.map { try self.condition($0) } ?? "1"
    let groups = try query.groupBy.map { try column($0, clause: "group by").sql }
    let orders = try query.orderBy.map { order in
      try expression(of: order.column) + (order.isDescending ? " DESC" : " ASC")
    }
    var sql = """
      SELECT \(selection.expressions.joined(separator: ", ")) FROM \(source.sql)
      WHERE \(filter.sql) AND \(condition)
      """
    if !groups.isEmpty { sql += " GROUP BY \(groups.joined(separator: ", "))" }
    let id = try call.idOrder(source.module, modifiedSince: query.condition.flatMap(modifiedSince))
    let ties = groups.isEmpty && !isAggregate ? ["\(id) ASC"] : groups
    let order = orders + ties
    if !order.isEmpty { sql += " ORDER BY \(order.joined(separator: ", "))" }
    sql += " LIMIT ? OFFSET ?"
    arguments += [(query.limit + 1).databaseValue, query.offset.databaseValue]
    return (sql, StatementArguments(arguments))
  }

  private var isAggregate: Bool { query.columns.contains { $0.aggregate != nil } }

  private func checkLimits() throws(COQLError) {
    let aggregates = query.columns.count { $0.aggregate != nil }
    if query.columns.count > 500 { throw .tooMany("columns", clause: "select", limit: 500) }
    if aggregates > 5 { throw .tooMany("aggregates", clause: "select", limit: 5) }
    if query.groupBy.count > 4 { throw .tooMany("columns", clause: "group by", limit: 4) }
    if query.orderBy.count > 10 { throw .tooMany("columns", clause: "order by", limit: 10) }
    if query.limit > 2000 { throw .tooMany("rows", clause: "limit", limit: 2000) }
    if query.offset > 100_000 { throw .tooMany("rows", clause: "offset", limit: 100_000) }
  }

  // MARK: Columns

  private mutating func select() throws {
    var seen: [String: String] = [:]
    for selected in query.columns {
      if let other = seen[selected.key] {
        guard let alias = selected.alias else { throw COQLError.sameColumn(selected.path) }
        throw COQLError.sameAlias(alias, columns: [other, selected.path])
      }
      seen[selected.key] = selected.path
      let column = try column(selected.path, clause: "select")
      if let aggregate = selected.aggregate {
        let field = try field(of: aggregate, column, selected.path)
        selection.add(selected.key, sql(aggregate, column), like: field)
        fields.append((selected.key, field))
        continue
      }
      let isGrouped = query.groupBy.contains { $0 == selected.path || $0 == selected.alias }
      if isAggregate || !query.groupBy.isEmpty, !isGrouped {
        throw COQLError.misplaced(column: selected.path, clause: "select")
      }
      selection.add(selected.key, column, &source)
      fields.append((selected.key, column.field))
    }
    if !isAggregate, query.groupBy.isEmpty, seen["id"] == nil {
      selection.add("id", try column("id", clause: "select"), &source)
    }
  }

  private mutating func column(_ path: String, clause: String) throws -> RecordSource.Column {
    let path = query.columns.first { $0.alias == path && $0.aggregate == nil }?.path ?? path
    let hops = path.split(separator: ".").count - 1
    guard hops <= 2 else { throw COQLError.tooMany("relations", clause: clause, limit: 2) }
    guard !path.hasPrefix("$"), let column = source.column(path) else {
      throw COQLError.unknownColumn(path)
    }
    return column
  }

  private mutating func expression(of ordered: COQLQuery.Column) throws -> String {
    let aliased = query.columns.first { $0.alias == ordered.path && $0.aggregate != nil }
    let wanted = ordered.aggregate == nil ? aliased ?? ordered : ordered
    let column = try column(wanted.path, clause: "order by")
    return wanted.aggregate.map { sql($0, column) } ?? column.sql
  }

  private func sql(_ aggregate: COQLQuery.Aggregate, _ column: RecordSource.Column) -> String {
    switch aggregate {
    // Of whole multiples of the last digit; the average is rounded to it.
    case .avg: "CAST(ROUND(AVG(\(column.sql))) AS INTEGER)"
    default: "\(aggregate.rawValue.uppercased())(\(column.sql))"
    }
  }

  /// What values the aggregate has.
  private func field(
    of aggregate: COQLQuery.Aggregate, _ column: RecordSource.Column, _ path: String
  ) throws(COQLError) -> CRMField {
    let storage = column.field.dataType.storage
    switch aggregate {
    case .count: return CRMField(path, path, .integer)
    case .sum, .avg:
      guard storage == .number else { break }
      return column.field
    case .min, .max:
      guard [.number, .date, .datetime].contains(storage) else { break }
      return column.field
    }
    throw .badComparator(
      column: path, type: column.field.dataType.zohoName,
      comparator: aggregate.rawValue.uppercased())
  }

  private func addView(_ id: String, to filter: inout RecordFilter) throws {
    guard
      let view = call.metadata.customViews.first(where: {
        $0.id == id && $0.module == query.module
      })
    else { throw COQLError.unknownView(id) }
    call.addCondition(of: view, to: &filter)
  }

  // MARK: Conditions

  private mutating func condition(_ condition: COQLQuery.Condition) throws -> String {
    switch condition {
    case .both(let one, let other):
      return "(\(try self.condition(one)) AND \(try self.condition(other)))"
    case .either(let one, let other):
      return "(\(try self.condition(one)) OR \(try self.condition(other)))"
    case .comparison(let path, let operation, let literals):
      criteria += 1
      if criteria > 25 { throw COQLError.tooMany("criteria", clause: "where", limit: 25) }
      return try comparison(path, operation, literals)
    }
  }

  private mutating func comparison(
    _ path: String, _ operation: FieldComparison.Operation, _ literals: [COQLQuery.Literal]
  ) throws -> String {
    let column = try column(path, clause: "where")
    guard operation.isAllowed(for: column.field) else {
      throw COQLError.badComparator(
        column: path, type: column.field.dataType.zohoName, comparator: operation.rawValue)
    }
    if literals.count > 100 { throw COQLError.tooMany("values", clause: "in", limit: 100) }
    let values = try literals.map { literal in
      guard let value = value(literal, column.field, operation) else {
        // References compare by id.
        let isID = column.field.dataType.storage == .id
        throw COQLError.badValue(
          column: path, type: isID ? "bigint" : column.field.dataType.zohoName)
      }
      return value
    }
    arguments += values
    if column.field.dataType.storage == .boolean, operation == .equal {
      // A box that nobody ever ticked is not ticked.
      return "IFNULL(\(column.sql), 0) = ?"
    }
    return FieldComparison(column: column, operation: operation, values: values).sql
  }

  /// The moment after which all wanted rows have changed, where the condition says so.
  private func modifiedSince(_ condition: COQLQuery.Condition) -> Int64? {
    switch condition {
    case .both(let one, let other): return modifiedSince(one) ?? modifiedSince(other)
    case .comparison("Modified_Time", .greater, let literals),
      .comparison("Modified_Time", .greaterOrEqual, let literals),
      .comparison("Modified_Time", .between, let literals):
      guard case .string(let text)? = literals.first else { return nil }
      return Timestamp.read(text).map { Int64($0.timeIntervalSince1970.rounded(.down)) }
    default: return nil
    }
  }

  /// The literal as the column holds it; nil when it is of another kind.
  private func value(
    _ literal: COQLQuery.Literal, _ field: CRMField, _ operation: FieldComparison.Operation
  ) -> DatabaseValue? {
    switch (field.dataType.storage, literal) {
    case (.text, .string(let text)) where operation == .like || operation == .notLike:
      FieldComparison.pattern(text).databaseValue
    // An offset has to be there; `Z` and fractions of a second are not taken.
    case (.datetime, .string(let text)) where text.utf8.count != 25: nil
    case (.text, .string(let text)), (.date, .string(let text)), (.datetime, .string(let text)),
      (.id, .string(let text)), (.id, .number(let text)), (.number, .number(let text)),
      (.number, .string(let text)), (.boolean, .string(let text)):
      FieldComparison.value(text, field)
    case (.boolean, .boolean(let truth)): truth.databaseValue
    default: nil
    }
  }
}

extension FieldComparison.Operation {
  /// Which comparisons COQL has for which kind of field.
  /// https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html
  func isAllowed(for field: CRMField) -> Bool {
    let onNull: Set<Self> = [.isNull, .isNotNull]
    let onEquality: Set<Self> = [.equal, .notEqual, .isIn, .isNotIn]
    let onOrder: Set<Self> = [.less, .lessOrEqual, .greater, .greaterOrEqual, .between]
    if onNull.contains(self) { return field.dataType.storage != .json }
    switch field.dataType {
    case .textarea: return false
    case .boolean: return self == .equal
    case .bigint: return onEquality.contains(self) || onOrder.contains(self)
    default: break
    }
    switch field.dataType.storage {
    case .text: return onEquality.contains(self) || self == .like || self == .notLike
    case .number, .date, .datetime: return onEquality.contains(self) || onOrder.contains(self)
    case .id: return onEquality.contains(self)
    case .boolean, .json: return false
    }
  }
}
