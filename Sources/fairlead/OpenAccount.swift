import AppCore
import Foundation
import Screen
import Synchronization
import ZohoAPI

/// An account that is about to be on the screen: its files, and the way to its server.
struct OpenAccount {
  /// The name of its profile; nil for the demo.
  let profile: String?
  /// Whose organization it is.
  let tenant: Tenant
  /// Its local copy and its journal.
  let files: AccountFiles
  /// How the organization looks at the top; nil as the theme has it.
  let color: ThemeRule?
  /// Gives the client, as soon as there is a server to talk to.
  let connect: @Sendable () async throws(ZohoError) -> ZohoClient
  /// Cleans up when the account is left.
  var close: () -> Void = {}

  /// A configured account.
  ///
  /// - Throws: `StartError` when its files cannot be used.
  static func open(_ name: String, isReadOnly: Bool, in paths: Paths) throws -> OpenAccount {
    let profile = try Profile(named: name, in: paths)
    let files = try AccountFiles(
      mirror: paths.mirror(of: name), outbox: paths.outbox(of: name))
    let connection = ProfileConnection(profile, paths)
    // What only a file keeps is quick to read, so that its problems are told before anything is drawn.
    if case .file = profile.store { try connection.connect() }
    return OpenAccount(
      profile: name, tenant: profile.tenant(isReadOnly: isReadOnly), files: files,
      color: profile.color
    ) { () async throws(ZohoError) in try connection.client() }
  }
}

/// The client of a profile, made when it is first needed: a Secret Service may take its time.
private final class ProfileConnection: Sendable {
  private let profile: Profile
  private let paths: Paths
  private let made = Mutex<ZohoClient?>(nil)

  init(_ profile: Profile, _ paths: Paths) {
    self.profile = profile
    self.paths = paths
  }

  /// Makes the client now.
  ///
  /// - Throws: `StartError` when the secrets cannot be read.
  func connect() throws {
    try made.withLock { made in
      if made == nil { made = try profile.client(.live(), paths) }
    }
  }

  /// The client.
  func client() throws(ZohoError) -> ZohoClient {
    do {
      try connect()
    } catch {
      throw .signedOut(reason: "\(error)")
    }
    guard let client = made.withLock({ $0 }) else {
      throw .signedOut(reason: "the profile \(profile.name) gave no client")
    }
    return client
  }
}
