import ArgumentParser
import ZohoAPI

/// Lists the records of a module.
struct ListRecords<M: RecordModule>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "List \(M.command).",
      discussion: """
        Filters are joined by "and". --where takes a condition of COQL, such as \
        "Amount > 1000"; from three conditions on they must be paired: "((A and B) and C)".
        """)
  }

  @OptionGroup var filters: M.Filters

  @Option(name: .customLong("where"), help: "A condition in COQL.") var criteria: String?

  @Option(help: "The fields, by API name, between commas.") var fields: String?

  @Option(
    parsing: .unconditional,
    help: "The field to sort by; with a minus sign before it, downwards.")
  var sort: String?

  @Option(help: "How many at most.") var limit = 50

  @Flag(help: "All of them.") var all = false

  @OptionGroup var options: HeadlessOptions

  func validate() throws {
    guard (1...COQL.lastOffset).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to \(COQL.lastOffset).")
    }
  }

  func run() async throws {
    try await headless(options) { session in
      var check = FilterCheck(session, M.module)
      var conditions = try await filters.conditions(&check)
      if let criteria { conditions.append(COQL.withOffsets(criteria)) }
      let columns = try await columns(&check)
      try await session.list(
        RecordQuery(
          module: M.module, columns: columns, condition: COQL.all(conditions),
          order: try await order(&check)),
        limit: all ? nil : limit)
    }
  }

  private func columns(_ check: inout FilterCheck) async throws(HeadlessError) -> [String] {
    guard let fields else { return M.columns }
    let names = fields.split(separator: ",").map { $0.filter { $0 != " " } }
    let settings = try await check.settings()
    for name in names where name != "id" {
      _ = try settings.field(String(name.prefix { $0 != "." }))
    }
    return names.contains("id") ? names : ["id"] + names
  }

  private func order(_ check: inout FilterCheck) async throws(HeadlessError) -> String {
    guard let sort else { return "id asc" }
    let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
    _ = try await check.settings().field(name)
    return "\(name) \(sort.hasPrefix("-") ? "desc" : "asc")"
  }
}

/// A question for records in COQL.
struct RecordQuery: Hashable {
  let module: String
  let columns: [String]
  let condition: String
  var order = "id asc"

  /// The question for so many rows from an offset on.
  func text(offset: Int, count: Int) -> String {
    let names = columns.filter { $0 != "id" }.joined(separator: ", ")
    return "select \(names.isEmpty ? "id" : names) from \(module) where \(condition) "
      + "order by \(order) limit \(offset), \(count)"
  }
}

extension HeadlessSession {
  /// Writes the records that a question finds.
  ///
  /// - Parameter limit: How many at most; nil for all.
  func list(_ query: RecordQuery, limit: Int?) async throws(HeadlessError) {
    let rows = output.rows(columns: query.columns)
    var hasMore = true
    while hasMore, rows.count < limit ?? COQL.lastOffset {
      let count = min(COQL.page, (limit ?? COQL.lastOffset) - rows.count)
      let page = try await send(.query(query.text(offset: rows.count, count: count)))
      rows.add(page.rows)
      hasMore = page.hasMore && !page.rows.isEmpty
    }
    output.finish(rows, hasMore ? .some(hint: hint(limit)) : .none)
  }

  private func hint(_ limit: Int?) -> String {
    limit == nil
      ? "COQL goes no further: filter them, or use `fairlead export`."
      : "Use --limit for more, or --all."
  }
}
