import AppCore
import FoundationEssentials
import LocalMirror
import LocalZoho
import Outbox
import Sales
import Screen
import Synchronization
import Testing
import ZohoAPI

/// An organization for a test: a server, a colleague, a clock, and the two databases of one user.
final class Office: Sendable {
  let server: ZohoServer
  let colleague: Colleague
  let clock: TestClock
  let mirror: MirrorDatabase
  let journal: Journal
  let client: ZohoClient
  private let transport: Transport
  private let tokens = Tally()
  private let dealWrites = Tally()

  /// How often a token was asked for.
  var tokenCalls: Int { tokens.value }

  /// How many calls have changed deals by `PUT /Deals`.
  var dealWriteCalls: Int { dealWrites.value }

  private init(_ server: ZohoServer, _ clock: TestClock, mirror: MirrorDatabase) async throws {
    self.server = server
    self.clock = clock
    self.mirror = mirror
    colleague = Colleague(server.connection)
    journal = try Journal.inMemory()
    transport = .live()
    let connection = server.connection
    let credentials = Credentials(
      clientID: connection.clientID, clientSecret: Secret(connection.clientSecret),
      refreshToken: Secret(connection.refreshToken),
      dataCenter: try #require(DataCenter.custom(base: connection.url)))
    client = ZohoClient(
      credentials: credentials, transport: transport,
      booksOrganization: connection.organizationID, now: { clock.now },
      observe: { [tokens, dealWrites] call in
        if call.product == .accounts { tokens.count() }
        if call.method == .put, call.path.hasPrefix("/crm/v8/Deals") { dealWrites.count() }
      })
  }

  /// Opens an office for the time of a test.
  static func open(
    deals: Int = 24, quotas: Quotas = Quotas(), _ work: (Office) async throws -> Void
  ) async throws {
    let clock = TestClock()
    let server = try await ZohoServer.start(
      ZohoServer.Configuration(
        seed: Seed(number: 7, deals: deals), now: { clock.now }, quotas: quotas,
        log: { Issue.record("the server: \($0)") }))
    let office = try await Office(server, clock, mirror: .inMemory())
    do {
      try await work(office)
    } catch {
      await office.close()
      throw error
    }
    await office.close()
  }

  private func close() async {
    await colleague.stop()
    await transport.close()
    await server.stop()
  }

  /// The program, started and idle. What happens from here on is in `effects`.
  func start(
    width: Int = 120, height: Int = 32, reaching isReachable: Bool = true
  ) async throws -> Session {
    let session = Session(self, size: Size(width: width, height: height))
    if isReachable {
      session.ledgerStart = try await colleague.ledgerLength()
      session.mailStart = try await colleague.mail(after: 0).count
    }
    await session.take(.resized(Size(width: width, height: height)))
    await session.take(.launched)
    return session
  }
}

/// Counts from any thread.
private final class Tally: Sendable {
  private let counted = Mutex(0)

  var value: Int { counted.withLock { $0 } }

  func count() { counted.withLock { $0 += 1 } }
}
