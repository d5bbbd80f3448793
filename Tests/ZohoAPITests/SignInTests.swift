import FoundationEssentials
import Synchronization
import Testing

@testable import ZohoAPI

@Suite("Signing in", .timeLimit(.minutes(5)))
struct SignInTests {
  private func signIn(
    _ answers: String...
  ) -> SignIn {
    let left = Mutex(answers)
    return SignIn(
      dataCenter: .eu, clientID: "1000.C", clientSecret: Secret("s"),
      transport: Transport(send: { request in
        .json(200, left.withLock { $0.isEmpty ? "" : $0.removeFirst() })
      }), now: { Date(timeIntervalSince1970: 1000) })
  }

  private static let granted = """
    {"access_token":"1000.a","refresh_token":"1000.r","scope":"ZohoCRM.modules.ALL",
     "api_domain":"https://www.zohoapis.eu","token_type":"Bearer","expires_in":3600}
    """

  @Test func aCodeOfASelfClientBecomesCredentials() async throws {
    let grant = try await signIn(Self.granted).exchange(code: Secret("1000.code"))
    #expect(grant.credentials.refreshToken == Secret("1000.r"))
    #expect(grant.credentials.dataCenter == .eu)
    #expect(
      grant.token
        == IssuedToken(
          token: Secret("1000.a"), expires: Date(timeIntervalSince1970: 4600),
          api: "https://www.zohoapis.eu"))
    #expect(grant.scope == "ZohoCRM.modules.ALL")
  }

  @Test func aUsedCodeIsRefusedInZohosWord() async {
    await #expect(throws: ZohoError.signedOut(reason: "invalid_code")) {
      _ = try await signIn(#"{"error":"invalid_code"}"#).exchange(code: Secret("x"))
    }
  }

  @Test func withoutConsentThereIsNoRefreshToken() async {
    await #expect(
      throws: ZohoError.signedOut(
        reason: "Zoho gave no refresh token: ask again with consent")
    ) {
      _ = try await signIn(#"{"access_token":"1000.a","expires_in":3600}"#)
        .exchange(code: Secret("x"))
    }
  }

  @Test func aDeviceWaitsForItsUser() async throws {
    let signIn = signIn(
      """
      {"user_code":"ABC-DEF","device_code":"1004.d","verification_url":"https://accounts.zoho.eu/d",
       "interval":5000,"expires_in":300000}
      """,
      #"{"error":"authorization_pending"}"#, #"{"error":"slow_down"}"#,
      #"{"error":"other_dc","user_location":"in"}"#, Self.granted,
      #"{"error":"access_denied"}"#, #"{"error":"other_dc","dc":"evil.example"}"#)
    let code = try await signIn.begin(scopes: ["ZohoCRM.modules.ALL"])
    #expect(code.userCode == "ABC-DEF")
    #expect(code.interval == .seconds(5))
    #expect(code.lifetime == .seconds(300))
    #expect(try await signIn.poll(code) == .pending)
    #expect(try await signIn.poll(code) == .tooFast)
    let india = try #require(DataCenter("in"))
    #expect(try await signIn.poll(code) == .elsewhere(india))
    guard case .granted(let grant) = try await signIn.poll(code, at: india) else {
      Issue.record("not granted")
      return
    }
    #expect(grant.credentials.refreshToken == Secret("1000.r"))
    #expect(grant.credentials.dataCenter == india)
    await #expect(throws: ZohoError.signedOut(reason: "access_denied")) {
      _ = try await signIn.poll(code)
    }
    await #expect(
      throws: ZohoError.unsendable(
        reason: "the user belongs to a region that is not known: evil.example")
    ) { _ = try await signIn.poll(code) }
  }
}
