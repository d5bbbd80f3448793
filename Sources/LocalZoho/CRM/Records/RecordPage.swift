import FoundationEssentials
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

/// One page of a list, written as it is read.
struct RecordPage {
  /// The reply as far as it goes: `{"data":[` and the rows.
  private(set) var reply = JSONWriter()
  private(set) var count = 0
  var hasMore = false
  /// Sort value and id of the last row.
  var last: (key: Int64, id: Int64)?

  init() { reply.append(raw: "{\"data\":[") }

  mutating func append(_ row: Row, _ selection: RecordSelection, _ users: CRMUsers) {
    if count > 0 { reply.append(raw: ",") }
    selection.write(row, users, to: &reply)
    count += 1
  }

  /// `{"data":[…]}` with what else belongs into the reply, or 204 when there is nothing.
  func reply(_ others: (name: String, value: JSONValue)...) -> ZohoReply {
    guard count > 0 else { return .empty(204) }
    var writer = reply
    writer.append(raw: "]")
    for other in others {
      writer.append(raw: ",\"\(other.name)\":")
      writer.append(other.value)
    }
    writer.append(raw: "}")
    return .json(200, Data(writer.bytes))
  }

  /// The `info` of lists that know only page numbers.
  func info(page: Int, perPage: Int) -> JSONValue {
    [
      "per_page": JSONValue(perPage), "count": JSONValue(count), "page": JSONValue(page),
      "more_records": JSONValue(hasMore),
    ]
  }
}

extension CRMCall {
  /// Reads a page. `order` is the column to sort by, which holds whole numbers.
  func page(
    _ selection: RecordSelection, _ source: RecordSource, _ filter: RecordFilter,
    orderBy order: String, _ direction: SortOrder, offset: Int, limit: Int
  ) throws -> RecordPage {
    let expressions = selection.expressions + [order, "r.id"]
    let ties = order.hasSuffix("r.id") ? "" : ", r.id \(direction.sql)"
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(expressions.joined(separator: ", ")) FROM \(source.sql) WHERE \(filter.sql)
        ORDER BY \(order) \(direction.sql)\(ties) LIMIT ? OFFSET ?
        """)
    let arguments = filter.arguments + [(limit + 1).databaseValue, offset.databaseValue]
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var page = RecordPage()
    let keyPlace = selection.expressions.count
    while let row = try rows.next() {
      if page.count == limit {
        page.hasMore = true
        break
      }
      page.append(row, selection, users)
      page.last = (row[keyPlace] as Int64? ?? 0, row[keyPlace + 1])
    }
    return page
  }

  /// The id as a sort key. SQLite would walk a whole table in the order of its ids to find the few
  /// rows changed since a moment; the sign makes it sort those few instead.
  func idOrder(_ module: CRMModule, modifiedSince seconds: Int64?) throws -> String {
    guard let seconds else { return "r.id" }
    let few = 2000
    let changed = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT COUNT(*) FROM (
            SELECT 1 FROM \(module.table) WHERE "Modified_Time" >= ? LIMIT \(few))
          """), arguments: [seconds])
    return changed == few ? "r.id" : "+r.id"
  }

  enum SortOrder: String {
    case asc, desc

    var sql: String { rawValue.uppercased() }
    var reversed: SortOrder { self == .asc ? .desc : .asc }
  }
}
