import FoundationEssentials
import GRDB

/// Everything the server knows: one SQLite database, and the clock that dates what is written.
struct ZohoStore: Sendable {
  enum Location: Sendable, Hashable {
    case memory
    case file(String)
  }

  /// Steps that bring a database up to date; each folder contributes its own, and only appends.
  struct Migration: Sendable {
    var name: String
    var apply: @Sendable (Database) throws -> Void
  }

  let database: any DatabaseWriter
  let now: @Sendable () -> Date

  /// Opens or creates the database with the tables of the core, the CRM and Books.
  /// - Throws: GRDB's `DatabaseError` when the file cannot be opened or is no database of ours.
  init(_ location: Location, now: @escaping @Sendable () -> Date = { Date() }) throws {
    switch location {
    case .memory:
      let queue = try DatabaseQueue(configuration: Self.configuration)
      try Self.empty.get().backup(to: queue)
      database = queue
    case .file(let path):
      Self.keepPrivate(path)
      database = try DatabasePool(path: path, configuration: Self.configuration)
      try Self.migrate(database)
    }
    self.now = now
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "LocalZoho"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    return configuration
  }

  private static func migrate(_ database: any DatabaseWriter) throws {
    var migrator = DatabaseMigrator()
    let folders = [
      CoreTables.migrations, OAuthTables.migrations, CRMService.migrations,
      BooksService.migrations, LocalEndpoints.callbackMigrations,
    ]
    for migration in folders.joined() {
      migrator.registerMigration(migration.name) { try migration.apply($0) }
    }
    try migrator.migrate(database)
  }

  /// A new database. To copy its pages is much faster than to make all tables again, and there may
  /// be many databases in memory.
  private static let empty = Result {
    let queue = try DatabaseQueue(configuration: configuration)
    try migrate(queue)
    return queue
  }

  /// The database holds tokens: a new one is its owner's alone. SQLite reports a path that cannot be
  /// made better than this could.
  private static func keepPrivate(_ path: String) {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    _ = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
  }

  /// Reads in one consistent snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try database.read(body)
  }

  /// Writes in one transaction: all of it or, when it throws, nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try database.write(body)
  }
}
