import GRDB

/// The client that every database knows, with a refresh token for all that this server can do: what
/// a person would otherwise make in the API console.
struct StandardClient: Hashable, Sendable {
  var id: String
  var secret: String
  var refreshToken: String

  static let scopes = [
    "ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL", "ZohoCRM.users.ALL", "ZohoCRM.org.ALL",
    "ZohoCRM.coql.READ", "ZohoCRM.bulk.ALL", "ZohoCRM.notifications.ALL",
    "ZohoCRM.change_owner.CREATE", "ZohoCRM.mass_update.ALL",
    "ZohoCRM.composite_requests.CUSTOM", "ZohoSearch.securesearch.READ", "ZohoFiles.files.ALL",
    "ZohoBooks.fullaccess.all",
  ]

  /// Finds the client, or registers it; a refresh token that was revoked is replaced.
  static func ensure(_ accounts: AccountsService, _ db: Database) throws -> StandardClient {
    let client: OAuthClient
    if let id = try Meta.read("client", db), let known = try OAuthClient.find(id, db) {
      client = known
    } else {
      client = OAuthClient(
        id: "1000.\(accounts.hex().prefix(30).uppercased())", secret: accounts.hex(),
        name: "Local client",
        redirectURIs: ["http://127.0.0.1/callback", "http://localhost/callback"])
      try client.insert(db)
      try Meta.write("client", client.id, db)
    }
    if let token = try Meta.read("refresh_token", db), try Tokens.refreshToken(token, db) != nil {
      return StandardClient(id: client.id, secret: client.secret, refreshToken: token)
    }
    let token = accounts.secret()
    try Tokens.insert(
      Tokens.RefreshToken(
        token: token, clientID: client.id, userID: User.administrator.id, scopes: scopes), db)
    try Meta.write("refresh_token", token, db)
    return StandardClient(id: client.id, secret: client.secret, refreshToken: token)
  }
}
