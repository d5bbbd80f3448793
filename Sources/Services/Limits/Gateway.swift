import AppCore
import FoundationEssentials
import ZohoAPI

/// The one way from the services to Zoho: within the limits, and with a second try for what only
/// reads. Writes are sent once; whether to send one again is for the journal's rules.
public struct Gateway: Sendable {
  /// The client, once there is a server to talk to.
  let client: @Sendable () async throws(ZohoError) -> ZohoClient
  let limiter: Limiter
  let clock: TimeSource
  let random: Randomness
  /// Told after each call what is left of the quotas.
  let quotaChanged: @Sendable (Quota) -> Void
  /// Told when somebody who waits in front of the screen is held back, for how many seconds.
  let held: @Sendable (Int) -> Void

  /// How often a read is tried.
  private static let tries = 3
  /// For how many seconds a product is left alone when Zoho asks for it and does not say how long;
  /// doubled before use, and again with each try.
  private static let quietWait: Int64 = 5

  /// Performs a request.
  ///
  /// - Throws: What the last try threw.
  public func send<Response>(
    _ request: Request<Response>, _ priority: Priority
  ) async throws(ZohoError) -> Response {
    var attempt = 1
    while true {
      try await wait(for: request.product, priority)
      do throws(ZohoError) {
        let response = try await call(request)
        await tellQuota(request.product)
        return response
      } catch {
        await tellQuota(request.product)
        if case .rateLimited(let wait, _, _) = error {
          // Zoho seldom says for how long; its windows are a minute.
          await limiter.pause(request.product, for: wait ?? .seconds(Self.quietWait << attempt))
        }
        guard !request.isWrite, error.isTransient, attempt < Self.tries, !Task.isCancelled else {
          throw error
        }
        try await rest(after: attempt)
        attempt += 1
      }
    }
  }

  /// One call, once there is a place for it.
  private func call<Response>(
    _ request: Request<Response>
  ) async throws(ZohoError) -> Response {
    let client = try await client()
    await limiter.enter(request.product)
    do throws(ZohoError) {
      let response = try await client.send(request)
      await limiter.leave(request.product)
      return response
    } catch {
      await limiter.leave(request.product)
      throw error
    }
  }

  /// The pages of a list, each fetched within the limits when it is asked for.
  func pages<Row>(_ list: List<Row>, _ priority: Priority) -> Pages<Row> {
    list.pages { request throws(ZohoError) in try await send(request, priority) }
  }

  private func wait(for product: Product, _ priority: Priority) async throws(ZohoError) {
    do {
      try await limiter.acquire(product, priority) { seconds in
        if priority == .interactive || priority == .write { held(seconds) }
      }
    } catch {
      throw .cancelled(wasSent: false)
    }
  }

  /// A random rest before the next try, longer each time, so that many clients do not come back at
  /// once.
  private func rest(after attempt: Int) async throws(ZohoError) {
    let longest = UInt64(250) << UInt64(attempt)
    do {
      try await clock.sleep(.milliseconds(Int64(random.next() % longest)))
    } catch {
      throw .cancelled(wasSent: false)
    }
  }

  private func tellQuota(_ product: Product) async {
    guard product == .books else { return }
    quotaChanged(Quota(booksUsed: await limiter.booksUsed(), booksLimit: Limiter.booksLimit))
  }
}

extension Gateway {
  /// The way to Zoho of a program without a screen.
  ///
  /// - Parameter held: Told when a call has to wait, for how many seconds.
  public init(
    client: ZohoClient, clock: TimeSource, held: @escaping @Sendable (Int) -> Void
  ) {
    self.init(
      client: { () async throws(ZohoError) in client }, limiter: Limiter(clock: clock),
      clock: clock, random: .system, quotaChanged: { _ in }, held: held)
  }
}
