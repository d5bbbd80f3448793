extension Key {
  /// Keys as `parse` reads them and config files have them: `dd`, `<c-s>`.
  public static func written(_ keys: [Key]) -> String { keys.map(\.written).joined() }

  /// Keys as footers and help show them: `dd`, `Ctrl-W 1`.
  public static func shown(_ keys: [Key]) -> String {
    let words = keys.map(\.description)
    return words.joined(separator: words.allSatisfy { $0.count == 1 } ? "" : " ")
  }

  private var written: String {
    if let name = Self.names.first(where: { $0.key == self })?.written { return "<\(name)>" }
    return switch self {
    case .character(let character): String(character)
    case .ctrl(let character): "<c-\(character)>"
    case .function(let number): "<f\(number)>"
    default: ""
    }
  }
}
