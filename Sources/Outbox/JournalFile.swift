import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file of a journal, before the database is opened.
struct JournalFile {
  let path: String

  /// Makes the file under another name and then gives it its own, so that the file under its own
  /// name is always whole: an empty one is damage, never a journal just begun.
  func makeIfMissing(_ fill: (String) throws -> Void) throws {
    let files = FileManager.default
    if files.fileExists(atPath: path) {
      try reporting { try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path) }
      return
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    if !files.fileExists(atPath: folder) {
      try reporting {
        try files.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
    }
    let draft = path + ".new-\(getpid())"
    unlink(draft)
    let descriptor = openFile(draft, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw failure() }
    close(descriptor)
    defer { unlink(draft) }
    try fill(draft)
    // A link never takes the place of a file, so another process that was quicker wins.
    guard link(draft, path) == 0 || errno == EEXIST else { throw failure() }
  }

  private func failure() -> OutboxError {
    OutboxError.unusable(path: path, reason: String(cString: strerror(errno)))
  }

  private func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      throw OutboxError.unusable(path: path, reason: "\(error)")
    }
  }
}

/// The system's `open`, which `Journal.open` would hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
