/// The lines of a TOML file: where a key stands, for messages, and how to change one line and leave
/// everything else, comments included, as its owner wrote it.
struct ConfigText: Hashable, Sendable {
  private var lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The whole text.
  var string: String { lines.joined(separator: "\n") }

  /// How many lines there are.
  var count: Int { lines.count }

  /// The line, counted from 1, of a key in a table; the empty table is the file's own. Nil when the
  /// key is not written as a line of its own.
  func line(of key: String, in table: String = "") -> Int? {
    index(of: key, in: table).map { $0 + 1 }
  }

  /// The line of a table's heading, `keys.board` or `[command`; of several the one of that number.
  func line(ofTable table: String, number: Int = 0) -> Int? {
    let headings = lines.indices.filter { Self.table(of: lines[$0]) == table }
    return headings.indices.contains(number) ? headings[number] + 1 : nil
  }

  /// The line of a key in the table whose heading stands at a line.
  func line(of key: String, below heading: Int) -> Int? {
    for index in heading..<max(heading, lines.count) {
      if Self.table(of: lines[index]) != nil { return nil }
      if Self.key(of: lines[index][...]) == key { return index + 1 }
    }
    return nil
  }

  /// Gives a key a value in a table: in its own line, else at the end of the table, which is added when
  /// there is none. A key of the file's own table goes first.
  mutating func set(_ key: String, in table: String = "", to value: String) {
    let line = "\(Self.quoted(key)) = \(value)"
    if let index = index(of: key, in: table) {
      let comment = Self.comment(in: lines[index])
      removeContinuation(after: index)
      lines[index] = line + comment
    } else if table.isEmpty {
      lines.insert(line, at: 0)
    } else if let heading = lines.firstIndex(where: { Self.table(of: $0) == table }) {
      let next = lines[(heading + 1)...].firstIndex { Self.table(of: $0) != nil } ?? lines.count
      var end = next
      while end > heading + 1, Self.isBlank(lines[end - 1]) { end -= 1 }
      lines.insert(line, at: end)
    } else {
      while let last = lines.last, Self.isBlank(last) { lines.removeLast() }
      lines += (lines.isEmpty ? [] : [""]) + ["[\(table)]", line, ""]
    }
  }

  /// Takes a key's line away.
  mutating func remove(_ key: String, in table: String = "") {
    guard let index = index(of: key, in: table) else { return }
    removeContinuation(after: index)
    lines.remove(at: index)
  }

  /// Empties a line that is no TOML, counted from 1, and with a heading all that stands below it; when it
  /// is empty already, the last one before it that is not. Answers the line; nil when none is left.
  mutating func drop(_ line: Int) -> Int? {
    var index = min(max(0, line - 1), lines.count - 1)
    while index >= 0, Self.isBlank(lines[index]) { index -= 1 }
    guard index >= 0 else { return nil }
    let isHeading = lines[index].first { $0 != " " && $0 != "\t" } == "["
    lines[index] = ""
    if isHeading {
      var next = index + 1
      while next < lines.count, Self.table(of: lines[next]) == nil {
        lines[next] = ""
        next += 1
      }
    }
    return index + 1
  }

  /// Removes the further lines of a list that begins in a line.
  private mutating func removeContinuation(after index: Int) {
    var depth = Self.depth(of: lines[index])
    while depth > 0, index + 1 < lines.count {
      depth += Self.depth(of: lines[index + 1])
      lines.remove(at: index + 1)
    }
  }

  private func index(of key: String, in table: String) -> Int? {
    var current = ""
    for (index, line) in lines.enumerated() {
      if let heading = Self.table(of: line) {
        current = heading
      } else if current == table, Self.key(of: line[...]) == key {
        return index
      }
    }
    return nil
  }

  private static func isBlank(_ line: String) -> Bool {
    line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
  }

  /// The name in a heading, without quotes; nil when the line is none.
  private static func table(of line: String) -> String? {
    let words = line.drop { $0 == " " || $0 == "\t" }
    guard words.first == "[", words.contains("]"), !words.contains("=") || words.hasSuffix("]")
    else { return nil }
    return String(words.dropFirst().prefix { $0 != "]" }).filter { !" \t\"'".contains($0) }
  }

  private static func key(of line: Substring) -> String? {
    let words = line.drop { $0 == " " || $0 == "\t" }
    guard words.first != "#", let sign = words.firstIndex(of: "=") else { return nil }
    return words[..<sign].filter { !" \t\"'".contains($0) }
  }

  /// A key as it is written: between quotes where it is more than a word.
  private static func quoted(_ key: String) -> String {
    let isWord = key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    return isWord ? key : "\"\(key)\""
  }

  /// The comment at the end of a line, with the blanks before it.
  private static func comment(in line: String) -> String {
    guard let start = firstIndex(of: "#", outsideQuotesOf: line) else { return "" }
    let before = line[..<start]
    let blanks = before.reversed().prefix { $0 == " " || $0 == "\t" }
    return String(blanks.reversed()) + line[start...]
  }

  /// How many lists a line begins more than it ends.
  private static func depth(of line: String) -> Int {
    var depth = 0
    let end = firstIndex(of: "#", outsideQuotesOf: line) ?? line.endIndex
    var quote: Character?
    for character in line[..<end] {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "[" {
        depth += 1
      } else if character == "]" {
        depth -= 1
      }
    }
    return depth
  }

  private static func firstIndex(of sign: Character, outsideQuotesOf line: String)
    -> String.Index?
  {
    var quote: Character?
    var isEscaped = false
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if character == "\\", open == "\"" {
          isEscaped = true
        } else if character == open {
          quote = nil
        }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == sign {
        return index
      }
    }
    return nil
  }
}
