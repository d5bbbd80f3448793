import Foundation
import SwiftCSV

/// A row of a file: its values, one for each column, and the line on which it starts, from 1.
struct CSVRow: Hashable {
  let line: Int
  var values: [String]
}

/// A row that cannot be imported, and why.
struct BadRow: Hashable {
  let line: Int
  /// The deal's name, where the row can be read so far.
  var name = ""
  /// All that is wrong with it.
  let reasons: [String]

  /// All that is wrong with it, in a line.
  var reason: String { reasons.joined(separator: "; ") }
}

/// A CSV file as read: a header and rows that fit it.
struct CSVFile {
  /// Its name, for messages.
  let name: String
  /// The names of its columns.
  let columns: [String]
  /// The rows, each with as many values as there are columns.
  let rows: [CSVRow]
  /// The rows that do not fit.
  let badRows: [BadRow]

  /// Reads the file at a path.
  init(path: String) throws(ImportError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .badInput(["\(path) cannot be read: \(error.localizedDescription)"])
    }
    try self.init(data, name: URL(filePath: path).lastPathComponent)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `badInput` when the whole of it is of no use; single rows go to `badRows`.
  init(_ data: Data, name: String) throws(ImportError) {
    let text = try Self.text(data, name)
    let delimiter = CSVDelimiter.guessed(string: text)
    let read = CSVRecords(text, delimiter: delimiter.rawValue)
    if let line = read.unclosedLine {
      throw .badInput(["\(name), line \(line): a quote is opened in this row and never closed."])
    }
    guard let first = read.records.first else { throw .badInput(["\(name) is empty."]) }
    guard let header = Self.values(first, delimiter) else {
      throw .badInput(["\(name), line \(first.line): \(Self.strayQuote)."])
    }
    self.name = name
    columns = header
    try Self.check(header, "\(name), line \(first.line)")
    var rows: [CSVRow] = []
    var badRows: [BadRow] = []
    for record in read.records.dropFirst() {
      guard let values = Self.values(record, delimiter) else {
        badRows.append(BadRow(line: record.line, reasons: [Self.strayQuote]))
        continue
      }
      guard values.count == header.count else {
        let reason = "\(values.count) value(s) for \(header.count) columns"
        badRows.append(BadRow(line: record.line, reasons: [reason]))
        continue
      }
      rows.append(CSVRow(line: record.line, values: values))
    }
    guard !rows.isEmpty || !badRows.isEmpty else {
      throw .badInput(["\(name) has a header and no rows."])
    }
    (self.rows, self.badRows) = (rows, badRows)
  }

  private static let strayQuote =
    "a quote inside a value: put the value between quotes and write its own quotes twice"

  /// The values of one record. The parser leaves an empty last value out unless a line break follows.
  private static func values(
    _ record: CSVRecords.Record, _ delimiter: CSVDelimiter
  ) -> [String]? {
    let parsed = try? EnumeratedCSV(
      string: record.text + "\n", delimiter: delimiter, loadColumns: false, rowLimit: 0)
    return parsed?.header.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  private static func check(_ header: [String], _ place: String) throws(ImportError) {
    var seen: Set<String> = []
    let twice = header.filter { !$0.isEmpty && !seen.insert($0).inserted }
    guard twice.isEmpty else {
      throw .badInput(twice.map { "\(place): there are two columns \"\($0)\". Rename one." })
    }
  }

  private static func text(_ data: Data, _ name: String) throws(ImportError) -> String {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      throw .badInput(["\(name) is UTF-16. Save it as UTF-8."])
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = data.starts(with: mark) ? data.dropFirst(mark.count) : data
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw .badInput(["\(name), line \(line + 1): not UTF-8. Save the file as UTF-8."])
  }
}
