import ArgumentParser
import Foundation
import LocalZoho
import Services

/// Runs LocalZoho by itself, for other clients and for tests.
struct LocalZohoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local-zoho",
    abstract: "Run the local Zoho server by itself, on this machine only.",
    discussion: """
      It says where it listens and whom it knows once it answers, then serves until it is \
      interrupted. The ledger of what was really changed and mailed is at /_local/effects.
      """)

  @Option(help: "The port to listen on; 0 picks a free one.")
  var port = 0

  @Option(help: "The file that keeps its data; without one the data is gone at the end.")
  var data: String?

  @Option(help: "Fill a new organization, the same one for the same number.")
  var seed: UInt64?

  @Option(help: "How many deals to fill it with.")
  var deals = 600

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Answer by HTTPS with this certificate and this private key, two PEM files.",
      valueName: "certificate> <key"))
  var tls: [String] = []

  @Option(help: "How many seconds a Bulk Read or Bulk Write job takes; 0 is at once.")
  var bulkSeconds = 3.0

  @Option(help: "The data centre it stands for: us, eu, in, au, jp, ca, cn, sa, uk or ae.")
  var location = "us"

  @Option(
    name: .customLong("other-location"),
    help: "The accounts server of another data centre: eu=http://127.0.0.1:8081. May be repeated.")
  var otherLocations: [String] = []

  @Option(help: "The data centre where the user lives, one of those it knows.")
  var userLocation: String?

  @Flag(help: "Print where it listens and whom it knows as one line of JSON.")
  var json = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard (0...1_000_000).contains(deals) else {
      throw ValidationError("--deals takes a number from 0 to 1000000.")
    }
    guard tls.isEmpty || tls.count == 2 else {
      throw ValidationError("--tls takes two PEM files: a certificate and its private key.")
    }
    guard (0...3600).contains(bulkSeconds) else {
      throw ValidationError("--bulk-seconds takes a number from 0 to 3600.")
    }
    try validateLocations()
  }

  private static let locations = ["us", "eu", "in", "au", "jp", "ca", "cn", "sa", "uk", "ae"]

  private func validateLocations() throws {
    let known = Self.locations.joined(separator: ", ")
    guard Self.locations.contains(location) else {
      throw ValidationError("--location takes one of \(known).")
    }
    for text in otherLocations {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, Self.locations.contains(parts[0]), parts[1].hasPrefix("http") else {
        throw ValidationError(
          "--other-location takes a data centre (\(known)) and an address: "
            + "eu=http://127.0.0.1:8081")
      }
    }
    guard let userLocation, userLocation != location else { return }
    guard others[userLocation] != nil else {
      throw ValidationError("--user-location \(userLocation) needs an --other-location of it.")
    }
  }

  private var others: [String: String] {
    Dictionary(
      otherLocations.filter { $0.contains("=") }.map { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts.last ?? "")
      }, uniquingKeysWith: { _, last in last })
  }

  func run() async throws {
    var configuration = ZohoServer.Configuration(
      port: port, dataFile: data,
      seed: seed.map { Seed(number: $0, deals: deals, today: TimeSource.system.now()) },
      log: { line in FileHandle.standardError.write(Data((line + "\n").utf8)) })
    configuration.bulkJobSeconds = bulkSeconds
    configuration.location = location
    configuration.otherLocations = others
    configuration.userLocation = userLocation
    let files = tls
    try await exiting { [configuration] in
      var configuration = configuration
      if files.count == 2 {
        do {
          configuration.tls = try ZohoServer.TLSIdentity(
            certificateFile: files[0], keyFile: files[1])
        } catch {
          throw StartError.noServer("\(error)")
        }
      }
      let server: ZohoServer
      do {
        server = try await ZohoServer.start(configuration)
      } catch {
        throw StartError.noServer("\(error)")
      }
      let said = json ? try line(server.connection) : words(server.connection)
      FileHandle.standardOutput.write(Data((said + "\n").utf8))
      waitForSignal()
      await server.stop()
    }
  }

  private func line(_ connection: ZohoServer.Connection) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(connection), as: UTF8.self)
  }

  private func words(_ connection: ZohoServer.Connection) -> String {
    """
    LocalZoho listens at \(connection.url)
      client_id        \(connection.clientID)
      client_secret    \(connection.clientSecret)
      refresh_token    \(connection.refreshToken)
      organization_id  \(connection.organizationID)
      For the device flow:
      client_id        \(connection.deviceClientID)
      client_secret    \(connection.deviceClientSecret)
    Ctrl-C ends it.
    """
  }

  /// Signals are blocked in every thread; this one takes them. The server has threads
  /// of its own.
  private func waitForSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    var received: Int32 = 0
    while sigwait(&signals, &received) != 0 {}
  }
}
