import CNcurses
import Glibc
import Screen

extension Terminal {
  /// What ended a wait.
  public struct Events: OptionSet, Sendable {
    /// The events as bits.
    public let rawValue: Int

    /// The events of those bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Keys can be read.
    public static let keys = Events(rawValue: 1)
    /// The descriptor that was waited for is readable.
    public static let wakeup = Events(rawValue: 2)
    /// The screen has another size.
    public static let resized = Events(rawValue: 4)
    /// Somebody asked the program to stop for a while: `suspend` does it.
    public static let suspend = Events(rawValue: 8)
    /// The program has to end: it was asked to, or the terminal is gone.
    public static let leave = Events(rawValue: 16)
  }

  /// Keeps the signals that concern the terminal for `wait`, in this thread and in those it starts:
  /// the first thing that `main` does. A child process must be started with an empty signal mask.
  public static func blockSignals() { SignalQueue.block() }

  /// Lets signals act as they do in any program, in this thread: for those that do not draw.
  public static func unblockSignals() { SignalQueue.unblock() }

  /// Sleeps until there is something to do; without a timeout it never wakes for nothing.
  ///
  /// - Parameters:
  ///   - descriptor: A descriptor that others make readable when they have news.
  ///   - timeout: How long to wait at most; nil for ever.
  /// - Returns: What happened; nothing when the time is over.
  public mutating func wait(for descriptor: Int32, timeout: Duration? = nil) -> Events {
    // A paste or an answer whose end got lost must not swallow keys for ever.
    var limit = timeout
    if paste != nil { limit = min(limit ?? .seconds(5), .seconds(5)) }
    if answer != nil { limit = min(limit ?? .seconds(1), .seconds(1)) }
    var sources = [STDIN_FILENO, descriptor, signals.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let milliseconds = early.isEmpty ? limit?.wholeMilliseconds ?? -1 : 0
    let count = poll(&sources, nfds_t(sources.count), milliseconds)
    if count == 0 { answer = nil }
    if count == 0, early.isEmpty, paste != nil {
      isPasteOver = true
      return .keys
    }
    var events = take(early)
    early = []
    guard count > 0 else { return events }
    if sources[0].has(POLLIN) { events.insert(.keys) }
    if sources[0].has(POLLHUP | POLLERR | POLLNVAL) { events.insert(.leave) }
    if sources[1].revents != 0 { events.insert(.wakeup) }
    if sources[2].revents != 0 { events.formUnion(take(signals.drain())) }
    return events
  }

  private mutating func take(_ signals: Set<Int32>) -> Events {
    var events: Events = []
    if !signals.isDisjoint(with: [SIGTERM, SIGHUP, SIGINT]) { events.insert(.leave) }
    if signals.contains(SIGTSTP) { events.insert(.suspend) }
    if signals.contains(SIGCONT) { repaint() }
    if !signals.isDisjoint(with: [SIGWINCH, SIGCONT]), fit() { events.insert(.resized) }
    return events
  }

  /// Fits ncurses to the size the terminal has now, and answers whether it has changed.
  mutating func fit() -> Bool {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0,
      window.ws_col > 0, is_term_resized(Int32(window.ws_row), Int32(window.ws_col))
    else { return false }
    resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    shown = nil
    return true
  }
}

extension Duration {
  fileprivate var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(
      clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}

extension pollfd {
  fileprivate func has(_ flags: Int32) -> Bool { Int32(revents) & flags != 0 }
}
