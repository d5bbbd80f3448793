import FoundationEssentials
import GRDB

extension AccountsService {
  /// How long a code from the consent page lives, in seconds.
  static let codeLife: TimeInterval = 120

  /// What a client asks for with `/oauth/v2/auth`.
  private struct Ask {
    var client: OAuthClient
    var redirectURI: String
    var scopes: [String]
    var state: String?
    var challenge: GrantCode.Challenge?
    /// Whether a refresh token may be given, and whether consent is asked anew.
    var isOffline: Bool
    var isFresh: Bool
  }

  /// `GET` shows the page, `POST` takes the decision and redirects.
  /// https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html
  func consent(_ request: ZohoRequest) throws -> ZohoReply {
    guard request.method == "GET" || request.method == "POST" else { return Self.malformed }
    let parameters = request.method == "GET" ? request.query : request.form()
    let ask: Ask
    switch try read(parameters) {
    case .success(let value): ask = value
    case .failure(let error): return ConsentPage.error(error.rawValue)
    }
    if request.method == "GET" {
      return ConsentPage.question(
        client: ask.client.name, scopes: ask.scopes, parameters: parameters)
    }
    guard parameters["decision"] == "accept" else {
      return redirect(ask, ["error": "access_denied"])
    }
    let grant = try store.read { db in
      let isKnown = try Tokens.hasRefreshToken(
        client: ask.client.id, user: User.administrator.id, db)
      return GrantCode(
        code: secret(), clientID: ask.client.id, userID: User.administrator.id, scopes: ask.scopes,
        redirectURI: ask.redirectURI, challenge: ask.challenge,
        givesRefreshToken: ask.isOffline && (ask.isFresh || !isKnown),
        expires: store.now().addingTimeInterval(Self.codeLife))
    }
    var location = dataCentres.places.own
    var accounts = request.baseURL
    if let home = dataCentres.homeElsewhere {
      try HandOver(client: ask.client, grant: grant).send(to: home.accounts)
      (location, accounts) = home
    } else {
      try store.write(grant.insert)
    }
    return redirect(
      ask, ["code": grant.code, "location": location, "accounts-server": accounts])
  }

  /// Mints a code as the console's *Self Client* tab does, for ten minutes at most.
  func selfClientCode(scopes: [String], client: String) throws -> String {
    let code = secret()
    try store.write { db in
      try GrantCode(
        code: code, clientID: client, userID: User.administrator.id, scopes: scopes,
        givesRefreshToken: true, expires: store.now().addingTimeInterval(600)
      ).insert(db)
    }
    return code
  }

  private enum AskError: String, Error {
    case client = "invalid_client"
    case redirect = "invalid_redirect_uri"
    case response = "invalid_response_type"
    case scope = "invalid_scope"
    case challenge = "invalid_code_challenge_method"
  }

  private func read(_ parameters: NamedValues) throws -> Result<Ask, AskError> {
    let client = try store.read { try OAuthClient.find(parameters["client_id"] ?? "", $0) }
    guard let client else { return .failure(.client) }
    guard let uri = parameters["redirect_uri"], client.allowsRedirect(to: uri) else {
      return .failure(.redirect)
    }
    guard parameters["response_type"] == "code" else { return .failure(.response) }
    let scopes = ScopeSet.split(parameters["scope"] ?? "")
    guard !scopes.isEmpty, scopes.allSatisfy(ScopeSet.isKnown) else { return .failure(.scope) }
    let method = parameters["code_challenge_method"] ?? "plain"
    guard ["plain", "S256"].contains(method) else { return .failure(.challenge) }
    return .success(
      Ask(
        client: client, redirectURI: uri, scopes: scopes, state: parameters["state"],
        challenge: parameters["code_challenge"].map {
          GrantCode.Challenge(value: $0, method: method)
        },
        isOffline: parameters["access_type"] == "offline",
        isFresh: parameters["prompt"] == "consent"))
  }

  private func redirect(_ ask: Ask, _ answer: NamedValues) -> ZohoReply {
    var answer = answer
    if let state = ask.state { answer.append("state", state) }
    let separator = ask.redirectURI.contains("?") ? "&" : "?"
    return ZohoReply(
      status: 302,
      headers: [
        ZohoReply.Header(
          name: "Location", value: ask.redirectURI + separator + answer.urlEncoded)
      ])
  }
}
