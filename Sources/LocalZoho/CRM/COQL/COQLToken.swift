/// A word of a query, and where it stands.
struct COQLToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A name or a keyword: `Deals`, `Owner.last_name`, `select`.
    case word(String)
    /// What stood between quotes, `''` undone.
    case string(String)
    case number(String)
    /// `( ) , = != > < >= <= * #`
    case symbol(String)
    case end
  }

  var kind: Kind
  /// As it stands in the query.
  var text: String
  /// From 1.
  var line: Int
  var column: Int

  /// Whether it is that keyword, in any case.
  func isWord(_ keyword: String) -> Bool {
    if case .word(let word) = kind { word.lowercased() == keyword } else { false }
  }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol(symbol) }
}
