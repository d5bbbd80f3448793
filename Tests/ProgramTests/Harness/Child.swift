import CVterm
import Foundation

/// A process that a test started. It does not outlive the value.
final class Child {
  /// How a process ended.
  enum Ending: Hashable {
    /// By itself, with this status.
    case exited(Int32)
    /// By this signal.
    case killed(by: Int32)
  }

  struct CannotStart: Error {
    let words: [String]
    let code: Int32
  }

  let pid: pid_t
  /// How it ended; nil while it runs.
  private(set) var ending: Ending?

  /// Starts a program in a session of its own, with no signal blocked or ignored.
  ///
  /// - Parameter streams: The paths of standard input, output and error, opened in this order. A terminal
  ///   that comes first becomes the session's terminal.
  init(_ words: [String], environment: [String: String], streams: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, path) in streams.enumerated() {
      posix_spawn_file_actions_addopen(
        &actions, Int32(descriptor), path, O_RDWR | O_CREAT | O_APPEND, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | CVTERM_NEW_SESSION)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw CannotStart(words: words, code: code) }
    self.pid = pid
  }

  deinit {
    guard ended() == nil else { return }
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  /// How it ended; nil while it runs.
  func ended() -> Ending? {
    var status: Int32 = 0
    if ending == nil, waitpid(pid, &status, WNOHANG) == pid {
      let signal = status & 0x7f
      ending = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(by: signal)
    }
    return ending
  }

  /// Waits for its end.
  func waitForEnd() async throws -> Ending {
    try await eventually("the end of the process") { self.ended() }
  }
}
