import Crypto
import FoundationEssentials
import GRDB

/// A code that can be exchanged once for tokens.
/// https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html
struct GrantCode: Codable, Hashable, Sendable {
  /// The challenge of RFC 7636.
  struct Challenge: Codable, Hashable, Sendable {
    var value: String
    /// `plain` or `S256`.
    var method: String

    func isMet(by verifier: String) -> Bool {
      method == "S256" ? Self.hash(of: verifier) == value : verifier == value
    }

    /// The SHA-256 of a verifier in base64 for URLs, unpadded (RFC 7636, 4.2).
    private static func hash(of verifier: String) -> String {
      let base64 = Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
      return String(
        base64.compactMap { character -> Character? in
          switch character {
          case "+": "-"
          case "/": "_"
          case "=": nil
          default: character
          }
        })
    }
  }

  var code: String
  var clientID: String
  var userID: String
  var scopes: [String]
  /// Nil for a self client's code.
  var redirectURI: String?
  var challenge: Challenge?
  var givesRefreshToken: Bool
  var expires: Date

  func insert(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO grant_codes (code, client_id, user_id, scopes, redirect_uri, challenge,
          challenge_method, gives_refresh_token, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        code, clientID, userID, scopes.joined(separator: " "), redirectURI, challenge?.value,
        challenge?.method, givesRefreshToken, expires.timeIntervalSince1970,
      ])
  }

  static func find(_ code: String, _ db: Database) throws -> GrantCode? {
    try Row.fetchOne(db, sql: "SELECT * FROM grant_codes WHERE code = ?", arguments: [code]).map {
      let challenge: String? = $0["challenge"]
      let method: String? = $0["challenge_method"]
      return GrantCode(
        code: $0["code"], clientID: $0["client_id"], userID: $0["user_id"],
        scopes: ($0["scopes"] as String).split(separator: " ").map(String.init),
        redirectURI: $0["redirect_uri"],
        challenge: challenge.map { Challenge(value: $0, method: method ?? "plain") },
        givesRefreshToken: $0["gives_refresh_token"],
        expires: Date(timeIntervalSince1970: $0["expires"]))
    }
  }

  static func delete(_ code: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM grant_codes WHERE code = ?", arguments: [code])
  }
}
