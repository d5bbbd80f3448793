/// Reads the grammar of COQL.
/// https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html
struct COQLParser {
  private let tokens: [COQLToken]
  private var index = 0
  private var depth = 0

  private init(_ tokens: [COQLToken]) { self.tokens = tokens }

  /// - Throws: ``COQLError``.
  static func query(_ text: String) throws(COQLError) -> COQLQuery {
    var parser = COQLParser(try COQLLexer.tokens(text))
    return try parser.query()
  }

  private mutating func query() throws(COQLError) -> COQLQuery {
    var query = COQLQuery()
    guard accept("select") else { throw unexpected }
    repeat { query.columns.append(try selected()) } while acceptSymbol(",")
    guard accept("from") else { throw current.kind == .end ? .missingClause("from") : unexpected }
    query.module = try name()
    if acceptSymbol("#") {
      guard case .number(let view) = current.kind else { throw unexpected }
      query.customView = view
      index += 1
    }
    guard accept("where") else { throw isClause ? .missingClause("where") : unexpected }
    query.condition = try condition()
    if accept("group") {
      guard accept("by") else { throw unexpected }
      repeat { query.groupBy.append(try path()) } while acceptSymbol(",")
    }
    if accept("order") {
      guard accept("by") else { throw unexpected }
      repeat { query.orderBy.append(try order()) } while acceptSymbol(",")
    }
    if accept("limit") { try limit(&query) }
    if accept("offset") { query.offset = try count() }
    guard current.kind == .end else { throw unexpected }
    return query
  }

  /// Whether the query could go on here without WHERE.
  private var isClause: Bool {
    current.kind == .end || ["group", "order", "limit", "offset"].contains(where: current.isWord)
  }

  // MARK: Columns

  private mutating func selected() throws(COQLError) -> COQLQuery.Column {
    var column = try column()
    guard accept("as") else { return column }
    guard case .word(let alias) = current.kind else {
      throw .badAlias(current.text, column: column.path)
    }
    guard !Self.keywords.contains(alias.lowercased()), !alias.contains(".") else {
      throw .badAlias(alias, column: column.path)
    }
    index += 1
    column.alias = alias
    return column
  }

  private mutating func column() throws(COQLError) -> COQLQuery.Column {
    if case .word(let word) = current.kind, tokens[index + 1].isSymbol("("),
      let aggregate = COQLQuery.Aggregate(rawValue: word.lowercased())
    {
      index += 2
      let path = try path()
      guard acceptSymbol(")") else { throw unexpected }
      return COQLQuery.Column(aggregate: aggregate, path: path)
    }
    return COQLQuery.Column(path: try path())
  }

  /// A name, or a quoted path through a lookup of several modules: `'What_Id->Accounts.Phone'`.
  private mutating func path() throws(COQLError) -> String {
    if case .string(let path) = current.kind, path.contains("->") {
      index += 1
      return path
    }
    return try name()
  }

  private mutating func name() throws(COQLError) -> String {
    guard case .word(let word) = current.kind, !Self.keywords.contains(word.lowercased()) else {
      throw unexpected
    }
    index += 1
    return word
  }

  private mutating func order() throws(COQLError) -> COQLQuery.Order {
    let column = try column()
    if accept("desc") { return COQLQuery.Order(column: column, isDescending: true) }
    _ = accept("asc")
    return COQLQuery.Order(column: column, isDescending: false)
  }

  // MARK: Conditions

  /// Two operands at most: three conditions have to be paired by parentheses.
  private mutating func condition() throws(COQLError) -> COQLQuery.Condition {
    let one = try operand()
    if accept("and") { return .both(one, try operand()) }
    if accept("or") { return .either(one, try operand()) }
    return one
  }

  private mutating func operand() throws(COQLError) -> COQLQuery.Condition {
    guard acceptSymbol("(") else { return try comparison() }
    depth += 1
    guard depth <= 50 else { throw unexpected }
    let condition = try condition()
    guard acceptSymbol(")") else { throw unexpected }
    depth -= 1
    return condition
  }

  private mutating func comparison() throws(COQLError) -> COQLQuery.Condition {
    let path = try path()
    if accept("is") {
      let operation: FieldComparison.Operation = accept("not") ? .isNotNull : .isNull
      guard accept("null") else { throw unexpected }
      return .comparison(path: path, operation, [])
    }
    let isNegated = accept("not")
    if accept("in") {
      return .comparison(path: path, isNegated ? .isNotIn : .isIn, try list())
    }
    if accept("like") {
      return .comparison(path: path, isNegated ? .notLike : .like, [try literal()])
    }
    guard !isNegated else { throw unexpected }
    if accept("between") {
      let low = try literal()
      guard accept("and") else { throw unexpected }
      return .comparison(path: path, .between, [low, try literal()])
    }
    guard case .symbol(let symbol) = current.kind,
      let operation = FieldComparison.Operation(rawValue: symbol)
    else { throw unexpected }
    index += 1
    return .comparison(path: path, operation, [try literal()])
  }

  private mutating func list() throws(COQLError) -> [COQLQuery.Literal] {
    guard acceptSymbol("(") else { throw unexpected }
    var literals: [COQLQuery.Literal] = []
    repeat { literals.append(try literal()) } while acceptSymbol(",")
    guard acceptSymbol(")") else { throw unexpected }
    return literals
  }

  private mutating func literal() throws(COQLError) -> COQLQuery.Literal {
    let literal: COQLQuery.Literal
    switch current.kind {
    case .string(let text): literal = .string(text)
    case .number(let digits): literal = .number(digits)
    case .word where current.isWord("true"): literal = .boolean(true)
    case .word where current.isWord("false"): literal = .boolean(false)
    case .word where current.isWord("null"): literal = .null
    default: throw unexpected
    }
    index += 1
    return literal
  }

  // MARK: Limits

  /// `limit 200`, `limit 0, 200` (offset first) or `limit 200 offset 0`.
  private mutating func limit(_ query: inout COQLQuery) throws(COQLError) {
    let first = try count()
    if acceptSymbol(",") {
      query.offset = first
      query.limit = try count()
    } else {
      query.limit = first
    }
  }

  private mutating func count() throws(COQLError) -> Int {
    guard case .number(let digits) = current.kind, let count = Int(digits), count >= 0 else {
      throw unexpected
    }
    index += 1
    return count
  }

  // MARK: Words

  private var current: COQLToken { tokens[index] }

  private var unexpected: COQLError {
    .syntax(near: current.text, line: current.line, column: current.column)
  }

  private mutating func accept(_ keyword: String) -> Bool {
    guard current.isWord(keyword) else { return false }
    index += 1
    return true
  }

  private mutating func acceptSymbol(_ symbol: String) -> Bool {
    guard current.isSymbol(symbol) else { return false }
    index += 1
    return true
  }

  private static let keywords: Set<String> = [
    "select", "from", "where", "and", "or", "not", "in", "like", "between", "is", "null", "group",
    "order", "by", "limit", "offset", "as", "asc", "desc", "true", "false",
  ]
}
