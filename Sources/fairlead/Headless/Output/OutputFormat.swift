import ArgumentParser
import Foundation

/// How results are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Columns for people.
  case table
  /// One JSON document.
  case json
  /// A JSON object a line.
  case ndjson
  /// Comma separated values (RFC 4180).
  case csv
}

/// The options that say how results and errors are written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: "How results are written: table, json, ndjson or csv. On a terminal table, else json.")
  var output: OutputFormat?

  @Flag(help: "Write JSON, and errors as JSON too.") var json = false
  @Flag(help: "Write a JSON object a line, and errors as JSON too.") var ndjson = false
  @Flag(help: "Write comma separated values; what a spreadsheet would run is disarmed.")
  var csv = false
  @Flag(help: "Write an error as one JSON object on stderr.") var jsonErrors = false

  func validate() throws {
    let chosen = [output != nil, json, ndjson, csv].count { $0 }
    guard chosen < 2 else {
      throw ValidationError("--output, --json, --ndjson and --csv exclude each other.")
    }
  }

  /// The format: what was asked for, else a table on a terminal and JSON elsewhere.
  func format(isTerminal: Bool) -> OutputFormat {
    if let output { return output }
    if json { return .json }
    if ndjson { return .ndjson }
    if csv { return .csv }
    return isTerminal ? .table : .json
  }

  /// Whether errors are JSON: when asked for, and when results were asked for as JSON.
  var errorsAreJSON: Bool {
    jsonErrors || json || ndjson || output == .json || output == .ndjson
  }
}
