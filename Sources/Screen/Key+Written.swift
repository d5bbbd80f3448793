extension Key {
  /// Keys as `parse` reads them and config files have them: `dd`, `<c-s>`.
  public static func written(_ keys: [Key]) -> String { keys.map(\.written).joined() }

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
