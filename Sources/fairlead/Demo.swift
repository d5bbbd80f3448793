import AppCore
import ArgumentParser
import Foundation
import LocalZoho
import Services
import ZohoAPI

/// Opens the program on LocalZoho, inside the same process.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the program on a local server with a full organization.")

  @Option(help: "How many deals the organization has.")
  var deals = 600

  @Option(help: "The number that decides all names and amounts.")
  var seed: UInt64 = 1

  @Option(help: "Keep the server's data and the local copy in this folder, for the next start.")
  var data: String?

  @Flag(help: "Write nothing.")
  var readOnly = false

  @Flag(help: "Read and write lines instead of drawing panels: for screen readers and pipes.")
  var linear = false

  func validate() throws {
    guard (0...1_000_000).contains(deals) else {
      throw ValidationError("--deals takes a number from 0 to 1000000.")
    }
  }

  func run() throws {
    try exiting {
      let environment = ProcessInfo.processInfo.environment
      let account = try OpenAccount.demo(data: data, seed: seed, deals: deals, isReadOnly: readOnly)
      try run(
        account, Paths(environment: environment), isReadOnly: readOnly, local: nil,
        isLinear: linear)
    }
  }
}

extension OpenAccount {
  /// LocalZoho with a full organization.
  ///
  /// - Parameter data: The folder to keep it in; nil for one that goes when it is left.
  static func demo(
    data: String? = nil, seed: UInt64 = 1, deals: Int = 600, isReadOnly: Bool
  ) throws -> OpenAccount {
    let folder = try DemoFolder(data)
    let server = DemoServer(
      dataFile: folder.url.appending(path: "zoho.db").path, seed: seed, deals: deals)
    let files: AccountFiles
    do {
      files = try AccountFiles(
        mirror: folder.url.appending(path: "mirror.db"),
        outbox: folder.url.appending(path: "outbox.db"))
    } catch {
      folder.clean()
      throw error
    }
    let tenant = Tenant(
      organization: "LocalZoho", dataCenter: "local", isDemo: true, isReadOnly: isReadOnly)
    return OpenAccount(
      profile: nil, tenant: tenant, files: files, color: nil,
      connect: { () async throws(ZohoError) in try await server.client() },
      close: { folder.clean() })
  }
}

/// Where the demo keeps its files: the user's folder, or one that goes when the demo ends.
private struct DemoFolder {
  let url: URL
  private let isTemporary: Bool

  init(_ path: String?) throws {
    isTemporary = path == nil
    url =
      path.map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? FileManager.default.temporaryDirectory.appending(
        path: "fairlead-demo-\(UUID().uuidString)", directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StartError.noStorage("\(url.path): \(error.localizedDescription)")
    }
  }

  func clean() {
    guard isTemporary else { return }
    // A temporary folder that cannot be removed is the system's to clear away.
    try? FileManager.default.removeItem(at: url)
  }
}

/// LocalZoho inside this process, started when the first call needs it: the first screen comes from
/// the local copy and does not wait for it.
private actor DemoServer {
  private let dataFile: String
  private let seed: UInt64
  private let deals: Int
  private var starting: Task<ZohoClient, any Error>?

  init(dataFile: String, seed: UInt64, deals: Int) {
    self.dataFile = dataFile
    self.seed = seed
    self.deals = deals
  }

  /// A client that is signed in to it.
  func client() async throws(ZohoError) -> ZohoClient {
    let task = starting ?? Task { try await start() }
    starting = task
    do {
      return try await task.value
    } catch {
      starting = nil
      throw .offline(reason: "LocalZoho did not start: \(error)", wasSent: false)
    }
  }

  private func start() async throws -> ZohoClient {
    let server = try await ZohoServer.start(
      .init(
        dataFile: dataFile, seed: Seed(number: seed, deals: deals, today: TimeSource.system.now())))
    return try ZohoClient.local(server.connection)
  }
}

extension ZohoClient {
  /// A client of a local server.
  static func local(_ connection: ZohoServer.Connection) throws -> ZohoClient {
    guard let dataCenter = DataCenter.custom(base: connection.url) else {
      throw StartError.noServer("\(connection.url) is not on this machine")
    }
    let credentials = Credentials(
      clientID: connection.clientID, clientSecret: Secret(connection.clientSecret),
      refreshToken: Secret(connection.refreshToken), dataCenter: dataCenter)
    return ZohoClient(
      credentials: credentials, transport: .live(), booksOrganization: connection.organizationID)
  }
}
