import Foundation
import ZohoAPI

/// Where a file goes that comes back.
struct OperationFile {
  /// The path; nil when none was named, `-` for standard output.
  let path: String?
  /// Whether a file that is there may go.
  let replacing: Bool

  /// Writes the file.
  ///
  /// - Throws: `usage` on a terminal without a path, `noOutput` when it cannot be written.
  func write(_ data: Data, _ output: Output) throws(HeadlessError) {
    guard let path, path != "-" else {
      guard path == "-" || isatty(STDOUT_FILENO) == 0 else {
        throw HeadlessError(
          .usage,
          "A file of \(data.count) bytes came, which is nothing for a terminal. "
            + "Say where it goes: --output-file FILE.")
      }
      return FileHandle.standardOutput.write(data)
    }
    try NewFile.write(data, to: path, replacing: replacing)
    output.tell("Saved \(path).")
  }

  /// What is in a file; `-` is standard input.
  ///
  /// - Throws: `noInput` when it cannot be read.
  static func read(_ path: String) throws(HeadlessError) -> Data {
    do {
      return path == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Data(contentsOf: URL(filePath: path))
    } catch {
      throw HeadlessError(.noInput, "\(path) cannot be read: \(error.localizedDescription)")
    }
  }

  /// The last part of a path, which is what Zoho is told.
  static func name(of path: String) -> String { URL(filePath: path).lastPathComponent }
}
