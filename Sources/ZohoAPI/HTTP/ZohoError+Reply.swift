import FoundationEssentials

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
