import Foundation
import Outbox

/// The files of an account: who can read them, whether they are whole, who holds them.
struct FileChecks {
  let profile: Profile
  let paths: Paths

  var all: [Finding] { [secrets, permissions, mirror, journal, lock] }

  private var secrets: Finding {
    if case .command = profile.store { return .good("secrets", profile.store.words) }
    do {
      _ = try profile.store.load()
      return .good("secrets", profile.store.words)
    } catch {
      let failure = HeadlessError(error)
      return .bad("secrets", failure.lines.joined(separator: " "), failure.status)
    }
  }

  /// No file of the account may be open to others.
  private var permissions: Finding {
    let folders = [
      paths.profile(profile.name), paths.token(of: profile.name).deletingLastPathComponent(),
      paths.mirror(of: profile.name).deletingLastPathComponent(),
    ]
    let files = [
      paths.token(of: profile.name), paths.mirror(of: profile.name),
      paths.outbox(of: profile.name),
    ]
    let open = (folders + files).filter { Self.mode($0).map { $0 & 0o077 != 0 } == true }
    guard open.isEmpty else {
      return .warning(
        "permissions",
        "others can reach \(open.map(\.path).joined(separator: ", ")). Run: chmod go-rwx on them")
    }
    return .good("permissions", "for you alone")
  }

  private var mirror: Finding {
    let url = paths.mirror(of: profile.name)
    guard let bytes = Self.size(url) else {
      return .good("local copy", "none yet; it is fetched at the first start")
    }
    return .good("local copy", "\(grouped(max(1, bytes / 1024))) KiB, \(url.path)")
  }

  private var journal: Finding {
    let url = paths.outbox(of: profile.name)
    guard Self.size(url) != nil else { return .good("journal", "none yet") }
    do {
      let journal = try Journal.open(at: url.path)
      let uncertain = try journal.intents(in: [.uncertain]).count
      return uncertain == 0
        ? .good("journal", "whole")
        : .warning("journal", "whole; \(uncertain) write(s) of unknown fate, see the Outbox")
    } catch {
      return .bad(
        "journal", "\(url.path): \(error). Copy it away before you do anything else", .noStorage)
    }
  }

  /// Whether another process renews the token just now, or hangs doing it.
  private var lock: Finding {
    let path = paths.token(of: profile.name).path + ".lock"
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return .good("locks", "none") }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      return .warning(
        "locks", "another process renews the token; when that lasts, end it (\(path))")
    }
    return .good("locks", "free")
  }

  private static func mode(_ url: URL) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }

  private static func size(_ url: URL) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return (attributes?[.size] as? NSNumber)?.intValue
  }
}
