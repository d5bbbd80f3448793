import FoundationEssentials

/// The access token of one user: made when first needed, renewed before it dies, and never twice at
/// once however many callers wait for it.
///
/// The refresh token is only read, never dropped: an answer that refuses it may be a mistake.
///
/// <https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html>
public actor AccessToken {
  private let credentials: Credentials
  private let store: TokenStore
  private let caller: Caller
  private var current: IssuedToken?
  private var renewal: Task<Void, Never>?
  private var lastRenewal: Result<IssuedToken, ZohoError>?
  private var refusal: (error: ZohoError, until: Date)?

  init(credentials: Credentials, store: TokenStore, caller: Caller) {
    self.credentials = credentials
    self.store = store
    self.caller = caller
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
      (try? credentials.dataCenter.apiBase(named: kept.api)) != nil
    {
      current = kept
      lastRenewal = .success(kept)
      return
    }
    if let refusal, caller.now() < refusal.until {
      lastRenewal = .failure(refusal.error)
      return
    }
    do throws(ZohoError) {
      let issued = try await ask()
      refusal = nil
      current = issued
      await store.save(issued)
      lastRenewal = .success(issued)
    } catch {
      remember(error)
      lastRenewal = .failure(error)
    }
  }

  /// A refusal is not asked for again at once: asking is what the sign-in server counts.
  private func remember(_ error: ZohoError) {
    switch error {
    case .rateLimited(let wait, _, _):
      let seconds = max(600, wait.map { Double($0.components.seconds) } ?? 0)
      refusal = (error, caller.now().addingTimeInterval(seconds))
    case .signedOut: refusal = (error, caller.now().addingTimeInterval(60))
    default: break
    }
  }

  private func ask() async throws(ZohoError) -> IssuedToken {
    let grant = TokenGrant.refresh(credentials)
    let reply = try await grant.issue(at: credentials.dataCenter, caller)
    return try reply.issued(by: credentials.dataCenter, at: caller.now())
  }
}
