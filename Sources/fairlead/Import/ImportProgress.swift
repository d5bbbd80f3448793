import Foundation
import Screen

/// How far an import is, on stderr: a bar that stays in place on a terminal, lines elsewhere.
final class ImportProgress {
  /// How many rows became what.
  private(set) var counts: [RowResult.Status: Int] = [:]
  private let total: Int
  private let isShown: Bool
  private let isTerminal: Bool
  private let write: (String) -> Void
  private var done = 0
  private var linesShown = 0

  /// - Parameter isShown: False when nothing is sent, so that there is nothing to wait for.
  init(
    total: Int, isShown: Bool = true, isTerminal: Bool, write: @escaping (String) -> Void
  ) {
    self.total = total
    self.isShown = isShown
    self.isTerminal = isTerminal
    self.write = write
  }

  /// Counts results and shows how far it is.
  func add(_ results: [RowResult]) {
    for result in results { counts[result.status, default: 0] += 1 }
    done += results.count
    guard isShown, total > 0 else { return }
    let tenths = done * 10 / total
    if isTerminal {
      let width = 30
      let filled = done * width / total
      let bar =
        String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
      write("\r\u{1B}[K[\(bar)] \(grouped(done)) of \(grouped(total)) rows")
    } else if tenths > linesShown {
      linesShown = tenths
      write("\(grouped(done)) of \(grouped(total)) rows\n")
    }
  }

  /// Shows a sentence, under which the bar goes on.
  func tell(_ words: String) {
    write((isTerminal ? "\r\u{1B}[K" : "") + SafeText(words).string + "\n")
  }

  /// Leaves the line of the bar.
  func end() {
    if isShown, isTerminal, done > 0 { write("\n") }
  }

  /// The counts in a line: `created 8,800 · bad 3`.
  var summary: String {
    RowResult.Status.allCases.filter { counts[$0] != nil || $0 == .created }
      .map { "\($0.rawValue) \(grouped(counts[$0] ?? 0))" }.joined(separator: " · ")
  }

  /// Whether every row is at Zoho.
  var isWhole: Bool {
    counts.allSatisfy { status, count in
      [.created, .updated, .alreadyThere].contains(status) || count == 0
    }
  }
}
