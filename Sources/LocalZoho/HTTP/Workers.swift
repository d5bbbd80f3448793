/// Threads for work that blocks, so that it does not hold up those that serve connections.
protocol Workers: Sendable {
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value
}
