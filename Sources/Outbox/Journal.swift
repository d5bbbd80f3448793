import FoundationEssentials
import GRDB
import Sales

/// The journal of what we were asked to write to Zoho and what became of it: `outbox.db`.
///
/// Every call that returns has reached the disk. The file is never rebuilt and never repaired in
/// silence; when it is damaged nothing more is written to Zoho. All methods block for as long as the
/// disk takes, so they are not for the thread that draws; all throw `OutboxError`.
public struct Journal: Sendable {
  private let database: DatabaseQueue

  private init(_ database: DatabaseQueue) {
    self.database = database
  }

  /// Opens the journal at that path, making it (0600, its folder 0700) where there is none.
  ///
  /// - Throws: `OutboxError.damaged`, `.newerSchema` or `.unusable`; the file stays as it is.
  public static func open(at path: String) throws -> Journal {
    let file = JournalFile(path: path)
    try file.makeIfMissing { try Journal(openDatabase(at: $0)).migrate() }
    return try translatingErrors(path: path) {
      let journal = Journal(try openDatabase(at: path))
      try journal.check(path: path)
      try journal.migrate()
      return journal
    }
  }

  /// A journal in memory, for tests.
  public static func inMemory() throws -> Journal {
    let journal = Journal(try DatabaseQueue(configuration: configuration))
    try journal.migrate()
    return journal
  }

  private static func openDatabase(at path: String) throws -> DatabaseQueue {
    try DatabaseQueue(path: path, configuration: configuration)
  }

  /// `EXTRA` is `FULL` and, in this journal mode, also makes the removal of the rollback journal
  /// durable: a power cut just after a commit cannot take it back.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "outbox"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA")
    }
    return configuration
  }

  private func check(path: String) throws {
    try database.read { db in
      let verdict = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
      guard verdict == ["ok"] else {
        throw OutboxError.damaged(path: path, reason: verdict.joined(separator: "; "))
      }
      guard try Schema.version(db) > 0 else {
        throw OutboxError.damaged(path: path, reason: "the file is not an outbox")
      }
    }
  }

  private func migrate() throws {
    try write { try Schema.migrate($0) }
  }

  /// One transaction that nobody else can come between; it has reached the disk when this returns.
  func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try Self.translatingErrors(path: database.path) {
      try database.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try work(db)
          return .commit
        }
        guard let value else { throw OutboxError.unreadable("a transaction without a result") }
        return value
      }
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try Self.translatingErrors(path: database.path) { try database.read(work) }
  }

  private static func translatingErrors<Value>(
    path: String, _ work: () throws -> Value
  ) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      let reason = error.message ?? error.description
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        throw OutboxError.damaged(path: path, reason: reason)
      default:
        throw OutboxError.unusable(path: path, reason: reason)
      }
    }
  }
}
