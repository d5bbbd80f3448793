import Foundation

/// The file that says what became of each row, as CSV, for its owner's eyes only.
///
/// It grows beside its place and takes it when it is complete, so that an earlier file is replaced by a
/// whole one only. What an import that was killed had written stays in `FILE.part`.
final class ResultFile {
  /// Where it will be.
  let path: String
  private let part: String
  private let handle: FileHandle

  /// Begins the file, and holds it so that no second import of the same rows runs beside this one:
  /// each would make the deals that the other has not made yet.
  ///
  /// - Parameter name: What the column of the records' names is called.
  /// - Throws: `noOutput` when it cannot be made or another import holds it.
  init(_ path: String, name: String = "Deal_Name") throws(ImportError) {
    self.path = path
    part = path + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .noOutput(file: part, reason: String(cString: strerror(errno)))
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw .noOutput(file: part, reason: "another import is writing it")
    }
    // A part that was left behind keeps the mode and the content it had.
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else {
      throw .noOutput(file: part, reason: String(cString: strerror(errno)))
    }
    try write([["line", name, "status", "id", "message"]])
  }

  /// Adds results and sees them on disk.
  ///
  /// - Throws: `noOutput` when they cannot be kept.
  func add(_ results: [RowResult]) throws(ImportError) {
    try write(
      results.map { ["\($0.line)", $0.name, $0.status.rawValue, $0.id, $0.message] })
  }

  /// Puts the complete file in its place.
  ///
  /// - Throws: `noOutput` when it cannot be put there.
  func finish() throws(ImportError) {
    guard rename(part, path) == 0 else {
      throw .noOutput(file: path, reason: String(cString: strerror(errno)))
    }
  }

  private func write(_ rows: [[String]]) throws(ImportError) {
    let text = rows.map { $0.map(Self.value).joined(separator: ",") + "\r\n" }.joined()
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch {
      throw .noOutput(file: part, reason: error.localizedDescription)
    }
  }

  /// A value as CSV has it. One that a spreadsheet would take for a formula gets an apostrophe before it.
  ///
  /// <https://owasp.org/www-community/attacks/CSV_Injection>
  static func value(_ text: String) -> String {
    let triggers: Set<Unicode.Scalar> = [
      "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]
    let isFormula = text.unicodeScalars.first.map(triggers.contains) ?? false
    let guarded = isFormula ? "'" + text : text
    let needsQuotes = guarded.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    return needsQuotes ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
  }
}
