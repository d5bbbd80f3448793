import ZohoAPI

/// How long to wait when Zoho wants fewer calls or cannot be reached, and when to give up.
struct Patience {
  /// Waits; a test does not.
  var wait: (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  /// Told of each wait, for people.
  var tell: (String) -> Void = { _ in }

  /// How often one thing is tried.
  var tries = 7
  private static let longest = Duration.seconds(600)

  /// Asks until there is an answer, or none is to be hoped for.
  ///
  /// - Parameter isRepeatable: Whether the call may be sent again though it may have been carried out:
  ///   true for reads and for writes that do the same a second time.
  func asking<Value>(
    isRepeatable: Bool = true, _ call: () async throws(ZohoError) -> Value
  ) async throws(ZohoError) -> Value {
    var attempt = 0
    while true {
      do throws(ZohoError) {
        return try await call()
      } catch {
        let canRepeat = error.outcome == .uncertain ? isRepeatable : error.isTransient
        guard canRepeat, error != .cancelled(wasSent: true), try await pass(after: error, attempt)
        else { throw error }
        attempt += 1
      }
    }
  }

  /// Waits as long as a failure asks for, or longer each time.
  ///
  /// - Returns: False when it was tried often enough or Zoho asks for too long a wait.
  func pass(after error: ZohoError, _ attempt: Int) async throws(ZohoError) -> Bool {
    guard attempt + 1 < tries else { return false }
    var pause = Duration.seconds(1 << attempt)
    if case .rateLimited(let retryAfter?, _, _) = error { pause = max(retryAfter, .seconds(1)) }
    guard pause <= Self.longest else { return false }
    tell("\(error.words) Waiting \(pause.components.seconds) s.")
    do {
      try await wait(pause)
    } catch {
      throw .cancelled(wasSent: false)
    }
    return true
  }
}
