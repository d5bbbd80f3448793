import Foundation

/// Another program, started without a shell: its arguments are a list and never parsed.
enum ChildProcess {
  /// Runs a program in the terminal and waits for its end; answers its exit status, or nil when it
  /// could not be started or was killed.
  static func run(_ arguments: [String], environment: [String: String] = [:]) -> Int32? {
    spawn(arguments, .terminal, environment).flatMap(wait)
  }

  /// Starts a program that lives beside us, away from the terminal; false when it cannot be started.
  static func launch(_ arguments: [String]) -> Bool {
    guard let pid = spawn(arguments, .nothing) else { return false }
    Thread.detachNewThread { _ = wait(for: pid) }
    return true
  }

  /// Runs a program away from the terminal and gives it a text; false when it cannot be started or
  /// fails. What it leaves running, as programs for the clipboard do, is not waited for.
  static func feed(_ arguments: [String], input: Data) -> Bool {
    guard let pipe = Pipe() else { return false }
    let pid = spawn(arguments, .input(pipe.reading))
    close(pipe.reading)
    let isWritten = pid != nil && write(input, to: pipe.writing)
    close(pipe.writing)
    guard let pid else { return false }
    return wait(for: pid) == 0 && isWritten
  }

  /// Writes all of a text; false when nobody takes the rest.
  private static func write(_ data: Data, to descriptor: Int32) -> Bool {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// How a program that was asked for something ended.
  struct Answer {
    /// Its exit status; nil when it did not end by itself.
    let status: Int32?
    /// What it wrote to its standard output.
    let output: Data
  }

  /// Runs a program away from the terminal, gives it a short text and takes what it writes; nil when it
  /// cannot be started. One that has not ended by the deadline is killed.
  static func ask(
    _ arguments: [String], input: Data = Data(), within limit: Duration = .seconds(30),
    environment: [String: String] = [:], takesErrors: Bool = false
  ) -> Answer? {
    guard let question = Pipe(), let answer = Pipe() else { return nil }
    // It fits into the pipe, so it is there before anybody reads, and nobody can be gone by then.
    let isWritten = input.withUnsafeBytes {
      $0.isEmpty || Foundation.write(question.writing, $0.baseAddress, $0.count) == $0.count
    }
    close(question.writing)
    let pid =
      isWritten
      ? spawn(
        arguments, .pipes(question.reading, answer.writing, takesErrors: takesErrors), environment)
      : nil
    close(question.reading)
    close(answer.writing)
    defer { close(answer.reading) }
    guard let pid else { return nil }
    let output = read(answer.reading, until: ContinuousClock.now + limit)
    if output == nil { kill(pid, SIGKILL) }
    let status = wait(for: pid)
    return Answer(status: output == nil ? nil : status, output: output ?? Data())
  }

  /// What can be read up to the end; nil when the end does not come in time.
  private static func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> Data? {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = (deadline - ContinuousClock.now).components.seconds
      let patience = Int32(clamping: max(1, left) * 1000)
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard left >= 0, data.count < 1 << 20 else { return nil }
      guard poll(&wait, 1, patience) > 0 else { continue }
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count == 0 { return data }
      if count < 0, errno != EINTR { return nil }
      data.append(contentsOf: buffer.prefix(max(0, count)))
    }
  }

  /// Two ends that no child inherits unasked.
  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init?() {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  private static func wait(for pid: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }

  /// What a program reads and writes.
  private enum Streams {
    /// Our terminal.
    case terminal
    /// Nothing.
    case nothing
    /// One pipe in, one out; errors go with the rest, or nowhere.
    case pipes(Int32, Int32, takesErrors: Bool)
    /// One pipe in, nothing out.
    case input(Int32)
  }

  /// Starts a program in our environment with some variables added.
  private static func spawn(
    _ arguments: [String], _ streams: Streams, _ additions: [String: String] = [:]
  ) -> pid_t? {
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
    if case .terminal = streams {} else { flags |= newSession }
    var muted: ClosedRange<Int32>?
    switch streams {
    case .terminal: break
    case .nothing: muted = 0...2
    case .pipes(let input, let output, let takesErrors):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      if takesErrors { posix_spawn_file_actions_adddup2(&actions, output, 2) }
      muted = takesErrors ? nil : 2...2
    case .input(let input):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      muted = 1...2
    }
    if let muted {
      for descriptor in muted {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    posix_spawnattr_setflags(&attributes, flags)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let merged = ProcessInfo.processInfo.environment.merging(additions) { _, new in new }
    var variables: [UnsafeMutablePointer<CChar>?] =
      merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for variable in variables { free(variable) } }
    var pid: pid_t = 0
    guard let name = arguments.first,
      posix_spawnp(&pid, name, &actions, &attributes, &words, &variables) == 0
    else { return nil }
    return pid
  }

  /// `POSIX_SPAWN_SETSID`, which the C headers hide from Swift.
  private static let newSession: Int16 = 0x80
}
