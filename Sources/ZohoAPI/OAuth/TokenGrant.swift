import FoundationEssentials

/// A call to the token endpoint, `POST {accounts}/oauth/v2/token`.
struct TokenGrant {
  let fields: [(name: String, value: String)]
  var path = "/oauth/v2/token"

  /// A new access token from a refresh token.
  static func refresh(_ credentials: Credentials) -> TokenGrant {
    TokenGrant(fields: [
      ("grant_type", "refresh_token"), ("client_id", credentials.clientID),
      ("client_secret", credentials.clientSecret.revealed),
      ("refresh_token", credentials.refreshToken.revealed),
    ])
  }

  /// Sends it, and takes only an answer that grants something.
  func issue(
    at dataCenter: DataCenter, _ caller: Caller
  ) async throws(ZohoError) -> TokenReply {
    try await send(to: dataCenter, caller, read: TokenReply.read)
  }

  /// Sends it. A failure here never touches the call that wanted the token, so none counts as sent.
  func send(
    to dataCenter: DataCenter, _ caller: Caller, read: (Reply) throws(ZohoError) -> TokenReply
  ) async throws(ZohoError) -> TokenReply {
    let request = HTTPRequest(
      method: Method.post.rawValue, url: dataCenter.accounts + path,
      headers: [("content-type", "application/x-www-form-urlencoded")],
      body: Data(QueryText.form(fields).utf8), isWrite: true, maximumBytes: 1 << 20)
    do throws(ZohoError) {
      return try await caller.call(.accounts, .post, path: path, request, read: read)
    } catch .offline(let reason, _) {
      throw .offline(reason: "the sign-in server: \(reason)", wasSent: false)
    } catch .cancelled {
      throw .cancelled(wasSent: false)
    }
  }
}

/// What the token endpoint answers. Failures come with status 200 too, so only the body counts.
///
/// <https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html>
struct TokenReply: Decodable {
  let accessToken: String?
  let refreshToken: String?
  let apiDomain: String?
  let expiresIn: LenientDecimal?
  let scope: String?
  let error: String?
  let errorDescription: String?
  let userLocation: String?
  let userDataCenter: String?

  enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case apiDomain = "api_domain"
    case expiresIn = "expires_in"
    case scope, error
    case errorDescription = "error_description"
    case userLocation = "user_location"
    case userDataCenter = "dc"
  }

  /// A reply, whatever it says.
  static func parse(_ reply: Reply) throws(ZohoError) -> TokenReply {
    guard let read = try? JSONDecoder().decode(TokenReply.self, from: reply.body) else {
      throw .offline(
        reason: "the sign-in server gave no usable answer (HTTP \(reply.status))", wasSent: true)
    }
    return read
  }

  /// A reply that grants something.
  static func read(_ reply: Reply) throws(ZohoError) -> TokenReply {
    let read = try parse(reply)
    if read.accessToken?.isEmpty == false { return read }
    switch read.error {
    case "Access Denied":
      throw .rateLimited(
        retryAfter: reply.retryAfter ?? .seconds(600), code: "Access Denied",
        message: read.errorDescription ?? "too many access tokens were asked for")
    case "general_error", nil:
      throw .offline(
        reason: "the sign-in server failed (HTTP \(reply.status), \(read.error ?? "no token"))",
        wasSent: true)
    case let error?:
      throw .signedOut(reason: error)
    }
  }

  /// The access token, once its host has been found in the table.
  func issued(by dataCenter: DataCenter, at now: Date) throws(ZohoError) -> IssuedToken {
    let api =
      if let apiDomain { try dataCenter.apiBase(named: apiDomain) } else { dataCenter.api }
    return IssuedToken(
      token: Secret(accessToken ?? ""), expires: now.addingTimeInterval(lifetime), api: api)
  }

  /// Seconds the token lives: an hour when nothing is said. Old servers count milliseconds.
  private var lifetime: Double {
    let said = expiresIn.flatMap { Int($0.value.rounded(toPlaces: 0).description) } ?? 3600
    return Double(min(max(said >= 100_000 ? said / 1000 : said, 0), 86_400))
  }
}
