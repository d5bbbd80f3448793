import Screen

extension SafeText {
  /// The text in lines of at most so many cells, broken at spaces where it can be; what does not fit
  /// into so many lines ends in `…`.
  func wrapped(to width: Int, limit: Int = .max) -> [SafeText] {
    guard width > 0, limit > 0 else { return [] }
    var lines: [SafeText] = []
    var rest = Substring(string)
    while !rest.isEmpty {
      if lines.count == limit - 1 {
        lines.append(SafeText(rest).truncated(to: width))
        break
      }
      let end = Self.lineEnd(of: rest, width: width)
      lines.append(SafeText(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// A mail address in lines of at most so many cells: broken before its `@` rather than in a name.
  func addressLines(width: Int) -> [SafeText] {
    guard self.width > width, let at = string.lastIndex(of: "@") else {
      return wrapped(to: width)
    }
    return [string[..<at], string[at...]].filter { !$0.isEmpty }
      .flatMap { SafeText($0).wrapped(to: width) }
  }

  /// Where the first line of a text ends.
  private static func lineEnd(of text: Substring, width: Int) -> String.Index {
    var room = width
    var end = text.startIndex
    var lastSpace: String.Index?
    while end < text.endIndex {
      if text[end] == " " { lastSpace = end }
      room -= text[end].cellWidth
      if room < 0 { break }
      end = text.index(after: end)
    }
    if end == text.endIndex { return end }
    if let lastSpace, lastSpace > text.startIndex { return lastSpace }
    return end > text.startIndex ? end : text.index(after: end)
  }
}
