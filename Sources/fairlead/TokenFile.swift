import Foundation
import ZohoAPI

extension TokenStore {
  /// Keeps the access token in a file that only its owner can read.
  ///
  /// Zoho gives ten access tokens in ten minutes for one sign-in, so starts in a row must share one, and
  /// two processes must not renew it at once: a lock beside the file sees to that.
  static func file(_ url: URL) -> TokenStore {
    TokenStore(
      load: { TokenFile(url).load() }, save: { TokenFile(url).save($0) },
      pause: { TokenFile(url).pause(until: $0) }, pausedUntil: { TokenFile(url).pausedUntil },
      exclusively: { work in
        // A folder that cannot be made costs the keeping and not the token.
        try? PrivateFile.makeFolder(url.deletingLastPathComponent())
        let lock = await FileLock.taken(url.path + ".lock")
        await work()
        lock?.release()
      })
  }
}

/// The file behind a token store.
struct TokenFile {
  private struct Content: Codable {
    var token: String?
    var expires: Date?
    var api: String?
    /// Before when no token may be asked for.
    var pausedUntil: Date?
  }

  let url: URL

  init(_ url: URL) { self.url = url }

  /// The kept token; nil when there is none, or none that can be read: then a new one is made.
  func load() -> IssuedToken? {
    guard let content, let token = content.token, let expires = content.expires,
      let api = content.api
    else { return nil }
    return IssuedToken(token: Secret(token), expires: expires, api: api)
  }

  /// Before when no token may be asked for; nil when it may.
  var pausedUntil: Date? { content?.pausedUntil }

  /// Keeps that no token may be asked for before that time, for this process and all others.
  func pause(until date: Date) {
    var content = content ?? Content()
    content.pausedUntil = date
    write(content)
  }

  private var content: Content? {
    guard let data = try? Data(contentsOf: url) else { return nil }
    return try? JSONDecoder().decode(Content.self, from: data)
  }

  /// Keeps the token: written beside the file and renamed, so that nobody reads half of it. One that
  /// cannot be kept is still good for this run.
  func save(_ issued: IssuedToken) {
    write(Content(token: issued.token.revealed, expires: issued.expires, api: issued.api))
  }

  private func write(_ content: Content) {
    guard let data = try? JSONEncoder().encode(content) else { return }
    let part = url.path + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = data.withUnsafeBytes {
      Foundation.write(descriptor, $0.baseAddress, $0.count) == $0.count
    }
    fsync(descriptor)
    close(descriptor)
    if isWritten { rename(part, url.path) }
  }
}

/// A lock that processes hold in turn; the system lets it go when its holder dies.
private struct FileLock {
  private let descriptor: Int32

  /// Waits for the lock without holding up other tasks; nil when its file cannot be made, which must not
  /// keep anyone from signing in.
  static func taken(_ path: String) async -> FileLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isHeld = errno == EWOULDBLOCK || errno == EINTR
      guard isHeld, (try? await Task.sleep(for: .milliseconds(20))) != nil else {
        close(descriptor)
        return nil
      }
    }
    return FileLock(descriptor: descriptor)
  }

  func release() { close(descriptor) }
}
