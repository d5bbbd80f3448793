import Foundation

/// What is between the program and the terminal beyond keys and pictures.
extension Sitting {
  /// Everything the program has written, as text.
  var written: String { String(decoding: terminal.bytes, as: UTF8.self) }

  /// Every colour that has been asked for since the screen was last cleared.
  var styles: Set<String> {
    let text = written
    let start =
      text.range(of: "\u{1b}[2J", options: .backwards)?.upperBound
      ?? text.range(of: "\u{1b}[J", options: .backwards)?.upperBound
    let last = text[(start ?? text.startIndex)...]
    return Set(last.matches(of: /\u{1b}\[[0-9;:]*[34]8[;:]5[;:][0-9;:]*m/).map { String($0.0) })
  }

  /// Sends what a terminal says by itself, or as an answer.
  func answer(_ text: String) { send(Array(text.utf8)) }

  /// Whether the program has turned a private mode on; nil when it has said nothing about it.
  func mode(_ number: Int) -> Bool? { terminal.mode(number) }
}
