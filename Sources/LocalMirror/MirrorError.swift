/// What can go wrong with the local copy.
public enum MirrorError: Error, Hashable, Sendable {
  /// The file cannot be opened or written: where, and what the system said.
  case unusable(path: String, reason: String)
  /// The file turned out to be damaged while in use: rebuild it, and fetch again.
  case damaged(reason: String)
  /// The file is busy: another process has held it for too long. Try again.
  case busy
}
