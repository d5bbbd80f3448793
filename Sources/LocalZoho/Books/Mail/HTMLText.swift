/// Text in and out of HTML.
enum HTMLText {
  /// A text with the characters escaped that HTML gives a meaning to.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// What HTML says, without its tags.
  static func plain(_ html: String) -> String {
    var text = ""
    var rest = Substring(html)
    let lastEnd = html.lastIndex(of: ">") ?? html.startIndex
    while let character = rest.first {
      if character == "<", rest.startIndex < lastEnd, let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end].lowercased()
        if ["br", "/p", "/div", "/tr", "/h1", "/h2", "/li"].contains(where: tag.hasPrefix) {
          text.append("\n")
        }
        rest = rest[rest.index(after: end)...]
      } else if character == "&", let end = rest.prefix(8).firstIndex(of: ";"),
        let entity = entities[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        text += entity
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(character.isNewline ? " " : character)
        rest = rest.dropFirst()
      }
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    return lines.joined(separator: "\n")
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": " ", "pound": "£",
    "euro": "€",
  ]
}
