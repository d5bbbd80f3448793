/// Who makes a call: the user who consented, the client that holds the token, and what it may do.
struct Caller: Sendable {
  var userID: String
  var clientID: String
  var scopes: ScopeSet

  /// Asks that one of these scopes (any is enough) is granted, as Zoho's descriptions list them:
  /// `try caller.require("ZohoCRM.modules.deals.READ")`.
  /// - Throws: the ``Refusal`` of the product that the first scope belongs to.
  func require(_ scopes: String...) throws {
    guard !scopes.contains(where: self.scopes.allow) else { return }
    if scopes.first?.hasPrefix("ZohoBooks.") == true {
      throw Refusal.books(401, 57, "You are not authorized to perform this operation")
    }
    throw Refusal.crm(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope to access this URL")
  }
}
