import FoundationEssentials

/// Carries what this server posts to others: after the change itself, beside the calls, and one
/// after the other.
final class Courier: Sendable {
  /// Finds out what is to be sent.
  typealias Errand = @Sendable () throws -> [OutgoingPost]

  private let errands: AsyncStream<Errand>.Continuation
  private let running: Task<Void, Never>

  /// - Parameters:
  ///   - deliver: sends one; an error is written to the log, and the next is sent.
  init(
    workers: any Workers, log: @escaping @Sendable (String) -> Void,
    deliver: @escaping @Sendable (OutgoingPost) async throws -> Void
  ) {
    let (stream, errands) = AsyncStream<Errand>.makeStream()
    self.errands = errands
    running = Task {
      for await errand in stream {
        do {
          for post in try await workers.run(errand) {
            do {
              try await deliver(post)
            } catch {
              log("POST \(post.url): \(error)")
            }
          }
        } catch {
          log("callbacks: \(error)")
        }
      }
    }
  }

  /// Goes when what was asked before is done.
  func run(_ errand: @escaping Errand) { errands.yield(errand) }

  /// Goes after some seconds.
  func run(after seconds: Double, _ errand: @escaping Errand) {
    guard seconds > 0 else { return run(errand) }
    let errands = errands
    Task {
      try await Task.sleep(for: .seconds(seconds))
      errands.yield(errand)
    }
  }

  /// Sends nothing any more.
  func stop() {
    errands.finish()
    running.cancel()
  }
}
