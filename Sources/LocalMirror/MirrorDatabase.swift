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

  let writer: any DatabaseWriter

  /// Opens the copy at that path, making it (0600, its folder 0700) where there is none.
  public static func open(at path: String) throws -> (mirror: MirrorDatabase, opening: Opening) {
    throw MirrorError.busy
  }

  /// Moves the copy at that path aside and starts an empty one: after `MirrorError.damaged`.
  public static func rebuild(at path: String, reason: String) throws -> (
    mirror: MirrorDatabase, opening: Opening
  ) { throw MirrorError.busy }

  /// A copy in memory, for tests.
  public static func inMemory() throws -> MirrorDatabase { throw MirrorError.busy }

  /// Reads, all from one moment.
  public func read<Value>(_ work: (MirrorReader) throws -> Value) throws -> Value {
    throw MirrorError.busy
  }

  /// Writes, all or nothing.
  public func write<Value>(_ work: (MirrorWriter) throws -> Value) throws -> Value {
    throw MirrorError.busy
  }
}

/// What can be read of the local copy, within one `read`.
public struct MirrorReader {
  let db: Database
}

/// What can be written to the local copy, within one `write`.
///
/// A record older than the stored one, by its `modifiedTime`, is left out: lists lag behind.
public struct MirrorWriter {
  let db: Database
}
