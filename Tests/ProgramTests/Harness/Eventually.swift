/// What did not happen in time, with what was there instead.
struct NeverHappened: Error, CustomStringConvertible {
  let description: String
}

/// Asks again and again until there is an answer: the only wait of these tests. The deadline is for a
/// program that hangs; it says nothing about how quick it should be.
///
/// - Throws: `NeverHappened` after the deadline.
func eventually<Answer>(
  _ what: String, within limit: Duration = .seconds(120),
  instead: () -> String = { "" }, _ ask: () async throws -> Answer?
) async throws -> Answer {
  let deadline = ContinuousClock.now + limit
  while true {
    if let answer = try await ask() { return answer }
    guard ContinuousClock.now < deadline else {
      throw NeverHappened(description: "Waited in vain for: \(what)\n\(instead())")
    }
    try await Task.sleep(for: .milliseconds(3))
  }
}
