import ArgumentParser
import Foundation
import Services
import ZohoAPI

/// Takes a sign-in back at Zoho and removes its secrets from this machine.
struct Logout: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a sign-in back at Zoho and remove its secrets from this machine.",
    discussion: """
      The journal and the drafts stay. Without a connection nothing is removed, unless --local says \
      so: the refresh token then stays good at Zoho until you revoke it there.
      """)

  @OptionGroup var account: ProfileOption

  @Flag(help: "Remove the secrets even when Zoho cannot be told.") var local = false

  @Flag(help: "Remove the profile's settings and its local copy too.") var forget = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await headless(Output(output)) { output in
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      let profile = try account.profile(in: paths)
      let isRevoked = try await revoke(profile, output)
      try profile.store.remove()
      try PrivateFile.remove(paths.token(of: profile.name))
      if forget { try remove(profile, paths) }
      let words =
        isRevoked
        ? "\(profile.name) is signed out." : "The secrets of \(profile.name) are removed."
      output.done(words, ["profile": .text(profile.name), "revoked": .bool(isRevoked)])
    }
  }

  /// Tells Zoho; false when there was nothing to tell, or it could not be told and need not be.
  private func revoke(_ profile: Profile, _ output: Output) async throws -> Bool {
    if case .command = profile.store {
      output.tell("The tokens come from \(profile.store.words): end that sign-in there.")
      return false
    }
    let transport = Transport.live()
    do {
      let token = try profile.credentials().refreshToken
      try await SignIn.revoke(token, at: profile.dataCenter, transport: transport)
      await transport.close()
      return true
    } catch ZohoError.signedOut {
      await transport.close()
      output.tell("Zoho did not know this sign-in any more.")
      return true
    } catch {
      await transport.close()
      guard local else {
        let reason = HeadlessError(error)
        throw HeadlessError(
          reason.status,
          reason.lines + ["Nothing was removed. --local removes the secrets all the same."])
      }
      output.tell("Zoho was not told: \(HeadlessError(error).lines.joined(separator: " "))")
      return false
    }
  }

  private func remove(_ profile: Profile, _ paths: Paths) throws {
    try PrivateFile.remove(profile.file)
    for ending in ["", "-wal", "-shm"] {
      try PrivateFile.remove(
        URL(filePath: paths.mirror(of: profile.name).path + ending))
    }
  }
}
