/// An address on the screen that can be clicked.
public struct Link: Hashable, Sendable {
  /// The row.
  public let row: Int
  /// The columns.
  public let columns: Range<Int>
  /// Where it leads: `mailto:` or a page at Zoho.
  public let target: String

  /// An address at a place.
  public init(row: Int, columns: Range<Int>, target: String) {
    self.row = row
    self.columns = columns
    self.target = target
  }
}

extension Canvas {
  /// The mail addresses and the pages at Zoho that end in a row, whole; of an address that was broken
  /// before its `@`, the part in the row above too. Others are no links: what a record says can lead
  /// anywhere.
  public func links(inRow row: Int) -> [Link] {
    guard row >= 0, row < size.height else { return [] }
    let line = cells[(row * size.width)..<((row + 1) * size.width)]
    // Most rows have none, and are only looked through.
    guard line.contains(where: { $0.character == "@" || $0.character == ":" }) else { return [] }
    var links: [Link] = []
    var start = line.startIndex
    while start < line.endIndex {
      guard line[start].character.isPartOfAddress else {
        start += 1
        continue
      }
      let word = line[start...].prefix { $0.character.isPartOfAddress }
      defer { start = word.endIndex }
      // What was cut is not the address.
      if word.endIndex < line.endIndex, line[word.endIndex].character == "…" { continue }
      let first = start - line.startIndex
      let above = word.first?.character == "@" ? self.word(above: row, at: first) : ""
      let text = above + String(word.map(\.character))
      let end = text.reversed().prefix { ".:".contains($0) }.count
      guard let target = Link.target(of: String(text.dropLast(end))) else { continue }
      if !above.isEmpty {
        links.append(
          Link(row: row - 1, columns: first..<(first + above.count), target: target))
      }
      links.append(
        Link(row: row, columns: first..<(first + word.count - end), target: target))
    }
    return links
  }

  /// The word that begins in the row above at that column and has blanks behind it; empty when none does.
  private func word(above row: Int, at column: Int) -> String {
    guard row > 0, !self[column - 1, row - 1].character.isPartOfAddress else { return "" }
    var end = column
    while end < size.width, self[end, row - 1].character.isPartOfAddress { end += 1 }
    guard end > column, self[end, row - 1].character == " " else { return "" }
    return String((column..<end).map { self[$0, row - 1].character })
  }
}

extension Link {
  /// Where a word leads; nil when it is no address that is known to be safe.
  static func target(of word: String) -> String? {
    if word.hasPrefix("https://") {
      let host = word.dropFirst(8).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      return isZoho(host) ? word : nil
    }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy({ $0 != "/" && $0 != "?" }),
      parts[1].contains("."), !parts[1].hasPrefix("."),
      parts[1].allSatisfy({ $0.isLetter || $0.isNumber || ".-".contains($0) })
    else { return nil }
    return "mailto:\(word)"
  }

  /// Whether a host is one of Zoho's data centres.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html>
  private static func isZoho(_ host: Substring) -> Bool {
    let endings = ["com", "eu", "in", "com.au", "jp", "sa", "com.cn", "uk", "ae"].map {
      "zoho.\($0)"
    }
    return (endings + ["zohocloud.ca"]).contains { host == $0 || host.hasSuffix(".\($0)") }
  }
}

extension Character {
  /// Whether it can stand in an address of a mail or a page, as these are mostly written.
  fileprivate var isPartOfAddress: Bool {
    isASCII && (isLetter || isNumber || ".-_+@:/?#=&%~".contains(self))
  }
}
