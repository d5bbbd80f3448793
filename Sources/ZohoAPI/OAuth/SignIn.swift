import FoundationEssentials

/// Signing in for the first time: from a grant code, or by the device flow.
///
/// <https://www.zoho.com/accounts/protocol/oauth/self-client/authorization-code-flow.html>,
/// <https://www.zoho.com/accounts/protocol/oauth/devices/initiation-request.html>
public struct SignIn: Sendable {
  /// The region that is asked.
  public let dataCenter: DataCenter
  /// The client's id, from Zoho's API console.
  public let clientID: String
  /// The client's secret, from the same place.
  public let clientSecret: Secret
  /// The regions that an answer may send us to.
  public let table: DataCenterTable
  private let caller: Caller

  /// A sign-in for a client of a region.
  public init(
    dataCenter: DataCenter, clientID: String, clientSecret: Secret, transport: Transport,
    table: DataCenterTable = .zoho,
    now: @escaping @Sendable () -> Date = { Date() },
    observe: @escaping @Sendable (CallRecord) -> Void = { _ in }
  ) {
    self.dataCenter = dataCenter
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.table = table
    caller = Caller(transport: transport, now: now, observe: observe)
  }

  /// What came of signing in.
  public struct Grant: Hashable, Sendable {
    /// What to keep.
    public let credentials: Credentials
    /// A first access token.
    public let token: IssuedToken
    /// The scopes that were granted, separated by blanks.
    public let scope: String
  }

  /// Trades a grant code, of a self client without and of a redirect with its address. A code works
  /// once, and for a minute or as long as the console said.
  ///
  /// - Parameter center: The region whose accounts server gave the code; nil for the one asked.
  /// - Throws: `signedOut` with Zoho's word (`invalid_code`, `invalid_client`) when it is refused.
  public func exchange(
    code: Secret, redirect: String? = nil, verifier: Secret? = nil, at center: DataCenter? = nil
  ) async throws(ZohoError) -> Grant {
    var fields = [
      (name: "grant_type", value: "authorization_code"), ("client_id", clientID),
      ("client_secret", clientSecret.revealed), ("code", code.revealed),
    ]
    if let redirect { fields.append(("redirect_uri", redirect)) }
    if let verifier { fields.append(("code_verifier", verifier.revealed)) }
    let center = center ?? dataCenter
    return try grant(
      from: try await TokenGrant(fields: fields).issue(at: center, caller), at: center)
  }

  /// Asks Zoho for a code to type into a browser anywhere.
  public func begin(scopes: [String]) async throws(ZohoError) -> DeviceCode {
    let path = "/oauth/v3/device/code"
    let fields = [
      (name: "client_id", value: clientID), ("grant_type", "device_request"),
      ("scope", scopes.joined(separator: ",")), ("access_type", "offline"),
      ("prompt", "consent"),
    ]
    let request = HTTPRequest(
      method: Method.post.rawValue, url: dataCenter.accounts + path,
      headers: [("content-type", "application/x-www-form-urlencoded")],
      body: Data(QueryText.form(fields).utf8), isWrite: true, maximumBytes: 1 << 20)
    return try await caller.call(.accounts, .post, path: path, request) {
      reply throws(ZohoError) in
      try DeviceCode.read(reply)
    }
  }

  /// How far a device sign-in has come.
  public enum Progress: Hashable, Sendable {
    /// The user has not agreed yet.
    case pending
    /// Nor has the user agreed, and we ask too often.
    case tooFast
    /// The user belongs to another region: go on asking there, with the same code.
    case elsewhere(DataCenter)
    /// The user has agreed.
    case granted(Grant)
  }

  /// Asks whether the user has agreed yet.
  ///
  /// - Parameter dataCenter: The region to ask; nil for the one where it began.
  /// - Throws: `signedOut` when the user refused (`access_denied`) or the code is too old (`expired`).
  public func poll(
    _ code: DeviceCode, at dataCenter: DataCenter? = nil
  ) async throws(ZohoError) -> Progress {
    let center = dataCenter ?? self.dataCenter
    var grant = TokenGrant(fields: [
      ("client_id", clientID), ("client_secret", clientSecret.revealed),
      ("grant_type", "device_token"), ("code", code.deviceCode.revealed),
    ])
    grant.path = "/oauth/v3/device/token"
    let reply = try await grant.send(to: center, caller) { reply throws(ZohoError) in
      let said = try TokenReply.parse(reply)
      let isWaiting = ["authorization_pending", "slow_down", "other_dc"].contains(said.error)
      return isWaiting ? said : try TokenReply.read(reply)
    }
    switch reply.error {
    case "authorization_pending": return .pending
    case "slow_down": return .tooFast
    case "other_dc":
      let word = reply.userLocation ?? reply.userDataCenter ?? ""
      guard let other = table[word] else {
        throw .unsendable(reason: "the user belongs to a region that is not known: \(word)")
      }
      return .elsewhere(other)
    default: return .granted(try self.grant(from: reply, at: center))
    }
  }

