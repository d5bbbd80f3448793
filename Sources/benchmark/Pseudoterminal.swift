import CNcurses
import Glibc

/// A program under a pseudo-terminal of its own: what it writes comes here, keys go there.
struct Pseudoterminal: ~Copyable {
  /// The program's process.
  let pid: pid_t
  private let descriptor: Int32

  /// Starts a program. It sees a terminal of that size and nothing of our environment.
  init(
    _ arguments: [String], environment: [String: String], columns: Int, rows: Int
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    guard openpty(&master, &slave, nil, nil, nil) == 0 else { throw Failure("openpty", errno) }
    defer { close(slave) }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    Self.setSize(of: master, columns: columns, rows: rows)
    let child: pid_t
    do {
      guard let name = ttyname(slave) else { throw Failure("ttyname", errno) }
      child = try Self.spawn(arguments, environment, terminal: String(cString: name))
    } catch {
      close(master)
      throw error
    }
    descriptor = master
    pid = child
  }

  deinit { close(descriptor) }

  /// Gives the terminal another size; the program is told by a signal.
  func resize(columns: Int, rows: Int) {
    Self.setSize(of: descriptor, columns: columns, rows: rows)
  }

  /// Sends keys as the bytes that a terminal would send.
  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  /// What a wait for output ended with.
  enum Output {
    /// Bytes, with the time at which they were read.
    case chunk(Chunk)
    /// Nothing came in the given time.
    case quiet
    /// The program has closed its terminal.
    case closed
  }

  /// Waits for output, at most so long.
  func read(within limit: Duration) -> Output {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32((limit / .milliseconds(1)).rounded(.up))
    guard poll(&source, 1, max(0, milliseconds)) > 0 else { return .quiet }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    let time = ContinuousClock.now
    guard count > 0 else { return .closed }
    return .chunk(Chunk(time: time, bytes: Array(bytes[..<count])))
  }

  /// Ends the program's process, where it has not ended by itself.
  func kill() { _ = Glibc.kill(pid, SIGKILL) }

  /// Waits for the end of the process, and answers its exit status; nil when it was killed.
  func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }

  private static func setSize(of descriptor: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String: String], terminal: String
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a new session opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, arguments[0], &actions, &attributes, &words, &settings)
    guard code == 0 else { throw Failure(arguments[0], code) }
    return pid
  }

  /// `POSIX_SPAWN_SETSID`, which the C headers hide from Swift.
  private static let newSession: Int16 = 0x80

  /// A call to the system that failed.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ what: String, _ code: Int32) {
      description = "\(what): \(String(cString: strerror(code)))"
    }
  }
}

/// Output of a program, with the time at which it was read.
struct Chunk {
  /// When.
  let time: ContinuousClock.Instant
  /// What.
  let bytes: [UInt8]
}
