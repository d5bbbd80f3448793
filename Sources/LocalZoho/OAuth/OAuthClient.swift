import GRDB

/// A program registered with the accounts server, as the API console registers them.
struct OAuthClient: Codable, Hashable, Sendable {
  /// What the API console registers; the number begins its ids, codes and tokens.
  enum Kind: Int, Hashable, Sendable {
    case server = 1000
    /// For devices without a browser.
    case device = 1004
  }

  var id: String
  var secret: String
  var name: String
  /// One a line in the table. Loopback addresses match whatever their port (RFC 8252, 7.3).
  var redirectURIs: [String]

  static func find(_ id: String, _ db: Database) throws -> OAuthClient? {
    try Row.fetchOne(db, sql: "SELECT * FROM oauth_clients WHERE id = ?", arguments: [id]).map {
      OAuthClient(
        id: $0["id"], secret: $0["secret"], name: $0["name"],
        redirectURIs: ($0["redirect_uris"] as String).split(separator: "\n").map(String.init))
    }
  }

  var kind: Kind { id.hasPrefix("1004.") ? .device : .server }

  func insert(_ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO oauth_clients (id, secret, name, redirect_uris) VALUES (?, ?, ?, ?)",
      arguments: [id, secret, name, redirectURIs.joined(separator: "\n")])
  }

  func allowsRedirect(to uri: String) -> Bool {
    redirectURIs.contains(uri)
      || redirectURIs.contains { Self.withoutPort($0) == Self.withoutPort(uri) }
  }

  /// Nil unless the address is a loopback one.
  private static func withoutPort(_ uri: String) -> String? {
    for prefix in ["http://127.0.0.1", "http://localhost", "http://[::1]"]
    where uri.hasPrefix(prefix) {
      let rest = uri.dropFirst(prefix.count)
      guard let first = rest.first, first == ":" || first == "/" else { return nil }
      return prefix + (first == ":" ? rest.dropFirst().drop { $0.isASCII && $0.isNumber } : rest)
    }
    return nil
  }
}
