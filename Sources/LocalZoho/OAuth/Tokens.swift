import FoundationEssentials
import GRDB

/// Refresh and access tokens, with Zoho's limits.
/// https://www.zoho.com/accounts/protocol/oauth/token-limits.html
enum Tokens {
  /// Refresh tokens of one user for one client; the next one deletes the oldest.
  static let refreshTokenLimit = 20
  /// Access tokens alive for one refresh token; the next one deletes the oldest.
  static let liveAccessTokenLimit = 10
  /// Access tokens that may be asked from one refresh token in ``requestWindow``.
  static let requestLimit = 10
  static let requestWindow: TimeInterval = 600
  static let accessTokenLife: TimeInterval = 3600

  struct RefreshToken: Hashable, Sendable {
    var token: String
    var clientID: String
    var userID: String
    var scopes: [String]
  }

  static func insert(_ token: RefreshToken, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO refresh_tokens (token, client_id, user_id, scopes) VALUES (?, ?, ?, ?)",
      arguments: [
        token.token, token.clientID, token.userID, token.scopes.joined(separator: " "),
      ])
    try db.execute(
      sql: """
        DELETE FROM refresh_tokens WHERE client_id = ?1 AND user_id = ?2 AND sequence NOT IN (
          SELECT sequence FROM refresh_tokens WHERE client_id = ?1 AND user_id = ?2
          ORDER BY sequence DESC LIMIT \(refreshTokenLimit))
        """, arguments: [token.clientID, token.userID])
  }

  static func refreshToken(_ token: String, _ db: Database) throws -> RefreshToken? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM refresh_tokens WHERE token = ?", arguments: [token]
    ).map {
      RefreshToken(
        token: $0["token"], clientID: $0["client_id"], userID: $0["user_id"],
        scopes: ($0["scopes"] as String).split(separator: " ").map(String.init))
    }
  }

  static func hasRefreshToken(client: String, user: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM refresh_tokens WHERE client_id = ? AND user_id = ?)",
      arguments: [client, user]) ?? false
  }

  /// Counts one request for an access token; false when the window is used up.
  static func admitRequest(
    of refreshToken: String, at now: Date, _ db: Database
  ) throws -> Bool {
    let time = now.timeIntervalSince1970
    try db.execute(
      sql: "DELETE FROM token_requests WHERE refresh_token = ? AND time <= ?",
      arguments: [refreshToken, time - requestWindow])
    let count =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM token_requests WHERE refresh_token = ?",
        arguments: [refreshToken]) ?? 0
    guard count < requestLimit else { return false }
    try db.execute(
      sql: "INSERT INTO token_requests (refresh_token, time) VALUES (?, ?)",
      arguments: [refreshToken, time])
    return true
  }

  static func insertAccessToken(
    _ token: String, clientID: String, userID: String, scopes: [String], refreshToken: String?,
    expires: Date, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO access_tokens (token, client_id, user_id, scopes, refresh_token, expires)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        token, clientID, userID, scopes.joined(separator: " "), refreshToken,
        expires.timeIntervalSince1970,
      ])
    guard let refreshToken else { return }
    try db.execute(
      sql: """
        DELETE FROM access_tokens WHERE refresh_token = ?1 AND sequence NOT IN (
          SELECT sequence FROM access_tokens WHERE refresh_token = ?1
          ORDER BY sequence DESC LIMIT \(liveAccessTokenLimit))
        """, arguments: [refreshToken])
  }

  /// Whom a live access token speaks for; nil when there is none of that name or it has expired.
  static func caller(_ token: String, at now: Date, _ db: Database) throws -> Caller? {
    let statement = try db.cachedStatement(
      sql: "SELECT client_id, user_id, scopes FROM access_tokens WHERE token = ? AND expires > ?")
    return try Row.fetchOne(statement, arguments: [token, now.timeIntervalSince1970]).map {
      Caller(
        userID: $0["user_id"], clientID: $0["client_id"],
        scopes: ScopeSet(($0["scopes"] as String).split(separator: " ").map(String.init)))
    }
  }

  /// A token as RFC 7662 describes it: `{"active":false}` when it is none of this client's.
  static func facts(
    of token: String, client: OAuthClient, at now: Date, _ db: Database
  ) throws -> JSONObject {
    let access = try Row.fetchOne(
      db,
      sql: """
        SELECT scopes, user_id, expires FROM access_tokens
        WHERE token = ? AND client_id = ? AND expires > ?
        """, arguments: [token, client.id, now.timeIntervalSince1970])
    if let access {
      return [
        "active": true, "scope": .string(access["scopes"]), "client_id": .string(client.id),
        "token_type": "Bearer", "sub": .string(access["user_id"]),
        "exp": JSONValue(Int(access["expires"] as Double)),
      ]
    }
    guard let refresh = try refreshToken(token, db), refresh.clientID == client.id else {
      return ["active": false]
    }
    return [
      "active": true, "scope": .string(refresh.scopes.joined(separator: " ")),
      "client_id": .string(client.id), "token_type": "refresh_token",
      "sub": .string(refresh.userID),
    ]
  }

  /// Deletes a refresh token with its access tokens, or one access token. False: there is none.
  static func revoke(_ token: String, _ db: Database) throws -> Bool {
    try db.execute(sql: "DELETE FROM refresh_tokens WHERE token = ?", arguments: [token])
    let refreshTokens = db.changesCount
    try db.execute(sql: "DELETE FROM access_tokens WHERE token = ?", arguments: [token])
    return refreshTokens + db.changesCount > 0
  }
}
