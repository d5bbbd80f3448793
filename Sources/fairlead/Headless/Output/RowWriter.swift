import ZohoAPI

/// Writes rows as they come. Only a table waits for its last row, whose columns all rows decide.
final class RowWriter {
  /// How many rows were written.
  private(set) var count = 0
  private let format: OutputFormat
  private let print: (String) -> Void
  private var columns: [String]
  private var table: TableText?
  private var hasBegun = false

  /// - Parameters:
  ///   - columns: The fields of a row in their order, or paths such as `Account_Name.id`; empty to go by
  ///     the first row.
  ///   - print: Takes text for stdout.
  init(_ format: OutputFormat, columns: [String], print: @escaping (String) -> Void) {
    self.format = format
    self.columns = columns
    self.print = print
  }

  /// Adds rows.
  func add(_ rows: [RecordFields]) {
    guard !rows.isEmpty else { return }
    begin(with: rows)
    for row in rows {
      switch format {
      case .table: table?.add(row)
      case .json: print((count == 0 ? "\n" : ",\n") + JSONText.record(row, columns: columns))
      case .ndjson: print(JSONText.record(row, columns: columns) + "\n")
      case .csv:
        print(columns.map { row.value(of: $0).csv }.joined(separator: ",") + "\r\n")
      }
      count += 1
    }
  }

  /// Ends the list.
  ///
  /// - Parameters:
  ///   - more: What is known of rows that were left out; JSON carries it as `more` and `hint`.
  ///   - facts: What JSON carries about the list besides.
  func finish(_ more: Rest = .none, facts: [(name: String, value: FieldValue)] = []) {
    begin(with: [])
    switch format {
    case .table: if let table, count > 0 { print(table.text) }
    case .json:
      var info: [(name: String, value: FieldValue)] = [
        ("count", .number(.init(count))), ("more", .bool(more.isMore)),
      ]
      if case .some(let hint) = more { info.append(("hint", .text(hint))) }
      info += facts
      print((count > 0 ? "\n" : "") + "],\"info\":\(JSONText.object(info))}\n")
    case .ndjson, .csv: break
    }
  }

  /// What is left of a list that was not written to its end.
  enum Rest: Hashable {
    /// Nothing: the list is whole.
    case none
    /// Rows, with how to get them.
    case some(hint: String)

    /// Whether there are more rows.
    var isMore: Bool { self != .none }
  }

  private func begin(with rows: [RecordFields]) {
    guard !hasBegun else { return }
    hasBegun = true
    if columns.isEmpty, let row = rows.first { columns = row.plainColumns }
    switch format {
    case .table: table = TableText(columns: columns)
    case .json: print("{\"data\":[")
    case .ndjson: break
    case .csv: print(columns.map(ResultFile.value).joined(separator: ",") + "\r\n")
    }
  }
}

extension RecordFields {
  /// The fields that fit into a cell, the id first. Zoho's own marks (`$state`) are left out.
  var plainColumns: [String] {
    let names = keys.filter { name in
      guard !name.hasPrefix("$"), name != "id" else { return false }
      if case .object? = self[name] { return false }
      return true
    }.sorted()
    return (self["id"] == nil ? [] : ["id"]) + names
  }
}
