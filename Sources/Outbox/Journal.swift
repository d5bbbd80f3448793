import FoundationEssentials
import GRDB
import Sales

/// The journal of what we were asked to write to Zoho and what became of it: `outbox.db`.
///
/// Every call that returns has reached the disk. The file is never rebuilt and never repaired in
/// silence; when it is damaged nothing more is written to Zoho. All methods block for as long as the
/// disk takes, so they are not for the thread that draws; all throw `OutboxError`.
public struct Journal: Sendable {
  let database: DatabaseQueue

  /// Opens the journal at that path, making it (0600, its folder 0700) where there is none.
  ///
  /// - Throws: `OutboxError.damaged`, `.newerSchema` or `.unusable`; the file stays as it is.
  public static func open(at path: String) throws -> Journal {
    throw OutboxError.unusable(path: path, reason: "")
  }

  /// A journal in memory, for tests.
  public static func inMemory() throws -> Journal { try open(at: "") }
}
