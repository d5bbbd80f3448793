/// What an operation knows in its query, or in the header of its call.
///
/// The tables write parameters as words: `name!` must be given, `name~` also comes as
/// `name_startswith` and `name_contains`, `name#` with comparisons of numbers, `name@` with those of
/// days, `name*` stands for every name that begins so, and `name=a|b` has known values. `.b` after
/// `Status.a` means `Status.b`. A name that begins with `X-` or `If-` is a header field.
public struct Parameter: Hashable, Sendable {
  /// How its name is varied to compare in other ways. Books knows these families.
  public enum Family: Hashable, Sendable {
    /// It is not.
    case none
    /// Text.
    case text
    /// Numbers.
    case number
    /// Days.
    case day
    /// Whatever begins with the name.
    case prefix
  }

  /// The name.
  public let name: String
  /// Whether the call makes no sense without it.
  public let isRequired: Bool
  /// How the name is varied.
  public let family: Family
  /// The values that Zoho knows; empty where any may do.
  public let values: [String]

  /// A parameter by its word in a table.
  init(_ word: Substring) {
    let parts = word.split(separator: "=", maxSplits: 1)
    var name = parts.first ?? ""
    var (isRequired, family) = (false, Family.none)
    let marks: [Character: Family] = ["~": .text, "#": .number, "@": .day, "*": .prefix]
    while let last = name.last, last == "!" || marks[last] != nil {
      if last == "!" { isRequired = true }
      if let marked = marks[last] { family = marked }
      name = name.dropLast()
    }
    self.name = String(name)
    self.isRequired = isRequired
    self.family = family
    values = Self.values(parts.dropFirst().first ?? "")
  }

  /// The parameters of a line in a table.
  static func list(_ words: String) -> [Parameter] {
    var list = words.split { $0 == " " || $0 == "\n" }.map { Parameter($0) }
    if list.contains(where: { $0.name == "sort_column" }) {
      list.append(Parameter("sort_order=A|D"))
    }
    return list
  }

  private static func values(_ text: Substring) -> [String] {
    var group: Substring = ""
    return text.split(separator: "|").map { value in
      if value.first == "." { return String(group + value) }
      group = value.prefix { $0 != "." }
      return String(value)
    }
  }
}

extension Parameter {
  /// Whether it goes into the header of the call.
  public var isHeader: Bool { name.hasPrefix("X-") || name.hasPrefix("If-") }

  /// Every name it goes by: `total`, `total_less_than` and so on.
  public var names: [String] {
    let suffixes =
      switch family {
      case .none, .prefix: [String]()
      case .text: ["startswith", "contains"]
      case .number: ["less_than", "less_equals", "greater_than", "greater_equals"]
      case .day: ["start", "end", "before", "after"]
      }
    return [name] + suffixes.map { "\(name)_\($0)" }
  }

  /// Whether it goes by that name. Header fields do so in any case.
  public func goes(by other: String) -> Bool {
    if isHeader { return name.lowercased() == other.lowercased() }
    return family == .prefix ? other.hasPrefix(name) : names.contains(other)
  }
}
