/// What a terminal shows at one moment.
struct Screen {
  struct Cell: Hashable {
    /// The character with its combining marks; empty where nothing was written.
    var text: String
    var width: Int
    var isBold: Bool
    var isReverse: Bool
    var isUnderlined: Bool
    /// Whether a colour was asked for, in front or behind.
    var hasColor: Bool
  }

  let rows: [[Cell]]

  /// The rows as text, without the blanks at their ends.
  var lines: [String] {
    rows.map { row in
      var line = ""
      var column = 0
      while column < row.count {
        line += row[column].text.isEmpty ? " " : row[column].text
        column += max(1, row[column].width)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Everything on it.
  var text: String { lines.joined(separator: "\n") }

  /// The first row that has these words.
  func line(with words: String) -> String? { lines.first { $0.contains(words) } }

  /// Whether these words are on it.
  func shows(_ words: String) -> Bool { line(with: words) != nil }
}

extension Screen: CustomStringConvertible {
  var description: String { text }
}
