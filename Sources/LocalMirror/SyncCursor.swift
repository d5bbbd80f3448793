import FoundationEssentials

/// How far the local copy of one module has come.
public struct SyncCursor: Hashable, Sendable {
  /// The module, such as `Deals` or `invoices`.
  public let module: String
  /// Where to go on: a page token or a time, as the server gave it; nil to start over.
  public var position: String?
  /// When the module was last complete.
  public var synced: Date?

  /// How far a module has come.
  public init(module: String, position: String?, synced: Date?) {
    self.module = module
    self.position = position
    self.synced = synced
  }
}
