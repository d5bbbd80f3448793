/// The grammar of the `criteria` parameter: `((Stage:equals:Won)and(Amount:greater_than:10))`.
/// `( ) ,` and `\` in values are escaped by `\`.
/// https://www.zoho.com/crm/developer/docs/api/v8/search-records.html
indirect enum SearchCriteria: Hashable, Sendable {
  case condition(Condition)
  case both(SearchCriteria, SearchCriteria)
  case either(SearchCriteria, SearchCriteria)

  struct Condition: Hashable, Sendable {
    var field: String
    var comparator: String
    /// Split at commas that are not escaped; escapes undone.
    var values: [String]
  }

  enum Problem: Error, Hashable {
    /// The text does not follow the grammar.
    case malformed
    case tooManyConditions
  }

  static let mostConditions = 15

  /// - Throws: ``Problem``.
  init(_ text: String) throws(Problem) {
    var parser = Parser(rest: Array(text)[...])
    let criteria = try parser.chain()
    guard parser.rest.isEmpty else { throw .malformed }
    self = criteria
  }

  private struct Parser {
    var rest: ArraySlice<Character>
    private var depth = 0
    private var conditions = 0

    init(rest: ArraySlice<Character>) { self.rest = rest }

    /// Groups joined by `and` or `or`; a single condition may stand without parentheses.
    mutating func chain() throws(Problem) -> SearchCriteria {
      guard rest.first == "(" else { return try condition() }
      var criteria = try group()
      while true {
        if accept("and") {
          criteria = .both(criteria, try group())
        } else if accept("or") {
          criteria = .either(criteria, try group())
        } else {
          return criteria
        }
      }
    }

    private mutating func group() throws(Problem) -> SearchCriteria {
      guard rest.first == "(", depth < 30 else { throw .malformed }
      depth += 1
      rest.removeFirst()
      let criteria = try chain()
      guard rest.first == ")" else { throw .malformed }
      rest.removeFirst()
      depth -= 1
      return criteria
    }

    private mutating func condition() throws(Problem) -> SearchCriteria {
      conditions += 1
      guard conditions <= SearchCriteria.mostConditions else { throw .tooManyConditions }
      let field = word()
      guard !field.isEmpty, rest.first == ":" else { throw .malformed }
      rest.removeFirst()
      let comparator = word()
      guard !comparator.isEmpty, rest.first == ":" else { throw .malformed }
      rest.removeFirst()
      var values = [""]
      while let character = rest.first, character != ")" {
        rest.removeFirst()
        switch character {
        case "\\":
          guard let escaped = rest.popFirst() else { throw .malformed }
          values[values.count - 1].append(escaped)
        case "(": throw .malformed
        case ",": values.append("")
        default: values[values.count - 1].append(character)
        }
      }
      return .condition(Condition(field: field, comparator: comparator, values: values))
    }

    private mutating func word() -> String {
      let word = rest.prefix { $0 != ":" && $0 != ")" && $0 != "(" }
      rest = rest.dropFirst(word.count)
      return String(word)
    }

    private mutating func accept(_ word: String) -> Bool {
      guard String(rest.prefix(word.count)).lowercased() == word else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
  }
}
