import AppCore
import FoundationEssentials
import LocalMirror
import LocalZoho
import Outbox
import Sales
import Synchronization
import Testing
import ZohoAPI

@testable import Services

/// A server and the services of one user, with every call that they make.
final class Place: Sendable {
  let clock = TestClock()
  let posted = Posted()
  let mirror: MirrorDatabase
  let server: ZohoServer
  let client: ZohoClient
  let services: Services
  private let transport = Transport.live()
  private let seen: Seen

  final class Seen: Sendable {
    let calls = Mutex<[CallRecord]>([])
  }

  init(deals: Int) async throws {
    let clock = clock
    let seen = Seen()
    self.seen = seen
    mirror = try .inMemory()
    server = try await ZohoServer.start(
      ZohoServer.Configuration(seed: Seed(number: 3, deals: deals), now: { clock.now }))
    let connection = server.connection
    client = ZohoClient(
      credentials: Credentials(
        clientID: connection.clientID, clientSecret: Secret(connection.clientSecret),
        refreshToken: Secret(connection.refreshToken),
        dataCenter: try #require(DataCenter.custom(base: connection.url))),
      transport: transport, booksOrganization: connection.organizationID,
      now: { clock.now }, observe: { record in seen.calls.withLock { $0.append(record) } })
    services = Services(
      mirror: mirror, journal: try .inMemory(),
      tenant: Tenant(organization: "Acme", dataCenter: "local"),
      connect: { [client] in client }, clock: clock.source,
      files: Files(downloads: "/", save: { _, _, _ in "/" }, open: { _ in false }),
      post: posted.post)
  }

  func calls(to path: String) -> Int {
    seen.calls.withLock { $0.filter { $0.path.hasPrefix(path) }.count }
  }

  func forget() { seen.calls.withLock { $0 = [] } }

  func close() async {
    await transport.close()
    await server.stop()
  }

  func deals() throws -> Int {
    try mirror.read { reader in
      try reader.pipelines().reduce(0) { sum, pipeline in
        try sum
          + reader.boardSummary(of: pipeline.id, today: clock.source.today()).columns
          .reduce(0) { $0 + $1.count }
      }
    }
  }
}

/// The local copy follows the server: all of it once, then only what changed.
@Suite(.timeLimit(.minutes(5))) struct SynchronizerTests {
  func at(_ deals: Int, _ work: (Place) async throws -> Void) async throws {
    let place = try await Place(deals: deals)
    do {
      try await work(place)
    } catch {
      await place.close()
      throw error
    }
    await place.close()
  }

  @Test func theSecondTimeOnlyWhatChangedIsFetched() async throws {
    try await at(450) { (place) async throws in
      await place.services.synchronizer.synchronize()
      #expect(place.posted.failures == [])
      let before = try place.deals()
      #expect(before == 450)
      #expect(place.calls(to: "/crm/v8/Deals") >= 3, "pages of 200")
      place.forget()
      place.clock.advance(seconds: 3600)
      await place.services.synchronizer.synchronize()
      #expect(place.posted.failures == [])
      let after = try place.deals()
      #expect(after == 450)
      #expect(place.calls(to: "/crm/v8/Deals") <= 2, "one for changes, one for deletions")
    }
  }

  @Test func aFirstLoadShowsRowsBeforeItsEnd() async throws {
    try await at(60) { (place) async throws in
      await place.services.synchronizer.synchronize()
      let changes = place.posted.all.filter { $0 == .mirrorChanged }.count
      #expect(changes > 1)
      let home = place.posted.all.firstIndex { action in
        if case .pipelinesLoaded = action { true } else { false }
      }
      let rows = place.posted.all.firstIndex(of: .mirrorChanged)
      #expect(home ?? .max < rows ?? .max, "the stages come before their deals")
    }
  }

  @Test func aFailureKeepsRowsAndCursors() async throws {
    try await at(60) { (place) async throws in
      await place.services.synchronizer.synchronize()
      let cursors = try place.mirror.read { try $0.cursors() }
      place.clock.advance(seconds: 600)
      place.server.inject(Fault(.drop, pathPrefix: "/crm/v8/Deals", count: 50))
      await place.services.synchronizer.synchronize()
      #expect(place.posted.failures.count == 1)
      #expect(try place.deals() == 60)
      let after = try place.mirror.read { try $0.cursors() }
      for module in ["all", "Deals", "Deals deleted"] {
        #expect(
          after.first { $0.module == module } == cursors.first { $0.module == module }, "\(module)")
      }
    }
  }

  @Test func booksIsReadWhileCRMIsDown() async throws {
    try await at(24) { (place) async throws in
      place.server.inject(Fault(.drop, pathPrefix: "/crm/v8/Deals", count: 50))
      await place.services.synchronizer.synchronize()
      #expect(place.posted.failures.count == 1)
      let unpaid = try place.mirror.read {
        try $0.invoiceSummary(today: place.clock.source.today())
      }
      #expect(unpaid.columns.isEmpty == false)
    }
  }

  @Test func askingTwiceAtOnceFetchesOnce() async throws {
    try await at(24) { (place) async throws in
      async let first: Void = place.services.synchronizer.synchronize()
      async let second: Void = place.services.synchronizer.synchronize()
      _ = await (first, second)
      #expect(place.calls(to: "/crm/v8/org") == 1)
      await place.services.synchronizer.synchronize()
      #expect(place.calls(to: "/crm/v8/org") == 2)
    }
  }
}
