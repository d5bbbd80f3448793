import FoundationEssentials

/// One HTTP call as it goes out.
public struct HTTPRequest: Sendable {
  /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
  public var method: String
  /// The whole address.
  public var url: String
  /// The header fields, without the token.
  public var headers: [(name: String, value: String)]
  /// The token, sent as `Authorization: Zoho-oauthtoken …`.
  public var token: Secret?
  /// What is sent.
  public var body: Data?
  /// Whether it changes something at Zoho: such a call gets a connection of its own.
  public var isWrite: Bool
  /// How long the answer may be, in bytes.
  public var maximumBytes: Int

  /// A call to that address.
  public init(
    method: String, url: String, headers: [(name: String, value: String)] = [],
    token: Secret? = nil, body: Data? = nil, isWrite: Bool, maximumBytes: Int
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.token = token
    self.body = body
    self.isWrite = isWrite
    self.maximumBytes = maximumBytes
  }
}

extension HTTPRequest: CustomStringConvertible, CustomReflectable {
  /// The method and the address without its query: bodies and queries may hold secrets.
  public var description: String { "\(method) \(url.prefix { $0 != "?" })" }

  /// A mirror without children, for the same reason.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What came back.
public struct HTTPResponse: Sendable {
  /// The HTTP status.
  public var status: Int
  /// The header fields, in the order in which they came.
  public var headers: [(name: String, value: String)]
  /// The whole body, decompressed.
  public var body: Data

  /// An answer.
  public init(status: Int, headers: [(name: String, value: String)] = [], body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header field of that name, whatever its case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// Why no whole answer came.
public struct TransportError: Error, Hashable, Sendable {
  /// What happened, for people.
  public let reason: String
  /// Whether any byte of the request may have left. False only when that is certain.
  public let wasSent: Bool
  /// Whether it was our own doing.
  public let isCancelled: Bool

  /// A call without a whole answer.
  public init(reason: String, wasSent: Bool, isCancelled: Bool = false) {
    self.reason = reason
    self.wasSent = wasSent
    self.isCancelled = isCancelled
  }
}

/// The way to the network: one closure, so that a test can stand in for Zoho.
///
/// It sends a request exactly once: no second try, no redirect followed.
public struct Transport: Sendable {
  /// Sends a request and collects the answer. It throws `TransportError`; any other error counts as
  /// one after the request was sent.
  public var send: @Sendable (HTTPRequest) async throws -> HTTPResponse
  /// Lets go of connections. Nothing can be sent afterwards.
  public var close: @Sendable () async -> Void

  /// A way to the network.
  public init(
    send: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse,
    close: @escaping @Sendable () async -> Void = {}
  ) {
    self.send = send
    self.close = close
  }
}
