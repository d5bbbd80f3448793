import Foundation

/// Another program, started without a shell: its arguments are a list and never parsed.
enum ChildProcess {
  /// Runs a program in the terminal and waits for its end; answers its exit status, or nil when it
  /// could not be started or was killed.
  static func run(_ arguments: [String]) -> Int32? {
    spawn(arguments, inBackground: false).flatMap(wait)
  }

  /// Starts a program that lives beside us, away from the terminal; false when it cannot be started.
  static func launch(_ arguments: [String]) -> Bool {
    guard let pid = spawn(arguments, inBackground: true) else { return false }
    Thread.detachNewThread { _ = wait(for: pid) }
    return true
  }

  private static func wait(for pid: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }

  private static func spawn(_ arguments: [String], inBackground: Bool) -> pid_t? {
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    // We keep signals blocked and children would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var flags = Int16(POSIX_SPAWN_SETSIGMASK)
    if inBackground {
      flags |= newSession
      for descriptor in 0...2 as ClosedRange<Int32> {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    posix_spawnattr_setflags(&attributes, flags)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var pid: pid_t = 0
    guard let name = arguments.first,
      posix_spawnp(&pid, name, &actions, &attributes, &words, environ) == 0
    else { return nil }
    return pid
  }

  /// `POSIX_SPAWN_SETSID`, which the C headers hide from Swift.
  private static let newSession: Int16 = 0x80
}
