/// Splits a query into its words.
struct COQLLexer {
  private let characters: [Character]
  private var index = 0
  private var line = 1
  private var column = 1

  private init(_ text: String) { characters = Array(text) }

  /// - Throws: ``COQLError`` at a character or an open quote that fits nowhere.
  static func tokens(_ text: String) throws(COQLError) -> [COQLToken] {
    var lexer = COQLLexer(text)
    var tokens: [COQLToken] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(COQLError) -> COQLToken {
    while let character = peek, character.isWhitespace { advance() }
    let start = (line: line, column: column, index: index)
    let kind = try kind()
    return COQLToken(
      kind: kind, text: String(characters[start.index..<index]), line: start.line,
      column: start.column)
  }

  private mutating func kind() throws(COQLError) -> COQLToken.Kind {
    guard let first = peek else { return .end }
    switch first {
    case "'": return try quoted()
    case "(", ")", ",", "=", "*", "#":
      advance()
      return .symbol(String(first))
    case "!", ">", "<":
      advance()
      if peek == "=" {
        advance()
        return .symbol("\(first)=")
      }
      if first == "<", peek == ">" {
        advance()
        return .symbol("!=")
      }
      guard first != "!" else { throw unexpected("!") }
      return .symbol(String(first))
    case _ where first.isASCII && first.isNumber || first == "-":
      return .number(take { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" })
    case _ where first.isLetter || first == "_" || first == "$":
      return .word(
        take { $0.isLetter || $0.isNumber || "_$.".contains($0) })
    default: throw unexpected(String(first))
    }
  }

  private mutating func quoted() throws(COQLError) -> COQLToken.Kind {
    let (line, column) = (line, column)
    advance()
    var text = ""
    while let character = peek {
      advance()
      guard character == "'" else {
        text.append(character)
        continue
      }
      guard peek == "'" else { return .string(text) }
      text.append("'")
      advance()
    }
    throw .syntax(near: "'\(text)", line: line, column: column)
  }

  private func unexpected(_ text: String) -> COQLError {
    .syntax(near: text, line: line, column: column)
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    var text = ""
    while let character = peek, belongs(character) {
      text.append(character)
      advance()
    }
    return text
  }

  private var peek: Character? { index < characters.count ? characters[index] : nil }

  private mutating func advance() {
    if characters[index].isNewline {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += 1
  }
}
