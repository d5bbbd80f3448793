import NIOPosix

/// The threads that the HTTP library keeps for blocking work.
struct ThreadPool: Workers {
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive(work)
  }
}
