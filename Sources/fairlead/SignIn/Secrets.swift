import Foundation
import TOMLKit
import ZohoAPI

/// What signs an account in and must not be seen.
struct Secrets: Hashable {
  /// The client's secret.
  let clientSecret: Secret
  /// What access tokens are made from.
  let refreshToken: Secret

  init(clientSecret: Secret, refreshToken: Secret) {
    self.clientSecret = clientSecret
    self.refreshToken = refreshToken
  }

  /// Reads the two lines that `text` writes.
  ///
  /// - Parameter place: Where they are kept, for the message.
  /// - Throws: `StartError.badProfile` naming the place and the key.
  init(_ text: String, from place: String) throws {
    let file = try ProfileFile(text, named: place)
    clientSecret = Secret(try file.text("client_secret"))
    refreshToken = Secret(try file.text("refresh_token"))
  }

  /// Both as TOML, a line each: how they are kept wherever they are.
  var text: String {
    let table = TOMLTable()
    table["client_secret"] = clientSecret.revealed
    table["refresh_token"] = refreshToken.revealed
    return table.convert(to: .toml) + "\n"
  }
}
