import FoundationEssentials
import Sales
import Screen
import ZohoAPI

/// Reads the texts of a column as values of one field.
struct FieldReader {
  let field: FieldMetadata
  let users: [User]
  let dates: DateOrder
  let decimals: DecimalMark

  /// Why a text is no value of the field.
  struct Problem: Error, Hashable {
    let reason: String
  }

  private static let numbers = ["currency", "double", "percent", "integer", "bigint"]
  private static let texts = ["text", "textarea", "phone", "website", "email"]
  private static let others = [
    "picklist", "multiselectpicklist", "boolean", "date", "datetime", "lookup", "ownerlookup",
  ]

  /// Whether a file can fill such fields.
  static func reads(_ type: String) -> Bool {
    isNumber(type) || texts.contains(type) || others.contains(type)
  }

  /// Whether values of such fields are numbers.
  static func isNumber(_ type: String) -> Bool { numbers.contains(type) }

  /// The value that a text is; the text is not empty.
  func value(_ text: String) throws(Problem) -> FieldValue {
    switch field.type {
    case _ where Self.isNumber(field.type): return .number(try number(text))
    case "date":
      guard let date = dates.read(text) else { throw problem(text, "is not a date", dates.words) }
      return .text(date.description)
    case "datetime": return .text(try instant(text))
    case "boolean": return .bool(try flag(text))
    case "picklist": return .text(try choice(text))
    case "multiselectpicklist":
      var values: [FieldValue] = []
      for part in text.split(separator: ";") where part.contains(where: { $0 != " " }) {
        values.append(.text(try choice(part.split(separator: " ").joined(separator: " "))))
      }
      return .list(values)
    case "ownerlookup": return .reference(id: try owner(text), name: nil)
    case "lookup":
      guard text.count >= 10, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        throw problem(text, "is not an id of Zoho", "look-ups take ids")
      }
      return .reference(id: text, name: nil)
    default: return .text(try plain(text))
    }
  }

  private func problem(_ text: String, _ words: String, _ more: String? = nil) -> Problem {
    Problem(reason: "\(field.apiName): \"\(text)\" \(words)" + (more.map { " (\($0))" } ?? ""))
  }

  private func plain(_ text: String) throws(Problem) -> String {
    let allowed: Set<Unicode.Scalar> = field.type == "textarea" ? ["\n", "\r", "\t"] : []
    guard
      text.unicodeScalars.allSatisfy({
        $0.properties.generalCategory != .control || allowed.contains($0)
      })
    else {
      throw Problem(reason: "\(field.apiName): a line break or a control character in the value")
    }
    if let length = field.length, length > 0, text.utf16.count > length {
      throw Problem(
        reason: "\(field.apiName): \(text.utf16.count) characters, where \(length) fit")
    }
    return text
  }

  private func number(_ text: String) throws(Problem) -> Decimal {
    guard let number = decimals.read(text) else {
      throw problem(text, "is not a number", decimals.words)
    }
    if ["integer", "bigint"].contains(field.type), Int("\(number)") == nil {
      throw problem(text, "is not a whole number")
    }
    return number
  }

  private func instant(_ text: String) throws(Problem) -> String {
    guard let instant = try? Date(text, strategy: .iso8601) else {
      throw problem(text, "is not a time", "write 2026-06-30T14:00:00+02:00")
    }
    // Zoho wants the offset in digits.
    return instant.formatted(.iso8601).replacing("Z", with: "+00:00")
  }

  private func flag(_ text: String) throws(Problem) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "1": return true
    case "false", "no", "0": return false
    default: throw problem(text, "is neither true nor false")
    }
  }

  private func choice(_ text: String) throws(Problem) -> String {
    let choices = field.choices.filter(\.isUsed)
    let lowered = text.lowercased()
    if let choice = choices.first(where: { $0.value == text })
      ?? choices.first(where: { $0.label == text })
      ?? choices.first(where: { $0.value.lowercased() == lowered })
    {
      return choice.value
    }
    throw problem(
      text, "is not on its list", "the nearest is \(nearest(to: text, among: choices.map(\.value)))"
    )
  }

  private func owner(_ text: String) throws(Problem) -> String {
    let lowered = text.lowercased()
    let found = users.filter {
      $0.email.lowercased() == lowered || $0.name.lowercased() == lowered
    }
    switch found.count {
    case 1:
      guard found[0].isActive else { throw problem(text, "can no longer sign in") }
      return found[0].id.rawValue
    case 0:
      let near = nearest(to: text, among: users.map(\.name))
      throw problem(text, "is no user's name or email", "the nearest is \(near)")
    default: throw problem(text, "is the name of several users", "use the email")
    }
  }
}
