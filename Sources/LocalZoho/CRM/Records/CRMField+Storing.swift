import FoundationEssentials
import GRDB

extension CRMField {
  /// The value as its column holds it, from the JSON of a client. Does not look up ids.
  /// - Throws: ``FieldProblem``.
  func stored(_ value: JSONValue) throws(FieldProblem) -> DatabaseValue {
    if value.isNull { return .null }
    switch dataType.storage {
    case .text: return try storedText(value)
    case .number: return try storedNumber(value)
    case .boolean:
      guard let truth = value.boolValue else { throw .wrongType(expected: "boolean") }
      return truth.databaseValue
    case .date:
      guard let text = value.stringValue, Day(text) != nil else {
        throw .wrongType(expected: "date")
      }
      return text.databaseValue
    case .datetime:
      guard let text = value.stringValue, let instant = Timestamp.read(text) else {
        throw .wrongType(expected: "datetime")
      }
      return Int64(instant.timeIntervalSince1970).databaseValue
    case .id: return try storedID(value)
    case .json: return try storedJSON(value)
    }
  }

  /// What a new record has when the client gives nothing; null for most fields.
  var storedDefault: DatabaseValue {
    guard let defaultValue else { return .null }
    return FieldComparison.value(defaultValue, self) ?? .null
  }

  private func storedText(_ value: JSONValue) throws(FieldProblem) -> DatabaseValue {
    guard let text = value.stringValue else { throw .wrongType(expected: dataType.expected) }
    if text.isEmpty { return .null }
    guard text.unicodeScalars.count <= length else { throw .tooLong(maximum: length) }
    switch dataType {
    case .picklist where pickListValue(text) == nil && text != "-None-":
      throw .notInPickList(supported: pickList.map(\.actualValue))
    case .picklist where text == "-None-": return .null
    case .email where !Self.isEmail(text): throw .wrongType(expected: "email")
    default: return text.databaseValue
    }
  }

  private func storedNumber(_ value: JSONValue) throws(FieldProblem) -> DatabaseValue {
    let text: String
    switch value {
    case .number(let number): text = "\(number)"
    case .string(let digits) where dataType != .integer: text = digits
    default: throw .wrongType(expected: dataType.expected)
    }
    if dataType == .integer, text.contains(".") { throw .wrongType(expected: "integer") }
    let digits = text.utf8.prefix { $0 != UInt8(ascii: ".") }.filter { $0 != UInt8(ascii: "-") }
    guard digits.count <= length - decimalPlaces || digits.count <= length && decimalPlaces == 0
    else { throw .tooLong(maximum: length) }
    guard let scaled = ScaledNumber.read(text, places: decimalPlaces) else {
      throw .wrongType(expected: dataType.expected)
    }
    return scaled.databaseValue
  }

  private func storedID(_ value: JSONValue) throws(FieldProblem) -> DatabaseValue {
    if dataType == .bigint {
      guard let id = value.idText.flatMap(Int64.init) else {
        throw .wrongType(expected: "bigint")
      }
      return id.databaseValue
    }
    guard let object = value.objectValue else { throw .wrongType(expected: "jsonobject") }
    guard let id = object["id"] else { throw .missingKey("id") }
    guard let number = id.idText.flatMap(Int64.init) else {
      throw .unknownID
    }
    return number.databaseValue
  }

  private func storedJSON(_ value: JSONValue) throws(FieldProblem) -> DatabaseValue {
    switch (dataType, value) {
    case (.jsonobject, .object), (.jsonarray, .array): return value.text.databaseValue
    case (.multiselectpicklist, .array(let choices)):
      for choice in choices where choice.stringValue.flatMap(pickListValue) == nil {
        throw .notInPickList(supported: pickList.map(\.actualValue))
      }
      return value.text.databaseValue
    default: throw .wrongType(expected: dataType.expected)
    }
  }

  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
      && !text.unicodeScalars.contains { $0.value <= 32 || "<>(),;\"".unicodeScalars.contains($0) }
  }
}
