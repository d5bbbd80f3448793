/// Pieces of COQL, Zoho's query language.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html>
enum COQL {
  /// How many rows a call asks for: the most that every edition gives, for one credit.
  static let page = 200
  /// Beyond so many rows COQL gives no offset.
  static let lastOffset = 100_000

  /// A text between quotes.
  static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// All conditions at once. COQL wants three and more of them in pairs.
  static func all(_ conditions: [String]) -> String {
    guard let first = conditions.first else { return "id is not null" }
    guard conditions.count > 1 else { return first }
    var result = "(\(first))"
    for (index, condition) in conditions.dropFirst().enumerated() {
      result = (index == 0 ? result : "(\(result))") + " and (\(condition))"
    }
    return result
  }

  /// The text with times that end in `Z` as COQL takes them: with their offset in digits.
  static func withOffsets(_ text: String) -> String {
    let pattern = /('\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?[Zz]'/
    return text.replacing(pattern) { match in match.output.1 + "+00:00'" }
  }
}
