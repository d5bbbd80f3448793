import CNcurses
import Glibc
import Screen

extension Terminal {
  /// Stops the program as Ctrl-Z does in a shell, and returns when the shell continues it.
  public mutating func suspend() {
    handOver {
      // The whole group: we may be one program of several in a pipeline.
      _ = kill(0, SIGTSTP)
    }
  }

  /// Gives the terminal to another program, such as the user's editor, until the closure returns.
  public mutating func handOver<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    leaveModes()
    restoreTitle()
    title = nil
    endwin()
    // Ctrl-Z in the other program stops us too: else the shell would never get the terminal.
    SignalQueue.setStopping(allowed: true)
    defer { comeBack() }
    return try body()
  }

  private mutating func comeBack() {
    SignalQueue.setStopping(allowed: false)
    // What was pressed in the other program was meant for it; what asks us to end still counts.
    for signal in signals.drain().intersection([SIGTERM, SIGHUP]) { kill(getpid(), signal) }
    _ = fit()
    enterModes()
    repaint()
  }
}
