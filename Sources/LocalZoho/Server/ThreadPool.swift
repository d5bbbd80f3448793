import NIOPosix

/// Threads for blocking work.
struct ThreadPool: Workers {
  /// More than the cores: a call may wait for another data centre's server, which may be in this very
  /// process and need a thread to answer.
  private static let pool: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: 16)
    pool.start()
    return pool
  }()

  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await Self.pool.runIfActive(work)
  }
}
