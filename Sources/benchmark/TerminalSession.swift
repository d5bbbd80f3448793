import Glibc

/// A program under a pseudo-terminal, its screen, and the clock.
///
/// Output is stamped when it is read and drawn on the virtual screen only when the program is quiet
/// again, so that drawing costs no measured time.
final class TerminalSession {
  /// The answer to a key, in times since the key was sent.
  struct Answer {
    /// The first change of the screen, whole: the end of the first update that changed something. For a
    /// program that does not bracket its updates, the last change before it was quiet.
    var paint: Duration
    /// The last change of the screen before the program was quiet.
    var settled: Duration
    /// How many bytes came.
    var bytes: Int
  }

  /// How a session ended.
  struct Ending {
    /// From the key to the end of the process.
    var time: Duration
    /// The exit status; nil when the process was killed.
    var status: Int32?
  }

  private let terminal: Pseudoterminal
  private let started: ContinuousClock.Instant
  private(set) var screen: VirtualScreen

  /// Starts a program.
  init(_ arguments: [String], home: String, columns: Int = 120, rows: Int = 40) throws {
    let environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TERM": "xterm-256color",
      "LANG": "C.UTF-8", "XDG_CONFIG_HOME": home + "/.config",
    ]
    screen = VirtualScreen(columns: columns, rows: rows)
    started = .now
    terminal = try Pseudoterminal(
      arguments, environment: environment, columns: columns, rows: rows)
  }

  /// The program's process.
  var process: ProcessFigures { ProcessFigures(pid: terminal.pid) }

  /// Waits until the program has drawn its first screens, and answers how long after the start the given
  /// rows first showed what they show in the end.
  func start(usefulRows: Range<Int>, quiet: Duration, limit: Duration) -> Duration? {
    let chunks = collect(quiet: quiet, limit: limit)
    let blank = screen
    for chunk in chunks { screen.feed(chunk.bytes) }
    let final = usefulRows.map(screen.text(row:))
    var replay = blank
    for chunk in chunks {
      replay.feed(chunk.bytes)
      if usefulRows.map(replay.text(row:)) == final { return chunk.time - started }
    }
    return nil
  }

  /// Sends keys and waits until the program is quiet; nil when the screen did not change.
  func press(
    _ keys: String, quiet: Duration = .milliseconds(40), limit: Duration = .seconds(5)
  ) -> Answer? {
    let sent = ContinuousClock.now
    terminal.send(keys)
    return answer(to: sent, collect(quiet: quiet, limit: limit))
  }

  /// Gives the terminal another size and waits until the program is quiet.
  func resize(columns: Int, rows: Int) -> Answer? {
    let sent = ContinuousClock.now
    terminal.resize(columns: columns, rows: rows)
    screen.resize(columns: columns, rows: rows)
    return answer(to: sent, collect(quiet: .milliseconds(60), limit: .seconds(5)))
  }

  /// Waits until some row of the screen has the text; false when it does not come in time.
  func wait(for text: String, limit: Duration) -> Bool {
    let end = ContinuousClock.now + limit
    while !screen.text.contains(text) {
      guard ContinuousClock.now < end else { return false }
      for chunk in collect(quiet: .milliseconds(100), limit: .milliseconds(500)) {
        screen.feed(chunk.bytes)
      }
    }
    return true
  }

  /// Reads and draws what comes in the given time.
  func idle(for time: Duration) {
    let end = ContinuousClock.now + time
    while case let rest = end - .now, rest > .zero {
      if case .chunk(let chunk) = terminal.read(within: rest) { screen.feed(chunk.bytes) }
    }
  }

  /// Sends the keys that end the program and waits for its end.
  func quit(_ keys: String) -> Ending {
    let sent = ContinuousClock.now
    terminal.send(keys)
    let end = sent + .seconds(10)
    while true {
      if case .closed = terminal.read(within: end - .now) { break }
      if ContinuousClock.now > end {
        terminal.kill()
        break
      }
    }
    let status = terminal.wait()
    return Ending(time: .now - sent, status: status)
  }

  /// Output until the program is quiet for the given time. The first output is waited for longer.
  private func collect(quiet: Duration, limit: Duration) -> [Chunk] {
    var chunks: [Chunk] = []
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      let patience = chunks.isEmpty ? max(quiet, .milliseconds(300)) : quiet
      guard case .chunk(let chunk) = terminal.read(within: patience) else { break }
      chunks.append(chunk)
    }
    return chunks
  }

  private func answer(to sent: ContinuousClock.Instant, _ chunks: [Chunk]) -> Answer? {
    var firstFrame: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
    for chunk in chunks {
      let (changes, frames) = (screen.changes, screen.changedFrames)
      screen.feed(chunk.bytes)
      if screen.changes > changes { last = chunk.time }
      if screen.changedFrames > frames, firstFrame == nil { firstFrame = chunk.time }
    }
    guard let settled = last ?? firstFrame else { return nil }
    return Answer(
      paint: (firstFrame ?? settled) - sent, settled: settled - sent,
      bytes: chunks.reduce(0) { $0 + $1.bytes.count })
  }
}
