import CNcurses
import Glibc

/// Puts the terminal back when the program crashes, so that the shell is usable and the message can
/// be read; then the crash takes its course, with its own signal as the exit status.
///
/// A crash runs no `deinit`, and ncurses must not be called from a signal handler: what the handler
/// needs is put aside while all is well, in plain memory.
enum CrashGuard {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT]

  /// The terminal's modes as we found them. Written before a handler is installed, then only read.
  nonisolated(unsafe) fileprivate static var modes: UnsafeMutablePointer<termios>?
  /// The handlers that were there before ours, by signal. Written and read as `modes` is.
  nonisolated(unsafe) fileprivate static var previous: UnsafeMutablePointer<sigaction>?

  /// Remembers the terminal as it is now, and watches for crashes.
  static func arm() {
    let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    tcgetattr(STDIN_FILENO, modes)
    Self.modes = modes
    let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
    previous.initialize(repeating: sigaction(), count: 64)
    Self.previous = previous
    useOwnStack()
    var action = sigaction()
    curses_set_handler(&action, restoreTerminal)
    action.sa_flags = SA_SIGINFO | Int32(SA_ONSTACK)
    for signal in signals { sigaction(signal, &action, previous + Int(signal)) }
  }

  /// Stops watching. The memory stays: a handler may be running.
  static func disarm() {
    guard let previous else { return }
    for signal in signals { sigaction(signal, previous + Int(signal), nil) }
  }

  /// A stack that overflowed has no room for a handler.
  private static func useOwnStack() {
    let size = 65536
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }
}

/// The handler: only calls that signal-safety(7) allows.
private func restoreTerminal(
  signal: Int32, info: UnsafeMutablePointer<siginfo_t>?, context: UnsafeMutableRawPointer?
) {
  let reset: StaticString =
    "\u{1b}[?2026l\u{1b}[?2004l\u{1b}[?1004l\u{1b}[?1000l\u{1b}[?1002l\u{1b}[?1003l\u{1b}[?1006l\u{1b}[0m\u{1b}[?25h\u{1b}[?1049l\u{1b}[23;2t"
  _ = write(STDOUT_FILENO, reset.utf8Start, reset.utf8CodeUnitCount)
  if let modes = CrashGuard.modes { tcsetattr(STDIN_FILENO, TCSANOW, modes) }
  if let previous = CrashGuard.previous { sigaction(signal, previous + Int(signal), nil) }
  // A fault happens again when we return; what was sent by a call, as abort does, must be sent again.
  if let info, info.pointee.si_code <= 0 { raise(signal) }
}
