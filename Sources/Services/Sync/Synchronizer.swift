import AppCore
import FoundationEssentials
import LocalMirror
import Sales
import Screen
import ZohoAPI

/// Brings the local copy up to date: everything the first time, then only what changed.
///
/// One run at a time: whoever asks while one is under way waits for its end.
actor Synchronizer {
  /// The cursor that says when a whole run last ended well.
  static let whole = "all"

  /// How far back "changed since" reaches before the last run, in seconds: the servers' clocks print
  /// whole seconds, and lists lag behind writes.
  private static let overlap: TimeInterval = 10

  let mirror: MirrorDatabase
  let gateway: Gateway
  private let tenant: Tenant
  private let clock: TimeSource
  private let post: @Sendable (Action) -> Void
  private var running: Task<Void, Never>?
  private var counts: [RecordKind: Int] = [:]
  private var lastSynced: Date?

  init(
    mirror: MirrorDatabase, gateway: Gateway, tenant: Tenant, clock: TimeSource,
    post: @escaping @Sendable (Action) -> Void
  ) {
    self.mirror = mirror
    self.gateway = gateway
    self.tenant = tenant
    self.clock = clock
    self.post = post
  }

  /// Brings everything up to date, and tells how it goes.
  func synchronize() async {
    let task = running ?? Task { await run() }
    running = task
    await task.value
    running = nil
  }

  private func run() async {
    counts = [:]
    var status = SyncStatus()
    do {
      lastSynced = try mirror.read { try $0.cursor(for: Self.whole)?.synced }
      tell(progress: "what the organization looks like")
      try await synchronizeMetadata()
      try tellHome()
      // CRM and Books have limits of their own, so one need not wait for the other.
      async let crm: Void = synchronizeCRM()
      async let books: Void = synchronizeBooks()
      _ = try await (crm, books)
      let now = clock.now()
      try mirror.write {
        try $0.setCursor(SyncCursor(module: Self.whole, position: nil, synced: now))
      }
      status.lastSynced = now
    } catch {
      status.lastSynced = lastSynced
      status.failure = Failure(error)
    }
    post(.mirrorChanged)
    post(.syncChanged(status))
  }

  /// Fetches what has changed in a module since the last time, page by page.
  ///
  /// - Parameters:
  ///   - list: The rows changed since a time, or all of them.
  ///   - save: Puts a page of rows into the local copy.
  func synchronize<Row>(
    _ kind: RecordKind, module: String, _ list: (Date?) -> List<Row>,
    save: @Sendable (MirrorWriter, [Row]) throws -> Void
  ) async throws {
    let since = try mirror.read { try $0.cursor(for: module)?.synced }
      .map { $0.addingTimeInterval(-Self.overlap) }
    var began: Date?
    for try await page in gateway.pages(list(since), .background) {
      began = began ?? page.serverTime
      try mirror.write { try save($0, page.rows) }
      count(page.rows.count, of: kind)
      for problem in page.unreadable {
        post(.told(Event(time: clock.now(), kind: .warning, text: "\(module): \(problem)")))
      }
    }
    try mirror.write { [clock] in
      try $0.setCursor(
        SyncCursor(module: module, position: nil, synced: began ?? clock.now()))
    }
  }

  /// Takes what was deleted in a module of CRM out of the local copy.
  func synchronizeDeletions(_ kind: RecordKind, module: String, since: Date?) async throws {
    guard let since else { return }
    let list = List.deleted(from: module, since: since.addingTimeInterval(-Self.overlap))
    for try await page in gateway.pages(list, .background) {
      try mirror.write { try $0.delete(page.rows.map(\.id), from: kind) }
    }
  }

  /// Counts rows that arrived, tells about them, and shows them now and then on the first load.
  private func count(_ rows: Int, of kind: RecordKind) {
    guard rows > 0 else { return }
    let before = counts[kind, default: 0]
    let after = before + rows
    counts[kind] = after
    tell(progress: "\(kind.rawValue) \(Decimal(after).grouped(places: 0))")
    let isFirstLoad = lastSynced == nil
    if isFirstLoad, before == 0 || before / 5000 != after / 5000 { post(.mirrorChanged) }
  }

  private func tell(progress: SafeText) {
    var status = SyncStatus()
    status.lastSynced = lastSynced
    status.progress = progress
    post(.syncChanged(status))
  }

  /// Tells how the organization looks, so that the board can be drawn while rows still come.
  func tellHome() throws {
    let home = try mirror.read { reader in
      (try reader.pipelines(), try tenant.known(by: reader))
    }
    post(.pipelinesLoaded(home.0, tenant: home.1))
  }
}
