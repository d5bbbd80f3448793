import Foundation
import Screen

/// Asks the person at the terminal; the questions go to stderr, since stdout is for results.
struct Questions {
  /// Whether somebody is there to be asked.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks for a line.
  ///
  /// - Parameter missing: What to say when nobody can be asked.
  /// - Throws: `HeadlessError` of usage when nobody can be asked, or nothing is said.
  static func line(_ question: String, missing: String) throws -> String {
    guard canAsk else { throw HeadlessError(.usage, missing) }
    write("\(question): ")
    guard let answer = readLine(), !answer.withoutBlanks.isEmpty else {
      throw HeadlessError(.usage, "Nothing was typed. \(missing)")
    }
    return answer.withoutBlanks
  }

  /// Asks for a word that is not shown as it is typed.
  static func secret(_ question: String, missing: String) throws -> String {
    guard canAsk else { throw HeadlessError(.usage, missing) }
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { throw HeadlessError(.usage, missing) }
    var quiet = modes
    // Ctrl-C comes as a character, so that the terminal is never left without its echo.
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    write("\(question) (not shown): ")
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
      write("\n")
    }
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(STDIN_FILENO, &byte, 1) == 1 {
      switch byte {
      case 0x03: throw HeadlessError(.usage, "Stopped. Nothing was changed.")
      case 0x04, 0x0a, 0x0d: return try word(bytes, missing)
      case 0x08, 0x7f: if !bytes.isEmpty { bytes.removeLast() }
      default: bytes.append(byte)
      }
    }
    return try word(bytes, missing)
  }

  /// Lets the person choose one of several by its number.
  static func choice(_ question: String, of rows: [String], missing: String) throws -> Int {
    guard canAsk else { throw HeadlessError(.usage, missing) }
    for (index, row) in rows.enumerated() {
      write("  \(index + 1 < 10 ? " " : "")\(index + 1)  \(SafeText(row))\n")
    }
    let answer = try line("\(question) (1 to \(rows.count))", missing: missing)
    guard let number = Int(answer), rows.indices.contains(number - 1) else {
      throw HeadlessError(.usage, "\(answer) is no number from 1 to \(rows.count).")
    }
    return number - 1
  }

  private static func word(_ bytes: [UInt8], _ missing: String) throws -> String {
    let word = String(decoding: bytes, as: UTF8.self).withoutBlanks
    guard !word.isEmpty else { throw HeadlessError(.usage, "Nothing was typed. \(missing)") }
    return word
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

extension String {
  /// The text without blanks and line ends around it.
  var withoutBlanks: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
