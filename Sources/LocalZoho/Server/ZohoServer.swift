import FoundationEssentials
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOPosix

/// A local server that speaks Zoho's HTTP: accounts, CRM and Books on one loopback address.
public struct ZohoServer: Sendable {
  /// Where it listens and whom it knows.
  public let connection: Connection
  private let shutDown: @Sendable () async throws -> Void
  private let running: Task<Void, any Error>
  private let faults: FaultPlan
  private let courier: Courier

  /// Opens the data, fills it when a seed is given and it is new, binds 127.0.0.1 and serves.
  /// - Throws: an error of SQLite when the data cannot be opened, or of the network when the port
  ///   is taken.
  public static func start(_ configuration: Configuration = Configuration()) async throws
    -> ZohoServer
  {
    let store = try ZohoStore(configuration.data, now: configuration.now)
    if let seed = configuration.seed { try SeededWorld.fill(store, seed) }
    let accounts = AccountsService(
      store: store,
      dataCentres: DataCentres(
        DataCentres.Places(
          own: configuration.location, others: configuration.otherLocations,
          home: configuration.userLocation)))
    let (client, organization) = try store.write { db in
      (try StandardClient.ensure(accounts, db), try Organization.current(db))
    }
    let faults = FaultPlan(configuration.faults)
    let courier = Courier(workers: ThreadPool(), log: configuration.log) { post in
      _ = try await post.send().get()
    }
    let crm = CRMService(
      store: store, pace: BulkPace(seconds: configuration.bulkJobSeconds), courier: courier,
      notifications: try Notifications(store))
    let site = Site(
      accounts: accounts, crm: crm, books: BooksService(store: store),
      local: LocalEndpoints(store: store, accounts: accounts, client: client, faults: faults),
      gate: QuotaGate(Allowance(configuration.quotas, of: organization), now: configuration.now),
      workers: ThreadPool(),
      log: configuration.log)

    let scheme = configuration.tls == nil ? "http" : "https"
    let http = HTTP1Channel(
      responder: HTTPResponder(
        site: site, faults: faults, scheme: scheme, now: configuration.now
      ).respond)
    let listening =
      if let tls = configuration.tls {
        try await listen(
          TLSChannel(http, tlsConfiguration: tls.configuration), port: configuration.port)
      } else {
        try await listen(http, port: configuration.port)
      }
    return ZohoServer(
      connection: Connection(
        url: "\(scheme)://127.0.0.1:\(listening.port)", clientID: client.id,
        clientSecret: client.secret, refreshToken: client.refreshToken,
        organizationID: organization.booksID, deviceClientID: client.device.id,
        deviceClientSecret: client.device.secret),
      shutDown: listening.shutDown, running: listening.running, faults: faults,
      courier: courier)
  }

  private struct Listening {
    var port: Int
    var running: Task<Void, any Error>
    var shutDown: @Sendable () async throws -> Void
  }

  private static func listen(_ channel: some ServerChildChannel, port: Int) async throws
    -> Listening
  {
    let (ports, bound) = AsyncStream<Int>.makeStream()
    let server = Server(
      childChannelSetup: channel,
      configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        if let number = channel.localAddress?.port { bound.yield(number) }
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quietLogger)
    let running = Task {
      defer { bound.finish() }
      try await server.run()
    }
    guard let number = await ports.first(where: { _ in true }) else {
      try await running.value
      throw NotListening()
    }
    return Listening(port: number, running: running, shutDown: server.shutdownGracefully)
  }

  /// Adds a fault to those that are still to happen.
  public func inject(_ fault: Fault) { faults.add(fault) }

  /// Stops listening, lets replies under way finish, and closes every connection.
  public func stop() async {
    courier.stop()
    let patience = Task { [running] in
      try await Task.sleep(for: .seconds(1))
      running.cancel()
    }
    do {
      try await shutDown()
      try await running.value
    } catch {
      running.cancel()
    }
    patience.cancel()
  }

  /// The server ended before it had a port.
  struct NotListening: Error {}

  /// The library's own log is not shown: it would be drawn over a terminal's screen.
  private static let quietLogger = Logger(
    label: "LocalZoho",
    factory: { _ in
      SwiftLogNoOpLogHandler()
    })
}
