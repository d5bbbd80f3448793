import FoundationEssentials

/// The access token of one user: made when first needed, renewed before it dies, and never twice at
/// once however many callers wait for it.
///
/// The refresh token is only read, never dropped: an answer that refuses it may be a mistake.
///
/// <https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html>
public actor AccessToken {
  private let dataCenter: DataCenter
  private let store: TokenStore
  private let issue: @Sendable () async throws(ZohoError) -> IssuedToken
  private let caller: Caller
  private var current: IssuedToken?
  private var renewal: Task<Void, Never>?
  private var lastRenewal: Result<IssuedToken, ZohoError>?
  private var refusal: (error: ZohoError, until: Date)?

  /// - Parameter issue: Gets a new token from where they come from.
  init(
    of dataCenter: DataCenter, store: TokenStore, caller: Caller,
    issue: @escaping @Sendable () async throws(ZohoError) -> IssuedToken
  ) {
    self.dataCenter = dataCenter
    self.store = store
    self.caller = caller
    self.issue = issue
  }

  /// The access token of a user with a refresh token.
  init(credentials: Credentials, store: TokenStore, caller: Caller) {
    let dataCenter = credentials.dataCenter
    self.init(of: dataCenter, store: store, caller: caller) { () async throws(ZohoError) in
      let reply = try await TokenGrant.refresh(credentials).issue(at: dataCenter, caller)
      return try reply.issued(by: dataCenter, at: caller.now())
    }
  }

  /// A token that is good for another minute at least.
  ///
  /// - Parameter stale: A token that Zoho has turned away: any other one is wanted.
  /// - Throws: `signedOut` when Zoho refuses the refresh token, `rateLimited` when it has made too
  ///   many, `offline` when the sign-in server gave no usable answer.
  public func value(insteadOf stale: Secret? = nil) async throws(ZohoError) -> IssuedToken {
    if let current, isUsable(current, insteadOf: stale) { return current }
    let renewal = self.renewal ?? begin(insteadOf: stale)
    await renewal.value
    guard let lastRenewal else {
      throw .offline(reason: "the access token is being renewed elsewhere", wasSent: false)
    }
    return try lastRenewal.get()
  }

  private func isUsable(_ issued: IssuedToken, insteadOf stale: Secret?) -> Bool {
    issued.token != stale && issued.expires.timeIntervalSince(caller.now()) > 60
  }

  private func begin(insteadOf stale: Secret?) -> Task<Void, Never> {
    lastRenewal = nil
    let task = Task {
      await store.exclusively { await self.renew(insteadOf: stale) }
      self.renewal = nil
    }
    renewal = task
    return task
  }

  /// Takes the kept token when another process has renewed it, else asks for one.
  private func renew(insteadOf stale: Secret?) async {
    if let kept = await store.load(), isUsable(kept, insteadOf: stale),
      (try? dataCenter.apiBase(named: kept.api)) != nil
    {
      current = kept
      lastRenewal = .success(kept)
      return
    }
    if let refusal, caller.now() < refusal.until {
      lastRenewal = .failure(refusal.error)
      return
    }
    if let until = await store.pausedUntil(), caller.now() < until {
      lastRenewal = .failure(Self.throttled(for: until.timeIntervalSince(caller.now())))
      return
    }
    do throws(ZohoError) {
      let issued = try await issue()
      refusal = nil
      current = issued
      await store.save(issued)
      lastRenewal = .success(issued)
    } catch {
      await remember(error)
      lastRenewal = .failure(error)
    }
  }

  /// A refusal is not asked for again at once: asking is what the sign-in server counts. Too many
  /// questions were asked by all processes together, so all of them stop.
  private func remember(_ error: ZohoError) async {
    switch error {
    case .rateLimited(let wait, _, _):
      let seconds = max(600, wait.map { Double($0.components.seconds) } ?? 0)
      let until = caller.now().addingTimeInterval(seconds)
      refusal = (error, until)
      await store.pause(until)
    case .signedOut: refusal = (error, caller.now().addingTimeInterval(60))
    default: break
    }
  }

  private static func throttled(for seconds: Double) -> ZohoError {
    .rateLimited(
      retryAfter: .seconds(Int64(seconds.rounded(.up))), code: "Access Denied",
      message: "the sign-in server gave no more access tokens for now")
  }
}
