import FoundationEssentials

/// What an answer says about itself: a code, words, and for CRM some details.
///
/// CRM writes `{"code":"…","message":"…","details":{…},"status":"error"}`, flat or inside the first
/// array (`data`, `users`); Books writes `{"code":1002,"message":"…"}`.
struct ReplyMessage {
  let code: String
  let message: String
  let details: [String: String]
  let isInRows: Bool

  init(code: String, message: String, details: [String: String], isInRows: Bool) {
    self.code = code
    self.message = message
    self.details = details
    self.isInRows = isInRows
  }

  /// The message of that body, or nil when it is not one of Zoho's.
  init?(_ body: Data) {
    guard case .object(let object)? = try? JSONDecoder().decode(FieldValue.self, from: body)
    else { return nil }
    if let found = Self.parts(object) {
      (code, message, details) = found
      isInRows = false
      return
    }
    for case .list(let rows) in object.values {
      for case .object(let row) in rows {
        guard let found = Self.parts(row) else { continue }
        (code, message, details) = found
        isInRows = true
        return
      }
    }
    return nil
  }

  private static func parts(
    _ object: RecordFields
  ) -> (String, String, [String: String])? {
    let code: String
    switch object["code"] {
    case .text(let text): code = text
    case .number(let number): code = "\(number)"
    default: return nil
    }
    return (code, object["message"]?.text ?? "", object["details"].map(flat) ?? [:])
  }

  /// Named values under one another as one row of names: `duplicate_record.id`.
  static func flat(_ value: FieldValue) -> [String: String] {
    var details: [String: String] = [:]
    flatten(value, into: &details, under: "")
    return details
  }

  private static func flatten(
    _ value: FieldValue, into details: inout [String: String], under name: String
  ) {
    switch value {
    case .object(let object):
      for (key, value) in object {
        flatten(value, into: &details, under: name.isEmpty ? key : "\(name).\(key)")
      }
    case .list(let values):
      details[name] = values.compactMap(\.text).joined(separator: ", ")
    case .reference:
      flatten(.object(value.fields ?? [:]), into: &details, under: name)
    case .null: break
    default: details[name] = value.text
    }
  }
}
