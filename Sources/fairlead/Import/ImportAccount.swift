import ArgumentParser
import Foundation
import LocalZoho
import Services
import ZohoAPI

/// The account that an import goes to: a configured one, or the local server's data of a demo.
struct ImportAccount: ParsableArguments {
  @Option(help: "The account, a folder under the profiles of the configuration.")
  var profile: String?

  @Option(
    help: "Import into the demo that keeps its data in this folder, made when it is not there.")
  var demo: String?

  func validate() throws {
    guard profile == nil || demo == nil else {
      throw ValidationError("--profile and --demo exclude each other.")
    }
  }

  /// Runs work with a client of the account.
  ///
  /// - Parameter writes: Whether the work changes anything, which a read-only profile forbids.
  /// - Throws: `StartError`, and whatever the work throws.
  func connected(writes: Bool, _ work: (ZohoClient) async throws -> Void) async throws {
    if let demo { return try await inDemo(demo, work) }
    let paths = Paths(environment: ProcessInfo.processInfo.environment)
    let profile = try Profile(named: profile ?? "default", in: paths)
    guard !(writes && profile.isReadOnly) else {
      throw StartError.badProfile(
        file: "profile \(profile.name)",
        problem: "read_only is true. Use --dry-run, or take that line out.")
    }
    let transport = Transport.live()
    let client = try profile.client(transport, paths)
    try await finishing(transport.close) { try await work(client) }
  }

  private func inDemo(_ folder: String, _ work: (ZohoClient) async throws -> Void) async throws {
    let url = URL(filePath: folder, directoryHint: .isDirectory)
    let server: ZohoServer
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      server = try await ZohoServer.start(
        .init(
          dataFile: url.appending(path: "zoho.db").path,
          seed: Seed(number: 1, deals: 0, today: TimeSource.system.now())))
    } catch {
      throw StartError.noServer("\(error)")
    }
    try await finishing({ await server.stop() }) {
      let connection = server.connection
      guard let dataCenter = DataCenter.custom(base: connection.url) else {
        throw StartError.noServer("\(connection.url) is not on this machine")
      }
      let credentials = Credentials(
        clientID: connection.clientID, clientSecret: Secret(connection.clientSecret),
        refreshToken: Secret(connection.refreshToken), dataCenter: dataCenter)
      let transport = Transport.live()
      try await finishing(transport.close) {
        try await work(ZohoClient(credentials: credentials, transport: transport))
      }
    }
  }

  /// Cleans up after work, whether it throws or not.
  private func finishing(
    _ cleanUp: () async -> Void, _ work: () async throws -> Void
  ) async throws {
    do {
      try await work()
    } catch {
      await cleanUp()
      throw error
    }
    await cleanUp()
  }
}
