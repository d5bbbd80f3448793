import FoundationEssentials
import ZohoAPI

/// A page of rows of any product.
struct APIPage {
  /// The rows.
  let rows: [RecordFields]
  private let whole: RecordFields

  /// Reads a page: the first list in it is its rows.
  ///
  /// - Throws: `unavailable` for an answer that has no rows.
  init(_ answer: RawAnswer) throws(HeadlessError) {
    guard !answer.body.isEmpty else {
      (rows, whole) = ([], [:])
      return
    }
    guard let json = try? JSONDecoder().decode(FieldValue.self, from: answer.body) else {
      throw HeadlessError(.unavailable, "The answer is not JSON: --all reads lists.")
    }
    guard let rows = Self.rows(in: json) else {
      throw HeadlessError(.unavailable, "The answer holds no list: --all reads lists.")
    }
    self.rows = rows
    whole = json.fields ?? [:]
  }

  /// What CRM and Books add to the query for the page of that number; nil when this is the last.
  func next(_ number: Int) -> [(name: String, value: String)]? {
    let info = whole["info"]?.fields ?? [:]
    let context = whole["page_context"]?.fields ?? [:]
    if info["more_records"] == .bool(true), let token = info["next_page_token"]?.text {
      return [("page_token", token)]
    }
    let hasMore =
      info["more_records"] == .bool(true) || context["has_more_page"] == .bool(true)
    return hasMore ? [("page", "\(number)")] : nil
  }

  /// Whether Projects says that this is the last page. Some of its lists wrap `page_info` in a list.
  var saysNoMore: Bool {
    var info = whole["page_info"]
    if case .list(let values)? = info { info = values.first }
    return ["false", "no"].contains(info?.fields?["has_next_page"]?.word ?? "")
  }

  /// What is around the rows in some product's answers.
  private static let around: Set = ["info", "page_context", "page_info"]
  /// Where rows are looked for first.
  private static let inside = ["response", "result", "data"]

  private static func rows(in value: FieldValue) -> [RecordFields]? {
    if case .list(let values) = value { return values.map(row) }
    guard let fields = value.fields else { return nil }
    let names = fields.keys.filter { !around.contains($0) }.sorted()
    for name in names {
      if case .list(let values)? = fields[name] { return values.map(row) }
    }
    // People gives leave as a map by id.
    if let records = fields["records"]?.fields {
      return records.keys.sorted().map { id in
        (records[id]?.fields ?? [:]).merging(["id": .text(id)]) { own, _ in own }
      }
    }
    for name in inside + names {
      if let inner = fields[name], inner.isObject, let found = rows(in: inner) { return found }
    }
    return nil
  }

  /// A row. People wraps a record into a list under its id.
  private static func row(_ value: FieldValue) -> RecordFields {
    // An id with a name or alone is a look-up elsewhere; here it is a row.
    guard case .object(let fields) = value.unfolded else { return ["value": value] }
    if fields.count == 1, case .list(let inner)? = fields.values.first, inner.count == 1,
      let record = inner[0].fields
    {
      return record
    }
    return fields
  }
}

extension FieldValue {
  fileprivate var isObject: Bool { if case .object = self { true } else { false } }

  /// A word, or yes and no as words.
  fileprivate var word: String? {
    if case .bool(let value) = self { return value ? "true" : "false" }
    return text
  }
}
