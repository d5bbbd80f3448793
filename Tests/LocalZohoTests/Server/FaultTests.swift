import FoundationEssentials
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct FaultTests {
  @Test func aReplyCanBeReplacedForSoManyCalls() async throws {
    let fault = Fault(
      .reply(status: 500, contentType: "text/html", body: "<h1>Oops</h1>", headers: ["X-A": "b"]),
      method: "GET", pathPrefix: "/oauth", skipping: 1, count: 2)
    try await TestServer.run(faults: [fault]) { zoho async throws in
      var statuses: [Int?] = []
      for _ in 1...4 { statuses.append(try await zoho.send("GET", "/oauth/serverinfo").status) }
      #expect(statuses == [200, 500, 500, 200])
    }
  }

  @Test func anAppliedCallCanLoseItsReply() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      zoho.server.inject(Fault(.applyThenDrop, pathPrefix: "/oauth/v2/token/revoke"))
      let lost = try await zoho.send(
        "POST", "/oauth/v2/token/revoke?token=\(zoho.connection.refreshToken)")
      #expect(lost.status == nil)
      #expect(try await zoho.get("/crm/v8/org", token: token).status == 401)
    }
  }

  @Test func aCallCanBeLostBeforeItIsApplied() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      zoho.server.inject(Fault(.drop, pathPrefix: "/oauth/v2/token/revoke"))
      let lost = try await zoho.send(
        "POST", "/oauth/v2/token/revoke?token=\(zoho.connection.refreshToken)")
      #expect(lost.status == nil)
      #expect(try await zoho.get("/crm/v8/org", token: token).status == 200)
    }
  }

  @Test func aLostCallCanBeAppliedLater() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      zoho.server.inject(Fault(.dropThenApply(milliseconds: 1), pathPrefix: "/oauth/v2/token/rev"))
      let lost = try await zoho.send(
        "POST", "/oauth/v2/token/revoke?token=\(zoho.connection.refreshToken)")
      #expect(lost.status == nil)
      while try await zoho.get("/crm/v8/org", token: token).status == 200 {}
      #expect(try await zoho.get("/crm/v8/org", token: token).status == 401)
    }
  }

  @Test func aDelayedCallIsAnsweredAsUsual() async throws {
    try await TestServer.run(faults: [Fault(.delay(milliseconds: 1))]) { zoho async throws in
      #expect(try await zoho.send("GET", "/oauth/serverinfo").json["result"] == "success")
    }
  }

  @Test func aReplyCanBeCutShort() async throws {
    try await TestServer.run(faults: [Fault(.cut(afterBytes: 9), pathPrefix: "/oauth")]) {
      zoho async throws in
      let cut = try await zoho.send("GET", "/oauth/serverinfo")
      #expect(cut.status == 200)
      #expect(cut.body == #"{"result""#)
      #expect((cut.headers["content-length"].flatMap { Int($0) } ?? 0) > 9)
      #expect(try await zoho.send("GET", "/oauth/serverinfo").json["result"] == "success")
    }
  }

  @Test func aGoodTokenCanBeRefusedOnce() async throws {
    try await TestServer.run(faults: [Fault(.invalidToken, pathPrefix: "/books")]) {
      zoho async throws in
      let token = try await zoho.accessToken()
      let refused = try await zoho.get("/books/v3/x", token: token)
      #expect(refused.status == 401)
      #expect(refused.json["code"] == 57)
      #expect(try await zoho.get("/books/v3/x", token: token).status == 404)
    }
  }

  @Test func faultsCanBeAskedForOverHTTP() async throws {
    try await TestServer.run { zoho async throws in
      let asked = try await zoho.send(
        "POST", "/_local/faults",
        body: #"{"fault":"reply","status":429,"body":"{}","path":"/oauth","count":2}"#)
      #expect(asked.status == 201)
      #expect(try await zoho.send("GET", "/oauth/serverinfo").status == 429)
      #expect(try await zoho.send("DELETE", "/_local/faults").status == 204)
      #expect(try await zoho.send("GET", "/oauth/serverinfo").status == 200)
    }
  }

  @Test(arguments: [
    #"{"fault":"explode"}"#, #"{"fault":"cut"}"#, #"{"fault":"reply","status":"500"}"#,
    #"{"fault":"reply","status":99}"#, #"{"fault":"drop","count":-1}"#, "not json", "",
  ])
  func aWrongFaultIsRefusedWithItsReason(body: String) async throws {
    try await TestServer.run { zoho async throws in
      let refused = try await zoho.send("POST", "/_local/faults", body: body)
      #expect(refused.status == 400)
      #expect(!refused.json["error"].text.isEmpty)
      #expect(try await zoho.send("GET", "/_local/faults").json["pending"] == 0)
    }
  }
}
