import GRDB

/// Which rows of a module a list shows, and in what order.
struct RecordFilter {
  var conditions: [String] = []
  var arguments: [DatabaseValue] = []

  mutating func add(_ condition: String, _ arguments: DatabaseValue...) {
    conditions.append(condition)
    self.arguments += arguments
  }

  var sql: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }
}

/// One page of a list.
struct RecordPage {
  /// The rows as JSON, comma-separated.
  var rows: JSONWriter
  var count: Int
  var hasMore: Bool
  /// Sort value and id of the last row.
  var last: (key: Int64, id: Int64)?
}

extension CRMCall {
  /// Reads a page. `order` is the column to sort by, which holds whole numbers.
  func page(
    _ selection: RecordSelection, _ source: RecordSource, _ filter: RecordFilter,
    orderBy order: String, _ direction: SortOrder, offset: Int, limit: Int
  ) throws -> RecordPage {
    let expressions = selection.expressions + [order, "r.id"]
    let ties = order == "r.id" ? "" : ", r.id \(direction.sql)"
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(expressions.joined(separator: ", ")) FROM \(source.sql) WHERE \(filter.sql)
        ORDER BY \(order) \(direction.sql)\(ties) LIMIT ? OFFSET ?
        """)
    let arguments = filter.arguments + [(limit + 1).databaseValue, offset.databaseValue]
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var page = RecordPage(rows: JSONWriter(), count: 0, hasMore: false)
    let keyPlace = selection.expressions.count
    while let row = try rows.next() {
      if page.count == limit {
        page.hasMore = true
        break
      }
      if page.count > 0 { page.rows.append(raw: ",") }
      selection.write(row, users, to: &page.rows)
      page.count += 1
      page.last = (row[keyPlace], row[keyPlace + 1])
    }
    return page
  }

  enum SortOrder: String {
    case asc, desc

    var sql: String { rawValue.uppercased() }
    var reversed: SortOrder { self == .asc ? .desc : .asc }
  }

  /// `{"data":[…],"info":…}`, or 204 when there is nothing.
  func reply(_ page: RecordPage, info: JSONValue) -> ZohoReply {
    guard page.count > 0 else { return .empty(204) }
    var writer = JSONWriter()
    writer.append(raw: "{\"data\":[")
    writer.append(page.rows)
    writer.append(raw: "],\"info\":")
    writer.append(info)
    writer.append(raw: "}")
    return .json(200, writer.data)
  }

  /// The `info` of lists that know only page numbers.
  func plainInfo(_ page: RecordPage, number: Int, perPage: Int) -> JSONValue {
    [
      "per_page": JSONValue(perPage), "count": JSONValue(page.count), "page": JSONValue(number),
      "more_records": JSONValue(page.hasMore),
    ]
  }
}
