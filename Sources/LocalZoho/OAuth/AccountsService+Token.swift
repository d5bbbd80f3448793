import FoundationEssentials
import GRDB

extension AccountsService {
  /// `POST /oauth/v2/token`: parameters in the form, the query or, for the client, Basic.
  /// https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html
  func token(_ request: ZohoRequest) throws -> ZohoReply {
    let parameters = AccountsParameters(request)
    guard let grant = parameters["grant_type"], !grant.isEmpty else { return Self.malformed }
    return try store.write { db in
      let client: OAuthClient
      switch try identified(parameters, db) {
      case .success(let known): client = known
      case .failure(let refusal): return refusal.reply
      }
      switch grant {
      case "refresh_token":
        return try refresh(
          parameters["refresh_token"] ?? "", client: client, baseURL: request.baseURL, db)
      case "authorization_code":
        return try exchange(
          parameters["code"] ?? "", redirectURI: parameters["redirect_uri"],
          verifier: parameters["code_verifier"], client: client, baseURL: request.baseURL, db)
      case "client_credentials":
        return try clientCredentials(parameters, client: client, baseURL: request.baseURL, db)
      default: return Self.refusal("general_error")
      }
    }
  }

  /// The client that a call names and whose secret it knows.
  func identified(
    _ parameters: AccountsParameters, _ db: Database
  ) throws -> Result<OAuthClient, Refusal> {
    guard let client = try OAuthClient.find(parameters.clientID, db) else {
      return .failure(Refusal(Self.refusal("invalid_client")))
    }
    guard client.secret == parameters.clientSecret else {
      return .failure(Refusal(Self.refusal("invalid_client_secret")))
    }
    return .success(client)
  }

  /// A self client's token for one organization, `soid=ZohoCRM.<zgid>`, without a refresh token.
  /// https://www.zoho.com/accounts/protocol/oauth/self-client/client-credentials-flow.html
  private func clientCredentials(
    _ parameters: AccountsParameters, client: OAuthClient, baseURL: String, _ db: Database
  ) throws -> ZohoReply {
    guard client.kind == .server else { return Self.refusal("invalid_client") }
    let scopes = ScopeSet.split(parameters["scope"] ?? "")
    guard !scopes.isEmpty, scopes.allSatisfy(ScopeSet.isKnown) else {
      return Self.refusal("invalid_scope")
    }
    let organization = try Organization.current(db)
    guard let soid = parameters["soid"], !soid.isEmpty else {
      return Self.refusal("missing_org_info")
    }
    guard ["ZohoCRM.\(organization.zgid)", "ZohoBooks.\(organization.booksID)"].contains(soid)
    else { return Self.refusal("invalid_org_info") }
    return .json(
      200,
      .object(
        try grant(
          client: client.id, user: User.administrator.id, scopes: scopes, refreshToken: nil,
          baseURL: baseURL, db)))
  }

  private func refresh(
    _ token: String, client: OAuthClient, baseURL: String, _ db: Database
  ) throws -> ZohoReply {
    guard let refreshToken = try Tokens.refreshToken(token, db), refreshToken.clientID == client.id
    else { return Self.refusal("invalid_code") }
    guard try Tokens.admitRequest(of: token, at: store.now(), db) else { return Self.throttled }
    return .json(
      200,
      .object(
        try grant(
          client: client.id, user: refreshToken.userID, scopes: refreshToken.scopes,
          refreshToken: token, baseURL: baseURL, db)))
  }

  private func exchange(
    _ code: String, redirectURI: String?, verifier: String?, client: OAuthClient, baseURL: String,
    _ db: Database
  ) throws -> ZohoReply {
    guard let grantCode = try GrantCode.find(code, db), grantCode.clientID == client.id,
      grantCode.expires > store.now()
    else { return Self.refusal("invalid_code") }
    guard grantCode.redirectURI == nil || grantCode.redirectURI == redirectURI else {
      return Self.refusal("invalid_redirect_uri")
    }
    if let challenge = grantCode.challenge {
      guard let verifier, challenge.isMet(by: verifier) else {
        return Self.refusal("invalid_code")
      }
    }
    try GrantCode.delete(code, db)

    return try signIn(
      client: client, user: grantCode.userID, scopes: grantCode.scopes,
      givesRefreshToken: grantCode.givesRefreshToken, baseURL: baseURL, db)
  }

  /// The tokens that a consent gives.
  func signIn(
    client: OAuthClient, user: String, scopes: [String], givesRefreshToken: Bool, baseURL: String,
    _ db: Database
  ) throws -> ZohoReply {
    var refreshToken: String?
    if givesRefreshToken {
      let token = Tokens.RefreshToken(
        token: secret(client.kind), clientID: client.id, userID: user, scopes: scopes)
      try Tokens.insert(token, db)
      refreshToken = token.token
    }
    var body = try grant(
      client: client.id, user: user, scopes: scopes, refreshToken: refreshToken, baseURL: baseURL,
      db)
    body["refresh_token"] = refreshToken.map(JSONValue.string)
    return .json(200, .object(body))
  }

  private func grant(
    client: String, user: String, scopes: [String], refreshToken: String?, baseURL: String,
    _ db: Database
  ) throws -> JSONObject {
    let token = secret()
    try Tokens.insertAccessToken(
      token, clientID: client, userID: user, scopes: scopes, refreshToken: refreshToken,
      expires: store.now().addingTimeInterval(Tokens.accessTokenLife), db)
    return [
      "access_token": .string(token), "scope": .string(scopes.joined(separator: " ")),
      "api_domain": .string(baseURL), "token_type": "Bearer",
      "expires_in": JSONValue(Int(Tokens.accessTokenLife)),
    ]
  }
}
