import AppCore
import Foundation
import Screen
import Services
import TOMLKit
import ZohoAPI

extension Profile {
  /// Keeps a sign-in as a profile: the secrets first, then the settings, then the access token. What a
  /// profile of that name has besides, such as its colour, stays.
  ///
  /// - Parameter organization: The Books organization; nil for none.
  /// - Returns: What was kept, and where the secrets are.
  /// - Throws: `StartError` when it cannot be written, or when the profile is another organization's:
  ///   its local copy and its journal must not be mixed up with this one's.
  static func keep(
    _ signedIn: SignedIn, as name: String, organization: String?, in paths: Paths
  ) throws -> SafeText {
    guard ProfileInBrief.isName(name) else {
      throw StartError.badProfile(
        file: "profile \(name)", problem: "use letters and digits for its name.")
    }
    try checkSame(signedIn, name, organization, paths)
    let folder = paths.profile(name)
    try PrivateFile.makeFolder(folder)
    let credentials = signedIn.grant.credentials
    let secrets = Secrets(
      clientSecret: credentials.clientSecret, refreshToken: credentials.refreshToken)
    var store = SecretStore.best(for: name, in: folder)
    do {
      try store.save(secrets)
    } catch let error as StartError {
      guard case .secretService = store else { throw error }
      store = .file(in: folder)
      try store.save(secrets)
    }
    let table = settings(of: signedIn, organization, store, name, paths)
    try PrivateFile.write(
      table.convert(to: .toml) + "\n", to: folder.appending(path: "profile.toml"))
    if case .secretService = store { try SecretStore.file(in: folder).remove() }
    try PrivateFile.makeFolder(paths.token(of: name).deletingLastPathComponent())
    TokenFile(paths.token(of: name)).save(signedIn.grant.token)
    return
      "\(signedIn.user.name) is signed in as profile \(name). The secrets are in \(store.words)."
  }

  private static func checkSame(
    _ signedIn: SignedIn, _ name: String, _ organization: String?, _ paths: Paths
  ) throws {
    guard paths.hasProfile(name), let old = try? Profile(named: name, in: paths) else { return }
    let isSame =
      old.dataCenter == signedIn.grant.credentials.dataCenter
      && old.environment.rawValue == signedIn.plan.environment
      && (old.crmOrganization ?? signedIn.organization.id) == signedIn.organization.id
      && (old.booksOrganization ?? organization) == organization
    guard isSame else {
      throw StartError.badProfile(
        file: old.file.path,
        problem: "is the profile of another organization. Take another name for this one.")
    }
  }

  private static func settings(
    of signedIn: SignedIn, _ organization: String?, _ store: SecretStore, _ name: String,
    _ paths: Paths
  ) -> TOMLTable {
    let file = paths.profile(name).appending(path: "profile.toml")
    // A file that cannot be read as TOML is of no use, and replaced.
    let old = (try? String(contentsOf: file, encoding: .utf8)).flatMap {
      try? TOMLTable(string: $0)
    }
    let table = old ?? TOMLTable()
    let credentials = signedIn.grant.credentials
    if credentials.dataCenter.isLocal {
      table["base_url"] = credentials.dataCenter.api
    } else {
      table["data_center"] = credentials.dataCenter.code
    }
    table["client_id"] = credentials.clientID
    table["organization"] = signedIn.organization.name
    table["crm_organization_id"] = signedIn.organization.id
    table["user"] = signedIn.user.email.isEmpty ? signedIn.user.name : signedIn.user.email
    if let organization { table["organization_id"] = organization }
    if signedIn.plan.environment == "production" {
      table.remove(at: "environment")
    } else {
      table["environment"] = signedIn.plan.environment
    }
    if case .secretService = store {
      table["secrets"] = "secret-service"
    } else {
      table.remove(at: "secrets")
    }
    table.remove(at: "token_command")
    let scopes = signedIn.grant.scope.split(separator: " ").map(String.init)
    if !scopes.isEmpty { table["scopes"] = TOMLArray(scopes) }
    if signedIn.plan.isReadOnly { table["read_only"] = true }
    if old == nil, let color = color(for: names(in: paths).count) { table["color"] = color }
    return table
  }

  /// A colour for the next account, so that no two look alike; the first has the theme's.
  private static func color(for number: Int) -> String? {
    let colors = ["bright-cyan", "bright-green", "bright-magenta", "bright-yellow", "bright-red"]
    return number == 0 ? nil : colors[(number - 1) % colors.count]
  }
}
