import ZohoAPI

/// What became of each of several records, a row each.
final class RowResults {
  private let rows: RowWriter
  private let output: Output
  private var failed = 0

  init(_ output: Output, columns: [String]) {
    self.output = output
    rows = output.rows(columns: columns)
  }

  /// Adds the result of one record.
  func add(_ row: RecordFields, isGood: Bool) {
    rows.add([row])
    if !isGood { failed += 1 }
  }

  /// Ends the list of a command that something else ends.
  func tell() { output.finish(rows) }

  /// Ends the list.
  ///
  /// - Throws: `someFailed` when some records were not done, `refused` when none was.
  func finish() throws(HeadlessError) {
    output.finish(rows)
    guard failed > 0 else { return }
    throw HeadlessError(
      failed < rows.count ? .someFailed : .refused,
      "\(grouped(failed)) of \(grouped(rows.count)) were not done; each is told.")
  }
}

extension HeadlessSession {
  /// A list of results, a row each.
  func results(columns: [String]) -> RowResults { RowResults(output, columns: columns) }
}
