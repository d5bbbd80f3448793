/// The records of a CSV text, each with the line on which it starts: a record spans lines when a line
/// break stands between its quotes.
///
/// <https://www.rfc-editor.org/rfc/rfc4180>
struct CSVRecords {
  /// A record as it stands in the file, without the line break that ends it.
  struct Record: Hashable {
    /// Its first line, from 1.
    let line: Int
    let text: Substring
  }

  /// The records, blank lines left out.
  private(set) var records: [Record] = []
  /// Where a record begins whose last quote is never closed.
  private(set) var unclosedLine: Int?

  private enum Place { case fieldStart, plain, quoted, afterQuote }

  init(_ text: String, delimiter: Character) {
    var place = Place.fieldStart
    var line = 1
    var start = (index: text.startIndex, line: 1)
    for index in text.indices {
      let character = text[index]
      if character.isNewline {
        line += 1
        guard place != .quoted else { continue }
        add(text[start.index..<index], start.line)
        start = (text.index(after: index), line)
        place = .fieldStart
        continue
      }
      switch (place, character) {
      case (.fieldStart, "\""), (.afterQuote, "\""): place = .quoted
      case (.quoted, "\""): place = .afterQuote
      case (.quoted, _): break
      case (_, delimiter): place = .fieldStart
      case (.fieldStart, _): if !character.isWhitespace { place = .plain }
      case (.plain, _), (.afterQuote, _): break
      }
    }
    if place == .quoted { unclosedLine = start.line }
    add(text[start.index...], start.line)
  }

  private mutating func add(_ text: Substring, _ line: Int) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    records.append(Record(line: line, text: text))
  }
}
