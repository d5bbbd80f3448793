import FoundationEssentials
import GRDB

/// The accounts server: consent, codes and tokens.
/// https://www.zoho.com/accounts/protocol/oauth.html
struct AccountsService: Sendable {
  let store: ZohoStore
  /// Makes the secret part of codes and tokens.
  let randomness: @Sendable () -> UInt64
  let dataCentres: DataCentres

  init(
    store: ZohoStore, dataCentres: DataCentres = DataCentres(),
    randomness: @escaping @Sendable () -> UInt64 = { .random(in: 0...UInt64.max) }
  ) {
    self.store = store
    self.dataCentres = dataCentres
    self.randomness = randomness
  }

  /// Answers a call below `/oauth` or `/.well-known`.
  func handle(_ request: ZohoRequest) throws -> ZohoReply {
    do {
      return try answer(request)
    } catch let error as HandOver.Unanswered {
      return ConsentPage.error(error.description)
    }
  }

  private func answer(_ request: ZohoRequest) throws -> ZohoReply {
    switch request.path.joined(separator: "/") {
    case "oauth/v2/token":
      guard request.method == "POST" else { return Self.malformed }
      return try token(request)
    case "oauth/v2/token/revoke", "oauth/v2/revoke/token":
      guard request.method == "POST" else { return Self.malformed }
      return try revoke(request)
    case "oauth/v2/introspect":
      guard request.method == "POST" else { return Self.malformed }
      return try introspect(request)
    case "oauth/v3/device/code":
      guard request.method == "POST" else { return Self.malformed }
      return try deviceCode(request)
    case "oauth/v3/device/token":
      guard request.method == "POST" else { return Self.malformed }
      return try deviceToken(request)
    case "oauth/v3/device": return try deviceConsent(request)
    case "oauth/v2/auth": return try consent(request)
    case "oauth/serverinfo": return serverInfo(request)
    case ".well-known/openid-configuration": return discovery(request)
    default: return .data(404, contentType: "text/html;charset=UTF-8", Data("Not Found".utf8))
    }
  }

  /// Whom the `Authorization` header speaks for.
  /// - Throws: ``BadToken``, told apart because the products answer differently.
  func caller(of request: ZohoRequest) throws -> Caller {
    guard let header = request.headers["Authorization"] else { throw BadToken.missing }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ["zoho-oauthtoken", "bearer"].contains(parts[0].lowercased()) else {
      throw BadToken.missing
    }
    let caller = try store.read { try Tokens.caller(String(parts[1]), at: store.now(), $0) }
    guard let caller else { throw BadToken.invalid }
    return caller
  }

  enum BadToken: Error {
    case missing, invalid
  }

  /// A code or token as Zoho writes them.
  func secret(_ kind: OAuthClient.Kind = .server) -> String {
    "\(kind.rawValue).\(hex()).\(hex())"
  }

  /// 32 hexadecimal digits.
  func hex() -> String {
    [randomness(), randomness()].map { part in
      let digits = String(part, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// What the token endpoint says no with: HTTP 200 and a word.
  static func refusal(_ error: String) -> ZohoReply { .json(200, ["error": .string(error)]) }

  static let malformed = ZohoReply.json(400, ["error": "invalid_request"])

  static let throttled = ZohoReply.json(
    400,
    [
      "error_description":
        "You have made too many requests continuously. Please try again after some time.",
      "error": "Access Denied", "status": "failure",
    ])

  private func serverInfo(_ request: ZohoRequest) -> ZohoReply {
    let places = dataCentres.places
    var locations = JSONObject([(places.own, .string(request.baseURL))])
    for (location, accounts) in places.others.sorted(by: { $0.key < $1.key }) {
      locations[location] = .string(accounts)
    }
    return .json(200, ["result": "success", "locations": .object(locations)])
  }

  private func discovery(_ request: ZohoRequest) -> ZohoReply {
    let base = request.baseURL
    return .json(
      200,
      [
        "issuer": .string(base), "authorization_endpoint": "\(base)/oauth/v2/auth",
        "token_endpoint": "\(base)/oauth/v2/token",
        "device_authorization_endpoint": "\(base)/oauth/v3/device/code",
        "revocation_endpoint": "\(base)/oauth/v2/token/revoke",
        "introspection_endpoint": "\(base)/oauth/v2/introspect",
        "response_types_supported": ["code"],
        "grant_types_supported": [
          "authorization_code", "refresh_token", "client_credentials", "device_code",
        ],
        "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
        "code_challenge_methods_supported": ["plain", "S256"],
      ])
  }

  private func revoke(_ request: ZohoRequest) throws -> ZohoReply {
    guard let token = AccountsParameters(request)["token"] else { return Self.malformed }
    let isRevoked = try store.write { try Tokens.revoke(token, $0) }
    return isRevoked ? .json(200, ["status": "success"]) : .json(400, ["error": "invalid_token"])
  }

  /// What a client may know of its own token (RFC 7662).
  private func introspect(_ request: ZohoRequest) throws -> ZohoReply {
    let parameters = AccountsParameters(request)
    guard let token = parameters["token"] else { return Self.malformed }
    return try store.read { db in
      let client: OAuthClient
      switch try identified(parameters, db) {
      case .success(let known): client = known
      case .failure(let refusal): return refusal.reply
      }
      return .json(200, .object(try Tokens.facts(of: token, client: client, at: store.now(), db)))
    }
  }
}
