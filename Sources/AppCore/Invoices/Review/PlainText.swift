import Screen

/// The text of an HTML mail, without its tags: what a person would read.
///
/// Links keep their address beside their words, so that nothing goes out unseen.
enum PlainText {
  /// The lines of a mail's body. A body without tags keeps its own lines.
  static func lines(html: String) -> [SafeText] {
    guard html.contains("<") else { return SafeText.lines(decoded(html)) }
    var reader = Reader(rest: Substring(html))
    reader.readAll()
    let text = String(reader.text.reversed().drop { $0.isWhitespace }.reversed())
    return SafeText.lines(String(text.drop { $0.isWhitespace }))
  }

  private struct Reader {
    var rest: Substring
    var text = ""
    var link: String?

    mutating func readAll() {
      while let character = rest.first {
        if character == "<", let end = rest.firstIndex(of: ">") {
          let tag = rest[rest.index(after: rest.startIndex)..<end]
          rest = rest[rest.index(after: end)...]
          take(tag)
        } else {
          let next = rest.dropFirst().firstIndex(of: "<") ?? rest.endIndex
          append(rest[..<next])
          rest = rest[next...]
        }
      }
    }

    /// Words with every run of blanks made one.
    mutating func append(_ words: Substring) {
      var blank = text.last.map { $0.isWhitespace } ?? true
      for character in decoded(String(words)) {
        if character.isWhitespace, character != "\u{a0}" {
          if !blank { text.append(" ") }
          blank = true
        } else {
          text.append(character == "\u{a0}" ? " " : character)
          blank = false
        }
      }
    }

    mutating func take(_ tag: Substring) {
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
        .lowercased()
      let isEnd = tag.first == "/"
      switch name {
      case "br": text.append("\n")
      case "p", "div", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4":
        breakLine(blank: name == "p" && isEnd)
      case "li":
        breakLine(blank: false)
        if !isEnd { text.append("- ") }
      case "td", "th": if isEnd { text.append(" ") }
      case "script", "style", "head", "title": if !isEnd { skip(to: "</" + name) }
      case "!": if tag.hasPrefix("!--"), !tag.hasSuffix("--") { skip(to: "--") }
      case "a": isEnd ? endLink() : (link = address(in: tag))
      default: break
      }
    }

    mutating func breakLine(blank: Bool) {
      while text.last == " " { text.removeLast() }
      guard !text.isEmpty else { return }
      if text.last != "\n" { text.append("\n") }
      if blank, !text.hasSuffix("\n\n") { text.append("\n") }
    }

    mutating func skip(to end: String) {
      while !rest.isEmpty, rest.prefix(end.count).lowercased() != end {
        rest = rest.dropFirst().drop { $0 != "<" && $0 != "-" }
      }
      rest = rest.drop { $0 != ">" }.dropFirst()
    }

    mutating func endLink() {
      if let link, !text.hasSuffix(link) { text += " <\(link)>" }
      link = nil
    }

    func address(in tag: Substring) -> String? {
      let parts = tag.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased().hasSuffix("href") else { return nil }
      let value = parts[1]
      guard let quote = value.first, quote == "\"" || quote == "'" else {
        return String(value.prefix { !$0.isWhitespace })
      }
      return String(value.dropFirst().prefix { $0 != quote })
    }
  }

  /// The text with its character references read.
  private static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      if let end = rest.prefix(12).firstIndex(of: ";"),
        let character = character(named: rest[rest.index(after: start)..<end])
      {
        result.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("&")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func character(named name: Substring) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{a0}"
    case "pound": return "£"
    case "euro": return "€"
    case "ndash": return "–"
    case "mdash": return "—"
    default: break
    }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { Unicode.Scalar($0) }.map { Character($0) }
  }
}
