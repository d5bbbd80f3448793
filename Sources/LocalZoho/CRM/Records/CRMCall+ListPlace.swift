import FoundationEssentials
import GRDB

/// Pages by number reach 2,000 rows, pages by token 100,000.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
extension CRMCall {
  /// Where in a list a page begins: by number, or after the row that a token names.
  struct ListPlace {
    static let rowsByPageNumber = 2000
    static let rowsByToken = 100_000

    var number: Int
    var offset: Int
    var token: PageToken?
  }

  func place(perPage: Int, binding: UInt64) throws -> ListPlace {
    guard let text = request.query["page_token"] else {
      let number = try number("page", 1...Int(Int32.max), usual: 1)
      guard number * perPage <= ListPlace.rowsByPageNumber else {
        throw Refusal.crm(
          400, "DISCRETE_PAGINATION_LIMIT_EXCEEDED",
          "You can only get the first 2000 records without using page_token param.",
          details: ["limit": JSONValue(ListPlace.rowsByPageNumber)])
      }
      return ListPlace(number: number, offset: (number - 1) * perPage)
    }
    if request.query["page"] != nil { throw Refusal.crmAmbiguous("page", "page_token") }
    guard let token = PageToken(text) else { throw Refusal.crmInvalidParameter("page_token") }
    guard token.binding == binding else {
      throw Refusal.crm(
        400, "TOKEN_BOUND_DATA_MISMATCH",
        "The page_token given seems to be invalid or input param is added or altered or deleted",
        details: ["param_name": "page_token"])
    }
    guard token.expiry > seconds else {
      throw Refusal.crm(
        400, "EXPIRED_VALUE", "Page token expired",
        details: ["api_name": "page_token", "json_path": "$.query.page_token"])
    }
    guard token.page * perPage <= ListPlace.rowsByToken else {
      throw Refusal.crm(
        400, "PAGINATION_LIMIT_EXCEEDED",
        "You can only get up to first 100000 records using page_token param.",
        details: ["limit": JSONValue(ListPlace.rowsByToken)])
    }
    return ListPlace(number: token.page, offset: 0, token: token)
  }

  /// What a token is bound to: the user and every parameter but the place.
  func binding(perPage: Int) -> String {
    let parameters = request.query.items
      .filter { !["page", "page_token", "per_page"].contains($0.name) }
      .map { "\($0.name)=\($0.value)" }.sorted()
    let since = request.headers["If-Modified-Since"] ?? ""
    return
      ([caller.userID, request.path.joined(separator: "/"), String(perPage), since]
      + parameters).joined(separator: "\n")
  }

  func addStart(
    after row: (key: Int64, id: Int64), _ sortBy: String, _ direction: SortOrder,
    to filter: inout RecordFilter
  ) {
    let comparison = direction == .asc ? ">" : "<"
    if sortBy == "id" {
      filter.add("r.id \(comparison) ?", row.id.databaseValue)
    } else {
      filter.add(
        "(r.\"\(sortBy)\", r.id) \(comparison) (?, ?)", row.key.databaseValue,
        row.id.databaseValue)
    }
  }

  /// Walks back from where this page starts to where the one before it did.
  func previousToken(
    _ place: ListPlace, _ source: RecordSource, _ filter: RecordFilter, binding: UInt64,
    perPage: Int,
    _ sortBy: String, _ direction: SortOrder, expiry: Int64
  ) throws -> PageToken? {
    guard let token = place.token, place.number > 1 else { return nil }
    var before = filter
    addStart(after: (token.key, token.id), sortBy, direction.reversed, to: &before)
    let order = "r.\"\(sortBy)\" \(direction.reversed.sql), r.id \(direction.reversed.sql)"
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT r."\(sortBy)", r.id FROM \(source.sql) WHERE \(before.sql)
        ORDER BY \(order) LIMIT 1 OFFSET ?
        """,
      arguments: StatementArguments(before.arguments + [(perPage - 1).databaseValue]))
    let outermost = direction == .asc ? Int64.min : Int64.max
    return PageToken(
      binding: binding, page: place.number - 1, key: row?[0] ?? outermost,
      id: row?[1] ?? outermost, expiry: expiry)
  }
}
