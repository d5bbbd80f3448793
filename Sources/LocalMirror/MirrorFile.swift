import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file of a mirror, before the database is opened.
struct MirrorFile {
  let path: String

  /// Makes an empty file that only its owner can read, and its folder, where there is none.
  ///
  /// - Returns: whether it did.
  func makeIfMissing() throws -> Bool {
    let files = FileManager.default
    if files.fileExists(atPath: path) {
      try reporting { try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path) }
      return false
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    if !files.fileExists(atPath: folder) {
      try reporting {
        try files.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
    }
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    guard descriptor >= 0 else {
      throw MirrorError.unusable(path: path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
    return true
  }

  /// Renames the file and what belongs to it.
  ///
  /// - Returns: the path it has now.
  func moveAside() throws -> String {
    let files = FileManager.default
    var number = 1
    while files.fileExists(atPath: "\(path).damaged-\(number)") { number += 1 }
    let aside = "\(path).damaged-\(number)"
    for suffix in ["", "-wal", "-shm"] where files.fileExists(atPath: path + suffix) {
      try reporting { try files.moveItem(atPath: path + suffix, toPath: aside + suffix) }
    }
    return aside
  }

  private func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      throw MirrorError.unusable(path: path, reason: "\(error)")
    }
  }
}
