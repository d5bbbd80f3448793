import FoundationEssentials
import GRDB
import Sales

/// The local copy of Zoho's records: `mirror.db`. It can be fetched again and is never the truth.
///
/// All methods block for as long as the disk takes, which is little; all throw `MirrorError`.
public struct MirrorDatabase: Sendable {
  /// What opening found.
  public enum Opening: Hashable, Sendable {
    /// The copy was there.
    case found
    /// There was none: everything has to be fetched.
    case created
    /// There was one that cannot be used; it was moved aside and everything has to be fetched.
    case rebuilt(movedTo: String, reason: String)
  }

  private let writer: any DatabaseWriter
  private let lists = ListCache()

  private init(_ writer: any DatabaseWriter) {
    self.writer = writer
  }

  /// Opens the copy at that path, making it (0600, its folder 0700) where there is none.
  ///
  /// A file that is damaged, or that a newer program wrote, is moved aside and a new one begun.
  public static func open(at path: String) throws -> (mirror: MirrorDatabase, opening: Opening) {
    let file = MirrorFile(path: path)
    let isNew = try file.makeIfMissing()
    do {
      return (try openFile(at: path), isNew ? .created : .found)
    } catch MirrorError.damaged(let reason) {
      return try rebuild(at: path, reason: reason)
    }
  }

  /// Moves the copy at that path aside and starts an empty one: after `MirrorError.damaged`.
  public static func rebuild(at path: String, reason: String) throws -> (
    mirror: MirrorDatabase, opening: Opening
  ) {
    let file = MirrorFile(path: path)
    let movedTo = try file.moveAside()
    _ = try file.makeIfMissing()
    return (try openFile(at: path), .rebuilt(movedTo: movedTo, reason: reason))
  }

  /// A copy in memory, for tests.
  public static func inMemory() throws -> MirrorDatabase {
    let mirror = MirrorDatabase(try DatabaseQueue(configuration: configuration))
    try mirror.migrate()
    return mirror
  }

  private static func openFile(at path: String) throws -> MirrorDatabase {
    try translatingErrors(path: path) {
      let mirror = MirrorDatabase(try DatabasePool(path: path, configuration: configuration))
      try mirror.migrate()
      return mirror
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "mirror"
    configuration.maximumReaderCount = 2
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  private func migrate() throws {
    let version = try read { try MirrorSchema.version($0.db) }
    if version == MirrorSchema.migrations.count { return }
    try write { try MirrorSchema.migrate($0.db) }
  }

  /// Reads, all from one moment.
  public func read<Value>(_ work: (MirrorReader) throws -> Value) throws -> Value {
    try Self.translatingErrors(path: path) {
      try writer.read { try work(MirrorReader(db: $0, lists: lists)) }
    }
  }

  /// Writes, all or nothing.
  public func write<Value>(_ work: (MirrorWriter) throws -> Value) throws -> Value {
    try Self.translatingErrors(path: path) {
      try writer.write { try work(MirrorWriter(db: $0)) }
    }
  }

  private var path: String {
    if let pool = writer as? DatabasePool { pool.path } else { ":memory:" }
  }

  private static func translatingErrors<Value>(
    path: String, _ work: () throws -> Value
  ) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      let reason = error.message ?? error.description
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw MirrorError.damaged(reason: reason)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw MirrorError.busy
      default: throw MirrorError.unusable(path: path, reason: reason)
      }
    }
  }
}

/// What can be read of the local copy, within one `read`.
public struct MirrorReader {
  let db: Database
  let lists: ListCache
}

/// What can be written to the local copy, within one `write`.
///
/// A record older than the stored one, by its `modifiedTime`, is left out: lists lag behind.
public struct MirrorWriter {
  let db: Database
}
