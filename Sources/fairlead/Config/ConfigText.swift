/// The lines of a TOML file: where a key stands, for messages, and how to change one line and leave
/// everything else, comments included, as its owner wrote it.
struct ConfigText {
  private var lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The whole text.
  var string: String { lines.joined(separator: "\n") }

  /// The line, counted from 1, of a key in a table; the empty table is the file's own. Nil when the
  /// key is not written as a line of its own.
  func line(of key: String, in table: String = "") -> Int? {
    index(of: key, in: table).map { $0 + 1 }
  }

  /// Gives a key of the file's own table a value, in its line or a new first one.
  mutating func set(_ key: String, to value: String) {
    let line = "\(key) = \(value)"
    if let index = index(of: key, in: "") { lines[index] = line } else { lines.insert(line, at: 0) }
  }

  private func index(of key: String, in table: String) -> Int? {
    var current = ""
    for (index, line) in lines.enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.first == "[" {
        current = String(words.dropFirst().prefix { $0 != "]" })
      } else if current == table, Self.key(of: words) == key {
        return index
      }
    }
    return nil
  }

  private static func key(of line: Substring) -> String? {
    guard line.first != "#", let sign = line.firstIndex(of: "=") else { return nil }
    let name = line[..<sign].filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
    return String(name)
  }
}
