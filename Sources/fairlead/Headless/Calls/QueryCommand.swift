import ArgumentParser
import FoundationEssentials
import ZohoAPI

/// Asks in COQL.
struct QueryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask Zoho CRM in its query language, COQL.",
    discussion: """
      fairlead query "select Deal_Name, Amount from Deals where Amount > 1000 limit 0, 200"

      WHERE is mandatory ("where id is not null" finds all), and from three conditions on they \
      must be paired: "((A and B) and C)". Times that end in Z are sent with their offset in \
      digits, as COQL wants them. The types of the columns are told on stderr, and in JSON as \
      "types". Where there is more, the offset at which it goes on is told.
      """)

  @Argument(help: "The query; - takes it from standard input.") var query: String
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let text = COQL.withOffsets(query == "-" ? try StandardInput.text() : query)
      let answer = try await session.send(.answer(to: text))
      let columns = COQL.columns(of: text) ?? answer.rows.first?.plainColumns ?? []
      let rows = session.output.rows(columns: columns)
      rows.add(answer.rows)
      let types = columns.compactMap { name in answer.types[name].map { (name, $0) } }
      if session.output.format == .table, !types.isEmpty {
        session.output.tell(types.map { "\($0) \($1)" }.joined(separator: ", "))
      }
      let next = COQL.offset(of: text) + answer.rows.count
      session.output.finish(
        rows, answer.hasMore ? .some(hint: "It goes on at offset \(next).") : .none,
        facts: types.isEmpty
          ? [] : [("types", .object(Dictionary(types.map { ($0, .text($1)) }) { $1 }))])
    }
  }
}

/// The rows of a query with the types of their columns.
struct TypedRows: Sendable {
  let rows: [RecordFields]
  let hasMore: Bool
  /// Zoho's words for what a column holds, such as `currency`; empty when it does not say.
  let types: [String: String]
}

extension Request where Response == TypedRows {
  /// Asks in COQL, for the types of the columns too.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html>
  fileprivate static func answer(to query: String) -> Self {
    .json(
      .crm, .post, "/coql",
      .object(["select_query": .text(query), "include_meta": .list(["fields"])]), isWrite: false
    ) { reply in
      guard !reply.isEmpty else { return TypedRows(rows: [], hasMore: false, types: [:]) }
      let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
      guard case .list(let rows)? = answer["data"] else {
        throw ZohoError.unreadable(path: reply.path, status: reply.status, reason: "no data")
      }
      let types =
        answer["fields"]?.fields?.compactMapValues { $0.fields?["data_type"]?.text } ?? [:]
      let more = answer["info"]?.fields?["more_records"]
      return TypedRows(
        rows: rows.map { $0.fields ?? [:] }, hasMore: more == .bool(true), types: types)
    }
  }
}

extension COQL {
  /// The columns that a query selects, by the names under which they come back, the id first as Zoho adds
  /// it; nil when the text is not understood here.
  static func columns(of query: String) -> [String]? {
    guard
      let match = query.firstMatch(of: /(?i)^\s*select\s+(.+?)\s+from\s/.dotMatchesNewlines()),
      !match.output.1.contains("'")
    else { return nil }
    let names = match.output.1.split(separator: ",").map { part in
      let words = part.split(whereSeparator: \.isWhitespace)
      return words.count == 3 && words[1].lowercased() == "as"
        ? String(words[2]) : words.joined()
    }
    let isPlain = names.allSatisfy { !$0.contains("(") } && !query.lowercased().contains("group by")
    return isPlain && !names.contains("id") ? ["id"] + names : names
  }

  /// The offset at which a query begins.
  static func offset(of query: String) -> Int {
    if let match = query.firstMatch(of: /(?i)\slimit\s+(\d+)\s*,\s*\d+/) {
      return Int(match.output.1) ?? 0
    }
    return query.firstMatch(of: /(?i)\soffset\s+(\d+)/).flatMap { Int($0.output.1) } ?? 0
  }
}
