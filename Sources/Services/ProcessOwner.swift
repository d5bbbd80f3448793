import FoundationEssentials
import Outbox

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Owner {
  /// This process, as the journal names it: the id alone is not enough, ids are used again.
  public static let current = Owner(
    pid: getpid(), startTicks: startTicks(of: getpid()) ?? 0, bootID: currentBootID)

  /// Whether the process still runs: same id, same start, same run of the machine.
  var isAlive: Bool {
    guard bootID == Self.currentBootID, kill(pid, 0) == 0 || errno == EPERM else { return false }
    return Self.startTicks(of: pid).map { $0 == startTicks } ?? (pid == getpid())
  }

  private static let currentBootID: String = {
    let bytes = contents(of: "/proc/sys/kernel/random/boot_id")
    return bytes?.split(separator: "\n").first.map(String.init) ?? "unknown"
  }()

  /// When a process started, in clock ticks since the machine did (`proc(5)`, field 22 of `stat`);
  /// nil where the system does not say.
  private static func startTicks(of pid: Int32) -> UInt64? {
    // The second field is the program's name in parentheses and may hold anything.
    guard let stat = contents(of: "/proc/\(pid)/stat"),
      let end = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[end...].split(separator: " ")
    return fields.count > 20 ? UInt64(fields[20]) : nil
  }

  private static func contents(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
