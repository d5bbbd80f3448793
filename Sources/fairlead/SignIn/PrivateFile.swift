import Foundation

/// Files and folders that only their owner can read.
enum PrivateFile {
  /// Makes a folder, and those above it; one that is there keeps its mode.
  static func makeFolder(_ url: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StartError.noStorage("\(url.path): \(error.localizedDescription)")
    }
  }

  /// Writes a whole file: beside its place, and renamed when it is on disk, so that nobody reads half
  /// of it and a failure leaves the old one.
  static func write(_ text: String, to url: URL) throws {
    let part = url.path + ".part"
    func failed() -> StartError {
      .noStorage("\(url.path): \(String(cString: strerror(errno)))")
    }
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failed() }
    let bytes = Array(text.utf8)
    let isWritten =
      fchmod(descriptor, 0o600) == 0
      && Foundation.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(part, url.path) == 0 else { throw failed() }
  }

  /// Removes a file, when it is there.
  static func remove(_ url: URL) throws {
    guard unlink(url.path) != 0, errno != ENOENT else { return }
    throw StartError.noStorage("\(url.path): \(String(cString: strerror(errno)))")
  }
}
