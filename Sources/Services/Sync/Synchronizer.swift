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

  /// How many rows of a first load are put into the local copy at a time.
  private static let lot = 2000

  let mirror: MirrorDatabase
  let gateway: Gateway
  private let tenant: Tenant
  let clock: TimeSource
  let post: @Sendable (Action) -> Void
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
    let task =
      running
      ?? Task {
        await run()
        running = nil
      }
    running = task
    await task.value
  }

  /// The time now.
  func now() -> Date { clock.now() }

  /// Ends the run under way.
  func stop() { running?.cancel() }

  private func run() async {
    counts = [:]
    var status = SyncStatus()
    do {
      lastSynced = try mirror.read { try $0.cursor(for: Self.whole)?.synced }
      tell(progress: "what the organization looks like")
      try await synchronizeMetadata()
      try tellHome()
      // CRM and Books have limits of their own: neither waits for the other, nor fails with it.
      async let crm = Result.of { try await self.synchronizeCRM() }
      async let books = Result.of { try await self.synchronizeBooks() }
      let results = await [crm, books]
      for result in results { try result.get() }
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
    save: @escaping @Sendable (MirrorWriter, [Row]) throws -> Void
  ) async throws {
    let since = try mirror.read { try $0.cursor(for: module)?.synced }
      .map { $0.addingTimeInterval(-Self.overlap) }
    var began: Date?
    var rows: [Row] = []
    var saving: Task<Int, any Error>?
    for try await page in gateway.pages(list(since), .background) {
      began = began ?? page.serverTime
      rows += page.rows
      for problem in page.unreadable {
        post(.told(Event(time: clock.now(), kind: .warning, text: "\(module): \(problem)")))
      }
      // The first rows of a first load are shown at once; the others come in by the thousand, which
      // the local copy takes far quicker than pages, and while the next page is on its way.
      let isShown = since != nil || counts[kind] == nil
      guard isShown || rows.count >= Self.lot || page.next == nil else { continue }
      try await finish(&saving, kind)
      saving = Task.detached { [mirror, rows] in
        try mirror.write { try save($0, rows) }
        return rows.count
      }
      rows.removeAll(keepingCapacity: true)
      if isShown { try await finish(&saving, kind) }
    }
    try await finish(&saving, kind)
    try mirror.write { [clock] in
      try $0.setCursor(
        SyncCursor(module: module, position: nil, synced: began ?? clock.now()))
    }
  }

  /// Waits for the rows that are being saved, if any, and tells about them.
  private func finish(_ saving: inout Task<Int, any Error>?, _ kind: RecordKind) async throws {
    guard let task = saving else { return }
    saving = nil
    count(try await task.value, of: kind)
  }

  /// Takes what was deleted in a module of CRM out of the local copy.
  ///
  /// It has a cursor of its own: what was deleted since the rows were first read.
  func synchronizeDeletions(_ kind: RecordKind, module: String) async throws {
    let own = module + " deleted"
    let (last, first) = try mirror.read {
      (try $0.cursor(for: own)?.synced, try $0.cursor(for: module)?.synced)
    }
    guard let since = last ?? first else { return }
    var began = since
    let list = List.deleted(from: module, since: since.addingTimeInterval(-Self.overlap))
    for try await page in gateway.pages(list, .background) {
      began = max(began, page.serverTime ?? began)
      try mirror.write { try $0.delete(page.rows.map(\.id), from: kind) }
    }
    try mirror.write { [began] in
      try $0.setCursor(SyncCursor(module: own, position: nil, synced: began))
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

extension Result where Success == Void, Failure == any Error {
  /// How work went.
  fileprivate static func of(_ work: () async throws -> Void) async -> Self {
    do { return .success(try await work()) } catch { return .failure(error) }
  }
}
