import GRDB

/// The clients that every database knows, with a refresh token for all that this server can do: what
/// a person would otherwise make in the API console.
struct StandardClient: Hashable, Sendable {
  var id: String
  var secret: String
  var refreshToken: String
  /// The client for devices without a browser.
  var device: OAuthClient

  static let scopes = [
    "ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL", "ZohoCRM.users.ALL", "ZohoCRM.org.ALL",
    "ZohoCRM.coql.READ", "ZohoCRM.bulk.ALL", "ZohoCRM.notifications.ALL",
    "ZohoCRM.change_owner.CREATE", "ZohoCRM.change_owner.READ", "ZohoCRM.mass_update.ALL",
    "ZohoCRM.composite_requests.CUSTOM", "ZohoCRM.files.ALL", "ZohoCRM.send_mail.all.ALL",
    "ZohoCRM.mass_delete.ALL", "ZohoCRM.mass_convert.ALL", "ZohoCRM.features.READ",
    "ZohoCRM.apis.READ", "ZohoCRM.share.ALL", "ZohoSearch.securesearch.READ", "ZohoFiles.files.ALL",
    "ZohoBooks.fullaccess.all",
  ]

  /// Finds the clients, or registers them; a refresh token that was revoked is replaced.
  static func ensure(_ accounts: AccountsService, _ db: Database) throws -> StandardClient {
    let client = try ensure(
      .server, "client", "Local client",
      ["http://127.0.0.1/callback", "http://localhost/callback"],
      accounts, db)
    let device = try ensure(.device, "device_client", "Local device", [], accounts, db)
    if let token = try Meta.read("refresh_token", db), try Tokens.refreshToken(token, db) != nil {
      return StandardClient(
        id: client.id, secret: client.secret, refreshToken: token, device: device)
    }
    let token = accounts.secret()
    try Tokens.insert(
      Tokens.RefreshToken(
        token: token, clientID: client.id, userID: User.administrator.id, scopes: scopes), db)
    try Meta.write("refresh_token", token, db)
    return StandardClient(id: client.id, secret: client.secret, refreshToken: token, device: device)
  }

  private static func ensure(
    _ kind: OAuthClient.Kind, _ fact: String, _ name: String, _ redirectURIs: [String],
    _ accounts: AccountsService, _ db: Database
  ) throws -> OAuthClient {
    if let id = try Meta.read(fact, db), let known = try OAuthClient.find(id, db) { return known }
    let client = OAuthClient(
      id: "\(kind.rawValue).\(accounts.hex().prefix(30).uppercased())", secret: accounts.hex(),
      name: name, redirectURIs: redirectURIs)
    try client.insert(db)
    try Meta.write(fact, client.id, db)
    return client
  }
}
