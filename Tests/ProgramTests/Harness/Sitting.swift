import CVterm
import Foundation

/// A person at a terminal with the program in it: presses keys, looks at the screen.
///
/// The program runs below a shell, as it does for people. So it can be stopped and continued, and the
/// shell tells how it ended and whether it left the terminal's modes as they were.
final class Sitting {
  let terminal: VirtualTerminal
  private let master: Int32
  private let shell: Child
  /// Kept as long as the program runs in it: a home goes with its value.
  private let home: Home

  /// Opens a terminal and runs the program in it.
  init(
    _ arguments: [String], home: Home, _ width: Int = 120, _ height: Int = 32,
    environment extra: [String: String] = [:]
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw NeverHappened(description: "no pseudo-terminal: error \(errno)")
    }
    defer { close(slave) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    self.master = master
    self.home = home
    terminal = VirtualTerminal(width, height)
    let path = name.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    shell = try Child(
      ["/bin/sh", "-c", Self.script, Home.program] + arguments,
      environment: home.environment.merging(extra) { _, new in new }, streams: [path, path, path])
  }

  deinit {
    let group = tcgetpgrp(master)
    if group > 0, group != shell.pid { kill(-group, SIGKILL) }
    close(master)
  }

  /// Waits until the screen is as wanted, and answers it.
  @discardableResult
  func waitFor(_ what: String, _ isThere: (Screen) throws -> Bool) async throws -> Screen {
    try await eventually(what, instead: { terminal.screen.text }) {
      pump()
      let screen = terminal.screen
      return try isThere(screen) ? screen : nil
    }
  }

  /// Waits until these words are on the screen, and answers it.
  @discardableResult
  func waitFor(_ words: String) async throws -> Screen {
    try await waitFor(words) { $0.shows(words) }
  }

  /// Presses keys, as the terminal sends them: text, and `<enter>`, `<esc>`, `<tab>`, `<c-s>` and so on.
  func press(_ keys: String) {
    send(Keys.bytes(keys))
  }

  /// Pastes text.
  func paste(_ text: String) {
    pump()
    send(terminal.paste(text))
  }

  /// Changes the terminal's extent; the system tells the program.
  func resize(_ width: Int, _ height: Int) {
    terminal.resize(width, height)
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  func send(signal: Int32) {
    kill(-tcgetpgrp(master), signal)
  }

  /// The end of the program, as the shell tells it.
  func waitForEnd() async throws -> End {
    // The whole of the shell's sentence, which may follow a prompt of the program on its line.
    let screen = try await waitFor("the end of the program") {
      $0.line(with: "[ended ")?.contains(/\[ended .*\]/) == true
    }
    let line = screen.line(with: "[ended ") ?? ""
    let words = line.split(separator: "[ended ").last?.split { "], ".contains($0) } ?? []
    return End(
      status: words.first.flatMap { Int($0) }, keptModes: words.last == "kept",
      isOnMainScreen: terminal.mode(1049) != true, hasCursor: terminal.mode(25) != false,
      takesPastes: terminal.mode(2004) == true, takesMouse: terminal.mode(1000) == true,
      tellsFocus: terminal.mode(1004) == true,
      screen: screen)
  }

  /// How the program left the terminal.
  struct End: CustomStringConvertible {
    /// The status the shell saw; 128 and the signal's number after a signal.
    let status: Int?
    /// Whether the terminal's modes are those from before.
    let keptModes: Bool
    let isOnMainScreen: Bool
    let hasCursor: Bool
    let takesPastes: Bool
    let takesMouse: Bool
    let tellsFocus: Bool
    let screen: Screen

    /// Whether everything is as it was.
    var isRestored: Bool {
      keptModes && isOnMainScreen && hasCursor && !takesPastes && !takesMouse && !tellsFocus
    }

    var description: String {
      """
      status \(status ?? -1), kept modes: \(keptModes), main screen: \(isOnMainScreen), \
      cursor: \(hasCursor), pastes: \(takesPastes), mouse: \(takesMouse)
      """
    }
  }

  /// Whether the program has taken the screen at any time.
  var hasDrawn: Bool { terminal.mode(1049) != nil }

  /// Whether the terminal collects whole lines and shows what is typed, as shells expect it.
  var isInCanonicalMode: Bool {
    var modes = termios()
    tcgetattr(master, &modes)
    return modes.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
  }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        guard count < 0, errno == EAGAIN || errno == EINTR else { return }
        pump()
      }
    }
  }

  private func pump() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      let replies = terminal.take(Array(buffer.prefix(count)))
      if !replies.isEmpty { send(replies) }
    }
  }

  /// With job control, so that the program is a group of its own and can be stopped.
  private static let script = """
    set -m
    before=$(stty -g)
    "$0" "$@"
    status=$?
    while [ $status -eq \(128 + SIGTSTP) ]; do
      echo "[stopped]"
      answer=
      until [ "$answer" = fg ]; do read answer; done
      fg >/dev/null
      status=$?
    done
    if [ "$before" = "$(stty -g)" ]; then modes=kept; else modes=changed; fi
    echo "[ended $status, modes $modes]"
    read answer
    """
}
