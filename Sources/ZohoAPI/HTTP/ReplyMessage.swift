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

extension ZohoError {
  /// What a failed answer means.
  init(_ reply: Reply, from product: Product) {
    guard let said = ReplyMessage(reply.body) else {
      self = Self.unexplained(reply)
      return
    }
    self = Self(said, status: reply.status, from: product, retryAfter: reply.retryAfter)
  }

  /// What a code of Zoho means. `CallRecord`s and screens show the words; only codes decide.
  init(
    _ said: ReplyMessage, status: Int, from product: Product, retryAfter: Duration?,
    isRecord: Bool = false
  ) {
    switch (product, status, said.code) {
    case (_, 429, _):
      self = .rateLimited(retryAfter: retryAfter, code: said.code, message: said.message)
    case (.crm, 401, "INVALID_TOKEN"), (.crm, 401, "AUTHENTICATION_FAILURE"),
      (.books, 401, "57"), (.books, 401, "14"):
      self = .signedOut(reason: said.message)
    case (.crm, _, "OAUTH_SCOPE_MISMATCH"), (.books, _, "57"):
      self = .scopeMissing(message: said.message)
    case (.crm, 412, _), (.crm, _, "ALREADY_MODIFIED"):
      self = .alreadyModified(
        by: said.details["Modified_By.name"],
        at: said.details["Modified_Time"].flatMap(ZohoTime.parse))
    default:
      self = .refused(
        Refusal(
          status: status, code: said.code, message: said.message, details: said.details,
          isRecord: isRecord))
    }
  }

  private static func unexplained(_ reply: Reply) -> ZohoError {
    switch reply.status {
    case 429: .rateLimited(retryAfter: reply.retryAfter, code: nil, message: "HTTP 429")
    case 300..<400:
      .unreadable(
        path: reply.path, status: reply.status,
        reason: "a redirect to another address, which is not followed")
    default:
      .unreadable(
        path: reply.path, status: reply.status,
        reason: reply.contentType.hasSuffix("html")
          ? "HTTP \(reply.status) with a web page instead of data" : "HTTP \(reply.status)")
    }
  }
}

/// A decoding failure in a line: where, and what was expected. Values from the answer are left out.
func words(for error: any Error) -> String {
  func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return path.isEmpty ? "" : " at " + path.joined(separator: ".")
  }
  return switch error as? DecodingError {
  case .keyNotFound(let key, let context): "no \(key.stringValue)" + place(context)
  case .typeMismatch(let type, let context): "not a \(type)" + place(context)
  case .valueNotFound(let type, let context): "no \(type)" + place(context)
  case .dataCorrupted(let context): context.debugDescription + place(context)
  default: "\(error)"
  }
}
