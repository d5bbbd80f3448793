import FoundationEssentials

/// Zoho, as seen from here: performs requests for one signed-in user.
///
/// It renews the access token when needed and otherwise sends each request exactly once. Whether to
/// ask again after a failure is for the caller to decide, by `ZohoError.outcome` and `isTransient`.
public struct ZohoClient: Sendable {
  /// The Books organization whose records are meant; nil until one is chosen.
  public var booksOrganization: String?
  /// Which of CRM's environments is meant.
  public var environment = CRMEnvironment.production
  /// The region.
  public let dataCenter: DataCenter
  /// The access token, shared by everything that is made from this client.
  public let accessToken: AccessToken
  private let caller: Caller

  /// A client for one user.
  ///
  /// - Parameters:
  ///   - booksOrganization: The id put on every call to Books.
  ///   - store: Where the access token is kept between runs.
  ///   - now: The clock by which tokens expire.
  ///   - observe: Told of every call when it ends, token calls included.
  public init(
    credentials: Credentials, transport: Transport, store: TokenStore = .none,
    booksOrganization: String? = nil, now: @escaping @Sendable () -> Date = { Date() },
    observe: @escaping @Sendable (CallRecord) -> Void = { _ in }
  ) {
    self.booksOrganization = booksOrganization
    dataCenter = credentials.dataCenter
    caller = Caller(transport: transport, now: now, observe: observe)
    accessToken = AccessToken(credentials: credentials, store: store, caller: caller)
  }

  /// A client whose access tokens come from elsewhere, such as a program of the user's.
  ///
  /// - Parameter token: Gives a new access token, good for a minute at least.
  public init(
    dataCenter: DataCenter, transport: Transport, store: TokenStore = .none,
    booksOrganization: String? = nil, now: @escaping @Sendable () -> Date = { Date() },
    observe: @escaping @Sendable (CallRecord) -> Void = { _ in },
    token: @escaping @Sendable () async throws(ZohoError) -> IssuedToken
  ) {
    self.booksOrganization = booksOrganization
    self.dataCenter = dataCenter
    caller = Caller(transport: transport, now: now, observe: observe)
    accessToken = AccessToken(of: dataCenter, store: store, caller: caller, issue: token)
  }

  /// Performs a request.
  ///
  /// A token that Zoho no longer takes is renewed once and the request sent once more: such an answer
  /// says that nothing was done.
  public func send<Response>(
    _ request: Request<Response>
  ) async throws(ZohoError) -> Response {
    let token = try await accessToken.value()
    do throws(ZohoError) {
      return try await perform(request, with: token)
    } catch .signedOut {
      let renewed = try await accessToken.value(insteadOf: token.token)
      // Other products say so of a missing scope or a wrong organization too: show their words.
      var second = request
      second.takesRefusedToken = true
      do throws(ZohoError) {
        return try await perform(second, with: renewed)
      } catch .signedOut(let reason) where request.product == .books {
        // Books has one code for a bad token, a missing scope and a missing role; with a fresh
        // token it is one of the latter two.
        throw .scopeMissing(message: request.naming(reason))
      }
    }
  }

  private func perform<Response>(
    _ request: Request<Response>, with token: IssuedToken
  ) async throws(ZohoError) -> Response {
    let call = try httpRequest(request, api: token.api, token: token.token)
    do throws(ZohoError) {
      return try await caller.call(
        request.product, request.method, path: request.fullPath, call
      ) { reply throws(ZohoError) in
        try request.read(reply)
      }
    } catch .scopeMissing(let message) {
      throw .scopeMissing(message: request.naming(message))
    }
  }
}

extension Request {
  /// Words about a missing scope, with the scope that the call asks for.
  fileprivate func naming(_ message: String) -> String {
    scope.map { "\(message) (it needs \($0))" } ?? message
  }

  /// Tells a good answer from a bad one and reads the good one.
  func read(_ reply: Reply) throws(ZohoError) -> Response {
    let isConditional = headers.contains { $0.name == "if-modified-since" }
    let isGood =
      (200..<300).contains(reply.status) || reply.status == 304 && isConditional
    let isByRecord = answersByRecord && [400, 412].contains(reply.status)
    if product == .other, !takesRefusedToken, reply.refusesToken {
      throw .signedOut(reason: "the token was turned away")
    }
    if !isGood {
      let failure = ZohoError(reply, from: product)
      if case .signedOut = failure { throw failure }
      if !takesAnyStatus && !(isByRecord && ReplyMessage(reply.body)?.isInRows == true) {
        throw failure
      }
    }
    do {
      return try decode(reply)
    } catch let error as ZohoError {
      throw error
    } catch {
      throw .unreadable(path: reply.path, status: reply.status, reason: words(for: error))
    }
  }
}

extension ZohoClient {
  /// The request as it would go out, without a token: nothing is sent and nobody is asked.
  ///
  /// - Throws: `unsendable` when it must not go out.
  public func unsent<Response>(
    _ request: Request<Response>
  ) throws(ZohoError) -> HTTPRequest {
    try httpRequest(request, api: dataCenter.api, token: nil)
  }

  /// The request as it goes out, or `unsendable` when it must not.
  private func httpRequest<Response>(
    _ request: Request<Response>, api: String, token: Secret?
  ) throws(ZohoError) -> HTTPRequest {
    if let problem = request.problem { throw .unsendable(reason: problem) }
    var query = request.query
    if request.product == .books, request.needsOrganization {
      guard let booksOrganization, !booksOrganization.isEmpty else {
        throw .unsendable(reason: "no Books organization has been chosen")
      }
      query.append(("organization_id", booksOrganization))
    }
    var headers = request.headers
    if request.body != nil, !headers.contains(where: { $0.name == "content-type" }) {
      headers.append(("content-type", "application/json"))
    }
    for header in headers where !header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
      throw .unsendable(reason: "a control character in the header field \(header.name)")
    }
    guard PathSegment.isSafe(path: request.path), PathSegment.isSafe(path: request.fullPath) else {
      throw .unsendable(reason: "not a path of the API: \(request.path)")
    }
    return HTTPRequest(
      method: request.method.rawValue,
      url: try host(of: request, api: api) + request.fullPath + QueryText.suffix(query),
      headers: headers, token: token, body: request.body, isWrite: request.isWrite,
      maximumBytes: request.maximumBytes)
  }

  private func host<Response>(
    of request: Request<Response>, api: String
  ) throws(ZohoError) -> String {
    if request.isUpload {
      guard let host = dataCenter.upload else {
        throw .unsendable(reason: "Zoho names no host for uploads in this data centre")
      }
      return host
    }
    if let host = request.host { return dataCenter.address(of: host) }
    switch request.product {
    case .accounts: return dataCenter.accounts
    case .crm: return environment.base(of: api)
    default: return api
    }
  }
}