  private func grant(
    from reply: TokenReply, at dataCenter: DataCenter
  ) throws(ZohoError) -> Grant {
    guard let refresh = reply.refreshToken, !refresh.isEmpty else {
      throw .signedOut(reason: "Zoho gave no refresh token: ask again with consent")
    }
    return Grant(
      credentials: Credentials(
        clientID: clientID, clientSecret: clientSecret, refreshToken: Secret(refresh),
        dataCenter: dataCenter),
      token: try reply.issued(by: dataCenter, at: caller.now()), scope: reply.scope ?? "")
  }
}

extension SignIn {
  /// Where a browser asks the user to let this program in.
  ///
  /// <https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html>,
  /// <https://www.zoho.com/accounts/protocol/oauth/mobile-applications.html> for the challenge
  ///
  /// - Parameters:
  ///   - redirect: Where the browser goes afterwards, as registered for the client.
  ///   - state: A random word that comes back with the code.
  ///   - challenge: The S256 challenge of RFC 7636, whose verifier `exchange` sends.
  public func consentAddress(
    scopes: [String], redirect: String, state: String, challenge: String
  ) -> String {
    dataCenter.accounts + "/oauth/v2/auth?"
      + QueryText.form([
        (name: "response_type", value: "code"), ("client_id", clientID),
        ("scope", scopes.joined(separator: ",")), ("redirect_uri", redirect),
        ("access_type", "offline"), ("prompt", "consent"), ("state", state),
        ("code_challenge", challenge), ("code_challenge_method", "S256"),
      ])
  }

  /// Takes back a refresh token with all access tokens made from it.
  ///
  /// <https://www.zoho.com/accounts/protocol/oauth/web-apps/revoke-tokens.html>
  ///
  /// - Throws: `signedOut` when Zoho does not know the token, so that nothing is left to take back.
  public static func revoke(
    _ token: Secret, at dataCenter: DataCenter, transport: Transport
  ) async throws(ZohoError) {
    let path = "/oauth/v2/token/revoke"
    let request = HTTPRequest(
      method: Method.post.rawValue,
      url: dataCenter.accounts + path + QueryText.suffix([("token", token.revealed)]),
      isWrite: true, maximumBytes: 1 << 20)
    let caller = Caller(transport: transport, now: { Date() }, observe: { _ in })
    try await caller.call(.accounts, .post, path: path, request) { reply throws(ZohoError) in
      if (200..<300).contains(reply.status) { return }
      guard reply.status == 400 else {
        throw .unreadable(path: path, status: reply.status, reason: "HTTP \(reply.status)")
      }
      throw .signedOut(reason: "invalid_token")
    }
  }
}

/// A code that a user types into a browser to let this program in.
public struct DeviceCode: Hashable, Sendable {
  /// What the user types.
  public let userCode: String
  /// Where, as the server says: untrusted text, to be shown and not to be opened unasked.
  public let verificationURL: String
  /// What we ask with.
  public let deviceCode: Secret
  /// How long to wait between two questions.
  public let interval: Duration
  /// How long the code lives.
  public let lifetime: Duration

  private struct Record: Decodable {
    let userCode: String?
    let deviceCode: String?
    let verificationURL: String?
    let interval: LenientDecimal?
    let lifetime: LenientDecimal?
    let error: String?

    enum CodingKeys: String, CodingKey {
      case userCode = "user_code"
      case deviceCode = "device_code"
      case verificationURL = "verification_url"
      case interval
      case lifetime = "expires_in"
      case error
    }
  }

  static func read(_ reply: Reply) throws(ZohoError) -> DeviceCode {
    guard let record = try? JSONDecoder().decode(Record.self, from: reply.body) else {
      throw .unreadable(path: reply.path, status: reply.status, reason: "no device code")
    }
    guard let userCode = record.userCode, let deviceCode = record.deviceCode else {
      throw .signedOut(reason: record.error ?? "Zoho gave no device code")
    }
    return DeviceCode(
      userCode: userCode, verificationURL: record.verificationURL ?? "",
      deviceCode: Secret(deviceCode), interval: duration(record.interval, or: 5),
      lifetime: duration(record.lifetime, or: 300))
  }

  /// Zoho counts milliseconds here; a small number is taken for seconds.
  private static func duration(_ said: LenientDecimal?, or seconds: Int) -> Duration {
    guard let said, let number = Int(said.value.rounded(toPlaces: 0).description), number > 0
    else { return .seconds(seconds) }
    return number >= 1000 ? .milliseconds(min(number, 3_600_000)) : .seconds(number)
  }
}
