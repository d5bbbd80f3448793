import CNcurses
import Glibc

/// The signals that concern the terminal, in a queue that `poll` can wait for.
///
/// They are blocked in every thread and read from a descriptor (see signalfd(2)), so that no handler
/// ever interrupts us.
struct SignalQueue: Sendable {
  /// Readable while a signal waits.
  let descriptor: Int32

  init() { descriptor = Self.withSet { curses_signal_descriptor(&$0) } }

  private static let all = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT]

  private static func withSet<Result>(_ body: (inout sigset_t) -> Result) -> Result {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in all { sigaddset(&set, signal) }
    return body(&set)
  }

  /// Blocks them in this thread and in those that it starts from now on.
  static func block() {
    withSet { _ = pthread_sigmask(SIG_BLOCK, &$0, nil) }
  }

  /// Lets them through in this thread again.
  static func unblock() {
    withSet { _ = pthread_sigmask(SIG_UNBLOCK, &$0, nil) }
  }

  /// Lets Ctrl-Z in another program stop us too, or keeps it in the queue again.
  static func setStopping(allowed: Bool) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTSTP)
    pthread_sigmask(allowed ? SIG_UNBLOCK : SIG_BLOCK, &set, nil)
  }

  /// The signals that came since the last time.
  func drain() -> Set<Int32> {
    var result: Set<Int32> = []
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while read(descriptor, &info, size) == size { result.insert(Int32(info.ssi_signo)) }
    return result
  }
}
