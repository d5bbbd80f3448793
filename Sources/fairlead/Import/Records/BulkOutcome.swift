import Foundation

/// What a bulk write says of one row in its result file.
///
/// The file has the first three mapped columns of the upload, then `STATUS`, `RECORD_ID` and `ERRORS`.
/// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/download-result.html>
struct BulkOutcome: Hashable {
  /// The row's first values, as they were sent.
  let values: [String]
  /// `ADDED`, `UPDATED`, `SKIPPED` or `UNPROCESSED`.
  let status: String
  /// The record; empty where there is none.
  let id: String
  /// Codes with the columns they are about: `MANDATORY_NOT_FOUND-Last_Name`.
  let errors: String

  /// How many columns of the upload the file repeats.
  static let shown = 3

  /// Why the row was not taken.
  var words: String { errors.isEmpty ? status : errors.replacing(":", with: "; ") }

  /// The rows of a result file.
  ///
  /// - Throws: `unavailable` when it is not of that form.
  static func rows(of content: Data) throws(HeadlessError) -> [BulkOutcome] {
    let file: CSVFile
    do throws(ImportError) {
      file = try CSVFile(content, name: "the result file")
    } catch {
      throw HeadlessError(.unavailable, error.lines)
    }
    let places = ["STATUS", "RECORD_ID", "ERRORS"].compactMap { name in
      file.columns.lastIndex { $0.uppercased() == name }
    }
    guard places.count == 3, file.badRows.isEmpty, let first = places.min() else {
      throw HeadlessError(.unavailable, "its file of results is of another form.")
    }
    return file.rows.map { row in
      BulkOutcome(
        values: Array(row.values[..<first]), status: row.values[places[0]].uppercased(),
        id: row.values[places[1]], errors: row.values[places[2]])
    }
  }
}
