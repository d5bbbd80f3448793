import FoundationEssentials

/// An answer of Zoho that is about to be read.
public struct Reply: Sendable {
  /// The path that was asked, for messages.
  public let path: String
  /// The HTTP status.
  public let status: Int
  /// The header fields, in the order in which they came.
  public let headers: [(name: String, value: String)]
  /// The media type without parameters, in small letters; empty when none was given.
  public let contentType: String
  /// The body.
  public let body: Data
  /// The server's clock (header `Date`).
  public let serverTime: Date?
  /// The credits CRM says are left today. It says so only once half of them are used.
  public let creditsRemaining: Int?
  /// How long to wait, when the server says so.
  public let retryAfter: Duration?

  /// The facts of an HTTP answer.
  public init(_ response: HTTPResponse, path: String) {
    self.path = path
    status = response.status
    headers = response.headers
    body = response.body
    let type = response.header("content-type") ?? ""
    contentType = String(type.prefix { $0 != ";" && $0 != " " }).lowercased()
    serverTime = response.header("date").flatMap(HTTPDate.parse)
    creditsRemaining = response.header("x-api-credits-remaining").flatMap { Int($0) }
    let now = serverTime
    retryAfter = response.header("retry-after").flatMap { text in
      if let seconds = Int(text) { return .seconds(max(0, min(seconds, 86_400))) }
      guard let date = HTTPDate.parse(text), let now else { return nil }
      return .seconds(max(0, min(date.timeIntervalSince(now), 86_400)))
    }
  }

  /// Whether there is nothing to read: no content, or nothing newer than was asked for.
  public var isEmpty: Bool { status == 204 || status == 304 }

  /// Whether the access token was turned away. Projects says so with the status 400.
  var refusesToken: Bool {
    status == 401
      || status == 400 && body.count < 4096
        && String(decoding: body, as: UTF8.self).contains("INVALID_OAUTHTOKEN")
  }
}

/// What became of one call, for the log screen and the display of the quota. It holds no secret.
public struct CallRecord: Hashable, Sendable {
  /// Whose API was called.
  public let product: Product
  /// The method.
  public let method: Method
  /// The path, without its query.
  public let path: String
  /// When it began, by our clock.
  public let started: Date
  /// How long it took.
  public let duration: Duration
  /// The HTTP status; nil when no answer came.
  public let status: Int?
  /// The credits CRM says are left today, when it says so.
  public let creditsRemaining: Int?
  /// The server's clock.
  public let serverTime: Date?
  /// Why it failed; nil when it did not.
  public let failure: ZohoError?

  /// What became of one call.
  public init(
    product: Product, method: Method, path: String, started: Date, duration: Duration,
    status: Int?, creditsRemaining: Int? = nil, serverTime: Date? = nil,
    failure: ZohoError? = nil
  ) {
    self.product = product
    self.method = method
    self.path = path
    self.started = started
    self.duration = duration
    self.status = status
    self.creditsRemaining = creditsRemaining
    self.serverTime = serverTime
    self.failure = failure
  }
}
