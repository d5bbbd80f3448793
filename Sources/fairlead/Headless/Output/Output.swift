import Foundation
import Screen
import ZohoAPI

/// Where a command's results, progress and errors go: results to stdout, everything else to stderr.
struct Output: Sendable {
  /// How results are written.
  let format: OutputFormat
  /// Whether errors are JSON.
  let errorsAreJSON: Bool
  /// Takes text for stdout.
  let print: @Sendable (String) -> Void
  /// Takes text for stderr.
  let printError: @Sendable (String) -> Void

  init(
    format: OutputFormat, errorsAreJSON: Bool = false,
    print: @escaping @Sendable (String) -> Void = Output.toStandardOutput,
    printError: @escaping @Sendable (String) -> Void = Output.toStandardError
  ) {
    self.format = format
    self.errorsAreJSON = errorsAreJSON
    self.print = print
    self.printError = printError
  }

  /// The output that the command line asks for.
  init(_ options: OutputOptions) {
    self.init(
      format: options.format(isTerminal: isatty(STDOUT_FILENO) == 1),
      errorsAreJSON: options.errorsAreJSON)
  }

  /// A list, to be written row by row.
  func rows(columns: [String] = []) -> RowWriter {
    RowWriter(format, columns: columns, print: print)
  }

  /// Ends a list, and says on stderr that there is more where there is.
  func finish(
    _ rows: RowWriter, _ rest: RowWriter.Rest = .none,
    facts: [(name: String, value: FieldValue)] = []
  ) {
    rows.finish(rest, facts: facts)
    if case .some(let hint) = rest {
      tell("\(grouped(rows.count)) rows shown; more exist. \(hint)")
    }
  }

  /// One record with all its fields: a line for each on a terminal.
  ///
  /// - Parameter columns: The fields that come first.
  func show(_ record: RecordFields, columns: [String] = []) {
    switch format {
    case .json, .ndjson: print(JSONText.record(record, columns: columns) + "\n")
    case .csv:
      let rows = rows(columns: columns.isEmpty ? record.plainColumns : columns)
      rows.add([record])
      rows.finish()
    case .table:
      let names = columns + record.plainColumns.filter { !columns.contains($0) }
      let width = names.map { SafeText($0).width }.max() ?? 0
      for name in names {
        let lines = SafeText.lines(record.value(of: name).cell)
        for (index, line) in lines.enumerated() where index > 0 || !line.isEmpty {
          let label = SafeText(index == 0 ? name : "")
          let blanks = String(repeating: " ", count: width - label.width)
          print("\(label)\(blanks)  \(line)\n")
        }
      }
    }
  }

  /// What was done: a sentence for people, facts for scripts.
  func done(_ words: String, _ facts: RecordFields) {
    if format == .table { print(SafeText(words).string + "\n") } else { show(facts) }
  }

  /// A line on stderr: what is going on, what was understood.
  func tell(_ line: String) { printError(SafeText(line).string + "\n") }

  /// Why it did not work, on stderr.
  func complain(_ error: HeadlessError) {
    guard errorsAreJSON else {
      for line in error.lines { tell("fairlead: \(line)") }
      return
    }
    printError(Self.json(error) + "\n")
  }

  /// An error as JSON: `{"error":{"status":7,"name":"refused","message":"…","details":{…}}}`.
  static func json(_ error: HeadlessError) -> String {
    var members: [(name: String, value: FieldValue)] = [
      ("status", .number(.init(error.status.rawValue))), ("name", .text(error.status.name)),
      ("message", .text(error.lines.joined(separator: " "))),
    ]
    if !error.details.isEmpty {
      members.append(("details", .object(error.details.mapValues { .text($0) })))
    }
    return "{\"error\":\(JSONText.object(members))}"
  }

  private static let toStandardOutput: @Sendable (String) -> Void = { text in
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  private static let toStandardError: @Sendable (String) -> Void = { text in
    FileHandle.standardError.write(Data(text.utf8))
  }
}
