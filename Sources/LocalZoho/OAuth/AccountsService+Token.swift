import FoundationEssentials
import GRDB

extension AccountsService {
  /// `POST /oauth/v2/token`: parameters in the form, the query or, for the client, Basic.
  /// https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html
  func token(_ request: ZohoRequest) throws -> ZohoReply {
    let form = request.form()
    let basic = Self.basicCredentials(request.headers["Authorization"])
    func parameter(_ name: String) -> String? { form[name] ?? request.query[name] }

    guard let grant = parameter("grant_type"), !grant.isEmpty else { return Self.malformed }
    return try store.write { db in
      guard
        let client = try OAuthClient.find(parameter("client_id") ?? basic?.id ?? "", db)
      else { return Self.refusal("invalid_client") }
      guard client.secret == parameter("client_secret") ?? basic?.secret else {
        return Self.refusal("invalid_client_secret")
      }
      switch grant {
      case "refresh_token":
        return try refresh(
          parameter("refresh_token") ?? "", client: client, baseURL: request.baseURL, db)
      case "authorization_code":
        return try exchange(
          parameter("code") ?? "", redirectURI: parameter("redirect_uri"),
          verifier: parameter("code_verifier"), client: client, baseURL: request.baseURL, db)
      default: return Self.refusal("general_error")
      }
    }
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

    var refreshToken: String?
    if grantCode.givesRefreshToken {
      let token = Tokens.RefreshToken(
        token: secret(), clientID: client.id, userID: grantCode.userID, scopes: grantCode.scopes)
      try Tokens.insert(token, db)
      refreshToken = token.token
    }
    var body = try grant(
      client: client.id, user: grantCode.userID, scopes: grantCode.scopes,
      refreshToken: refreshToken, baseURL: baseURL, db)
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

  private static func basicCredentials(_ header: String?) -> (id: String, secret: String)? {
    guard let header, header.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: String(header.dropFirst(6)))
    else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
