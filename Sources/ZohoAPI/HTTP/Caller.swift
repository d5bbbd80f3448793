import FoundationEssentials

/// Performs one HTTP call and reports what became of it.
struct Caller: Sendable {
  let transport: Transport
  let now: @Sendable () -> Date
  let observe: @Sendable (CallRecord) -> Void

  /// Sends a request once; `read` tells a good answer from a bad one.
  func call<Response>(
    _ product: Product, _ method: Method, path: String, _ request: HTTPRequest,
    read: (Reply) throws(ZohoError) -> Response
  ) async throws(ZohoError) -> Response {
    let started = now()
    var reply: Reply?
    var failure: ZohoError?
    defer {
      observe(
        CallRecord(
          product: product, method: method, path: path, started: started,
          duration: .milliseconds(Int64(max(0, now().timeIntervalSince(started)) * 1000)),
          status: reply?.status, creditsRemaining: reply?.creditsRemaining,
          serverTime: reply?.serverTime, failure: failure))
    }
    do throws(ZohoError) {
      let answer = Reply(try await response(to: request), path: path)
      reply = answer
      return try read(answer)
    } catch {
      failure = error
      throw error
    }
  }

  private func response(to request: HTTPRequest) async throws(ZohoError) -> HTTPResponse {
    guard !Task.isCancelled else { throw .cancelled(wasSent: false) }
    do {
      return try await transport.send(request)
    } catch let error as TransportError {
      throw error.isCancelled
        ? .cancelled(wasSent: error.wasSent)
        : .offline(reason: error.reason, wasSent: error.wasSent)
    } catch is CancellationError {
      throw .cancelled(wasSent: true)
    } catch {
      throw .offline(reason: "\(error)", wasSent: true)
    }
  }
}
