import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOPosix
import NIOSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Transport {
  /// The network, over HTTP/1.1 with TLS verified, for Zoho and for a server on this machine.
  ///
  /// Reads share connections. A write gets one of its own, closed after it: a connection kept open
  /// may be closed by the server just as a request leaves, and then nobody can tell what happened.
  /// Connections are let go of with the transport; `close` waits until they are.
  ///
  /// - Parameters:
  ///   - connectTimeout: How long to wait for a connection.
  ///   - deadline: How long a whole call may take.
  public static func live(
    connectTimeout: Duration = .seconds(5), deadline: Duration = .seconds(30)
  ) -> Transport {
    let connections = Connections(.zoho(connectTimeout: connectTimeout, deadline: deadline))
    return Transport(
      send: { request in
        let client = request.isWrite ? connections.writer : connections.reader
        return try await answer(to: request, over: client, within: deadline)
      },
      close: { await Connections.close(connections.reader, connections.writer) })
  }
}

/// The two clients of a transport. They want to be shut down before they go, so it sees to that.
private final class Connections: Sendable {
  let reader: HTTPClient
  let writer: HTTPClient

  init(_ configuration: HTTPClient.Configuration) {
    reader = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    writer = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  deinit {
    Task { [reader, writer] in await Self.close(reader, writer) }
  }

  static func close(_ clients: HTTPClient...) async {
    for client in clients {
      // It is closed already, or nothing can be done about it: nobody uses it any more.
      try? await client.shutdown()
    }
  }
}

extension HTTPClient.Configuration {
  fileprivate static func zoho(
    connectTimeout: Duration, deadline: Duration
  ) -> HTTPClient.Configuration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow,
      timeout: .init(connect: .init(connectTimeout), read: .init(deadline)),
      decompression: .enabled(limit: .size(64 << 20)))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    return configuration
  }
}

extension Transport {
  /// Sends once and collects the whole answer, or throws `TransportError`.
  private static func answer(
    to request: HTTPRequest, over client: HTTPClient, within deadline: Duration
  ) async throws -> HTTPResponse {
    let work = Task { try await wholeAnswer(to: request, over: client, within: deadline) }
    // An event loop forgets an alarm that is cancelled; a task that sleeps would wake up all the same.
    let alarm = client.eventLoopGroup.any().scheduleTask(in: .init(deadline)) { work.cancel() }
    defer { alarm.cancel() }
    do {
      return try await withTaskCancellationHandler {
        try await work.value
      } onCancel: {
        work.cancel()
      }
    } catch {
      let failure = TransportError(error)
      guard failure.isCancelled, !Task.isCancelled else { throw failure }
      throw TransportError(reason: "no whole answer in \(deadline)", wasSent: true)
    }
  }

  private static func wholeAnswer(
    to request: HTTPRequest, over client: HTTPClient, within deadline: Duration
  ) async throws -> HTTPResponse {
    let response = try await client.execute(
      HTTPClientRequest(request), timeout: .init(deadline))
    let body = try await response.body.collect(upTo: request.maximumBytes)
    return HTTPResponse(
      status: Int(response.status.code),
      headers: response.headers.map { (name: $0.name, value: $0.value) },
      body: Data(body.readableBytesView))
  }
}

extension HTTPClientRequest {
  fileprivate init(_ request: HTTPRequest) {
    self.init(url: request.url)
    method = .RAW(value: request.method)
    headers.add(name: "user-agent", value: "fairlead")
    headers.add(name: "accept-encoding", value: "gzip")
    for header in request.headers { headers.add(name: header.name, value: header.value) }
    if let token = request.token {
      headers.add(name: "authorization", value: "Zoho-oauthtoken \(token.revealed)")
    }
    if request.isWrite { headers.add(name: "connection", value: "close") }
    if let data = request.body { body = .bytes(ByteBuffer(bytes: data)) }
  }
}

extension TransportError {
  /// What an error of the network stack means. Only those that come before the first byte of the
  /// request count as not sent; whatever is not known here counts as sent.
  fileprivate init(_ error: any Error) {
    switch error {
    case let error as NIOConnectionError:
      self.init(reason: "cannot reach \(error.host):\(error.port)", wasSent: false)
    case let error as IOError where error.errnoCode == ECONNREFUSED:
      self.init(reason: "nobody listens there", wasSent: false)
    case let error as HTTPClientError where Self.beforeSending.contains(error):
      self.init(reason: error.shortDescription, wasSent: false)
    case let error as HTTPClientError where error == .cancelled:
      self.init(reason: "cancelled", wasSent: true, isCancelled: true)
    case let error as HTTPClientError:
      self.init(reason: error.shortDescription, wasSent: true)
    case NIOSSLError.handshakeFailed, is NIOSSLExtraError:
      self.init(reason: "no trusted connection: \(error)", wasSent: false)
    case is CancellationError:
      self.init(reason: "cancelled", wasSent: true, isCancelled: true)
    case is NIOTooManyBytesError:
      self.init(reason: "the answer is too long", wasSent: true)
    default: self.init(reason: "the connection broke: \(error)", wasSent: true)
    }
  }

  private static let beforeSending: [HTTPClientError] = [
    .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidURL, .emptyHost,
    .emptyScheme, .alreadyShutdown,
  ]
}

extension TimeAmount {
  fileprivate init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
