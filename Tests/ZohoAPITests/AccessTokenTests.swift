import FoundationEssentials
import Synchronization
import Testing

@testable import ZohoAPI

private let users = """
  {"users":[{"id":"411","full_name":"Ann Lee","email":"ann@acme.example","status":"active"}]}
  """

@Suite("The access token", .timeLimit(.minutes(5)))
struct AccessTokenTests {
  @Test func isAskedForOnceByManyCallers() async throws {
    let zoho = FakeZoho(200, users)
    let client = zoho.client()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<40 { group.addTask { _ = try await client.send(.currentUser()) } }
      try await group.waitForAll()
    }
    #expect(zoho.tokenCalls == 1)
    #expect(zoho.requests.count == 40)
    #expect(zoho.requests.allSatisfy { $0.token == Secret("1000.access1") })
  }

  @Test func isRenewedAMinuteBeforeItDies() async throws {
    let zoho = FakeZoho(200, users)
    let client = zoho.client()
    _ = try await client.send(.currentUser())
    zoho.pass(seconds: 3539)
    _ = try await client.send(.currentUser())
    #expect(zoho.tokenCalls == 1)
    zoho.pass(seconds: 2)
    _ = try await client.send(.currentUser())
    #expect(zoho.tokenCalls == 2)
  }

  @Test(arguments: ["INVALID_TOKEN", "AUTHENTICATION_FAILURE"])
  func isRenewedOnceWhenCRMTurnsItAway(code: String) async throws {
    let zoho = FakeZoho { request, _ in
      request.token == Secret("1000.access1")
        ? .json(
          401, #"{"code":"\#(code)","details":{},"message":"invalid","status":"error"}"#)
        : .json(200, users)
    }
    let user = try await zoho.client().send(.currentUser())
    #expect(user.name == "Ann Lee")
    #expect(zoho.tokenCalls == 2)
    #expect(zoho.requests.count == 2)
  }

  @Test func isNotRenewedTwiceForOneCall() async {
    let zoho = FakeZoho(
      401,
      #"{"code":"INVALID_TOKEN","details":{},"message":"invalid oauth token","status":"error"}"#)
    let error = await failure { () throws(ZohoError) in
      _ = try await zoho.client().send(.currentUser())
    }
    #expect(error == .signedOut(reason: "invalid oauth token"))
    #expect(error?.outcome == .notExecuted)
    #expect(zoho.tokenCalls == 2)
    #expect(zoho.requests.count == 2)
  }

  @Test func ofBooksThatStaysRefusedMeansAMissingScope() async {
    let zoho = FakeZoho(
      401, #"{"code":57,"message":"You are not authorized to perform this operation"}"#)
    let error = await failure { () throws(ZohoError) in
      try await zoho.client().send(.markSent("982000000567114"))
    }
    #expect(
      error
        == .scopeMissing(
          message: "You are not authorized to perform this operation "
            + "(it needs ZohoBooks.invoices.CREATE)"))
    #expect(zoho.tokenCalls == 2)
  }

  @Test func isNotRenewedForAMissingScope() async {
    let zoho = FakeZoho(
      401,
      """
      {"code":"OAUTH_SCOPE_MISMATCH","details":{},"message":"invalid oauth scope to access this URL",
       "status":"error"}
      """)
    let error = await failure { () throws(ZohoError) in
      _ = try await zoho.client().send(.currentUser())
    }
    #expect(
      error
        == .scopeMissing(
          message: "invalid oauth scope to access this URL (it needs ZohoCRM.users.READ)"))
    #expect(zoho.tokenCalls == 1)
  }

  @Test func isSentAsAFormWithTheRefreshToken() async throws {
    let forms = Mutex<[String]>([])
    let zoho = FakeZoho(200, users)
    let network = zoho.transport
    let client = zoho.client(
      transport: Transport(send: { request in
        if request.url == "https://accounts.zoho.eu/oauth/v2/token" {
          forms.withLock { $0.append(request.text) }
        }
        return try await network.send(request)
      }))
    _ = try await client.send(.currentUser())
    #expect(
      forms.withLock { $0 } == [
        "grant_type=refresh_token&client_id=1000.CLIENT&client_secret=canary-secret"
          + "&refresh_token=canary-refresh"
      ])
  }

  @Test func ofTheStoreIsUsedBeforeANewOneIsAskedFor() async throws {
    let zoho = FakeZoho(200, users)
    let kept = IssuedToken(
      token: Secret("1000.kept"), expires: zoho.now + 900, api: "https://www.zohoapis.eu")
    let client = zoho.client(store: TokenStore(load: { kept }, save: { _ in }))
    _ = try await client.send(.currentUser())
    #expect(zoho.tokenCalls == 0)
    #expect(zoho.requests.map(\.token) == [Secret("1000.kept")])
  }

  @Test func isKeptInTheStore() async throws {
    let saved = Mutex<[IssuedToken]>([])
    let zoho = FakeZoho(200, users)
    let store = TokenStore(
      load: { nil }, save: { token in saved.withLock { $0.append(token) } })
    _ = try await zoho.client(store: store).send(.currentUser())
    #expect(
      saved.withLock { $0 } == [
        IssuedToken(
          token: Secret("1000.access1"), expires: zoho.now + 3600,
          api: "https://www.zohoapis.eu")
      ])
  }
}

