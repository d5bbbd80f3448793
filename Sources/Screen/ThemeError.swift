/// Why a line of a theme makes no sense.
public enum ThemeError: Error, Hashable, Sendable {
  /// A word that is neither a colour nor an attribute, and the nearest one that is.
  case unknownWord(String, nearest: String)
  /// No colour follows `on`.
  case missingBackground
}

extension ThemeError: CustomStringConvertible {
  /// What is wrong, and what was probably meant.
  public var description: String {
    switch self {
    case .unknownWord(let word, let nearest):
      "\"\(word)\" is no colour and no attribute; the nearest is \(nearest)"
    case .missingBackground: "a colour has to follow \"on\""
    }
  }
}

/// The word that takes the fewest changes of letters to become the given one.
///
/// - Precondition: `words` has at least one; it is empty text otherwise.
public func nearest(to word: String, among words: [String]) -> String {
  words.min { distance($0, word) < distance($1, word) } ?? ""
}

/// How many letters have to be added, dropped or changed to make one word of the other (Levenshtein).
private func distance(_ one: String, _ other: String) -> Int {
  let letters = Array(other)
  var row = Array(0...letters.count)
  for (i, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, candidate) in letters.enumerated() {
      let changed = diagonal + (letter == candidate ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[letters.count]
}