@Suite("What the sign-in server may answer", .timeLimit(.minutes(5)))
struct TokenReplyTests {
  private func failureAfter(
    _ status: Int, _ body: String, tries: Int = 1, wait: Double = 0
  ) async -> (error: ZohoError?, calls: Int) {
    let zoho = FakeZoho(200, users)
    let calls = Mutex(0)
    let client = zoho.client(
      transport: Transport(send: { _ in
        calls.withLock { $0 += 1 }
        return .json(status, body)
      }))
    var error: ZohoError?
    for _ in 0..<tries {
      error = await failure { () throws(ZohoError) in
        try await client.send(.markSent("1"))
      }
      zoho.pass(seconds: wait)
    }
    return (error, calls.withLock { $0 })
  }

  @Test(arguments: ["invalid_code", "invalid_client", "invalid_client_secret"])
  func anErrorWithStatus200SignsOut(word: String) async {
    let (error, calls) = await failureAfter(200, #"{"error":"\#(word)"}"#)
    #expect(error == .signedOut(reason: word))
    #expect(calls == 1)
  }

  @Test func accessDeniedIsALimitAndIsNotAskedAgainForTenMinutes() async {
    let body = """
      {"error_description":"You have made too many requests continuously.",
       "error":"Access Denied","status":"failure"}
      """
    let (error, calls) = await failureAfter(400, body, tries: 5, wait: 100)
    #expect(
      error
        == .rateLimited(
          retryAfter: .seconds(600), code: "Access Denied",
          message: "You have made too many requests continuously."))
    #expect(error?.outcome == .notExecuted)
    #expect(calls == 1)
    #expect(await failureAfter(200, body, tries: 3, wait: 700).calls == 3)
  }

  @Test(arguments: [
    (502, "<html><body>Bad gateway</body></html>"), (200, ""), (200, #"{"access_to"#),
    (200, #"{"token_type":"Bearer"}"#), (200, #"{"access_token":""}"#),
  ])
  func rubbishMeansThatNothingOfOursWasSent(status: Int, body: String) async {
    let (error, _) = await failureAfter(status, body)
    guard case .offline(_, wasSent: false) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.outcome == .notSent)
  }

  @Test func aBrokenConnectionToTheSignInServerLeavesTheWriteUnsent() async {
    let zoho = FakeZoho(200, users)
    let client = zoho.client(
      transport: Transport(send: { _ in
        throw TransportError(reason: "reset", wasSent: true)
      }))
    let error = await failure { () throws(ZohoError) in
      try await client.send(.markSent("1"))
    }
    #expect(error == .offline(reason: "the sign-in server: reset", wasSent: false))
  }

  @Test func aForgedAPIHostIsNeverDialled() async {
    let zoho = FakeZoho(200, users)
    let dialled = Mutex<[String]>([])
    let client = zoho.client(
      transport: Transport(send: { request in
        dialled.withLock { $0.append(request.url) }
        return .json(
          200,
          #"{"access_token":"t","api_domain":"https://www.zohoapis.eu.evil.example"}"#)
      }))
    let error = await failure { () throws(ZohoError) in
      _ = try await client.send(.currentUser())
    }
    #expect(
      error
        == .unsendable(
          reason: "the sign-in server named an API host that is not Zoho's: "
            + "https://www.zohoapis.eu.evil.example"))
    #expect(dialled.withLock { $0 } == ["https://accounts.zoho.eu/oauth/v2/token"])
  }
}
