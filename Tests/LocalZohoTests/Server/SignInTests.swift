import FoundationEssentials
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct SignInTests {
  @Test func aRefreshTokenGivesAnAccessTokenForAnHour() async throws {
    try await TestServer.run { zoho async throws in
      let reply = try await zoho.refresh()
      #expect(reply.status == 200)
      #expect(reply.headers["content-type"] == "application/json;charset=UTF-8")
      #expect(reply.json["token_type"] == "Bearer")
      #expect(reply.json["expires_in"] == 3600)
      #expect(reply.json["api_domain"]?.stringValue == zoho.connection.url)
      #expect(reply.json["refresh_token"] == nil)
      #expect(reply.json["scope"].text.contains("ZohoCRM.modules.ALL "))

      let token = reply.json["access_token"].text
      #expect(token.hasPrefix("1000."))
      #expect(try await zoho.get("/crm/v8/org", token: token).status == 200)
      zoho.clock.advance(seconds: 3600)
      let late = try await zoho.get("/crm/v8/Deals", token: token)
      #expect(late.status == 401)
      #expect(
        late.body
          == #"{"code":"INVALID_TOKEN","details":{},"message":"invalid oauth token","status":"error"}"#
      )
    }
  }

  @Test func theFormMayBeMultipart() async throws {
    try await TestServer.run { zoho async throws in
      let fields = [
        ("grant_type", "refresh_token"), ("client_id", zoho.connection.clientID),
        ("client_secret", zoho.connection.clientSecret),
        ("refresh_token", zoho.connection.refreshToken),
      ]
      let parts = fields.map { name, value in
        "--X\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
      }
      let reply = try await zoho.send(
        "POST", "/oauth/v2/token",
        headers: ["Content-Type": "multipart/form-data; boundary=X"],
        body: parts.joined() + "--X--\r\n")
      #expect(reply.status == 200)
      #expect(reply.json["access_token"]?.stringValue != nil)
    }
  }

  @Test func errorsOfTheTokenEndpointComeWithStatus200() async throws {
    try await TestServer.run { zoho async throws in
      let known = zoho.connection
      func error(_ form: NamedValues) async throws -> String {
        let reply = try await zoho.post(form: form, to: "/oauth/v2/token")
        #expect(reply.status == 200)
        return reply.body
      }
      #expect(
        try await error([
          "grant_type": "refresh_token", "client_id": "1000.NOBODY", "client_secret": "x",
          "refresh_token": known.refreshToken,
        ]) == #"{"error":"invalid_client"}"#)
      #expect(
        try await error([
          "grant_type": "refresh_token", "client_id": known.clientID, "client_secret": "x",
          "refresh_token": known.refreshToken,
        ]) == #"{"error":"invalid_client_secret"}"#)
      #expect(
        try await error([
          "grant_type": "refresh_token", "client_id": known.clientID,
          "client_secret": known.clientSecret, "refresh_token": "1000.unknown",
        ]) == #"{"error":"invalid_code"}"#)
      #expect(
        try await error([
          "grant_type": "authorization_code", "client_id": known.clientID,
          "client_secret": known.clientSecret, "code": "1000.unknown",
        ]) == #"{"error":"invalid_code"}"#)
    }
  }

  @Test func aMalformedTokenRequestIs400() async throws {
    try await TestServer.run { zoho async throws in
      #expect(try await zoho.send("GET", "/oauth/v2/token").status == 400)
      #expect(try await zoho.send("POST", "/oauth/v2/token").status == 400)
    }
  }

  @Test func theEleventhTokenInTenMinutesIsDenied() async throws {
    try await TestServer.run { zoho async throws in
      for _ in 1...10 { #expect(try await zoho.refresh().status == 200) }
      let denied = try await zoho.refresh()
      #expect(denied.status == 400)
      #expect(denied.json["error"] == "Access Denied")
      #expect(denied.json["status"] == "failure")
      zoho.clock.advance(seconds: 599)
      #expect(try await zoho.refresh().status == 400)
      zoho.clock.advance(seconds: 1)
      #expect(try await zoho.refresh().status == 200)
    }
  }

  @Test func theEleventhLiveAccessTokenEndsTheOldest() async throws {
    try await TestServer.run { zoho async throws in
      var tokens: [String] = []
      for _ in 1...10 { tokens.append(try await zoho.accessToken()) }
      zoho.clock.advance(seconds: 600)
      #expect(try await zoho.get("/crm/v8/org", token: tokens[0]).status == 200)
      tokens.append(try await zoho.accessToken())
      #expect(try await zoho.get("/crm/v8/org", token: tokens[0]).status == 401)
      #expect(try await zoho.get("/crm/v8/org", token: tokens[1]).status == 200)
    }
  }

  @Test func theTwentyFirstSignInEndsTheFirst() async throws {
    try await TestServer.run { zoho async throws in
      for _ in 1...19 {
        #expect(try await zoho.exchangeSelfClientCode().json["refresh_token"] != nil)
      }
      #expect(try await zoho.refresh().json["access_token"] != nil)
      #expect(try await zoho.exchangeSelfClientCode().json["refresh_token"] != nil)
      #expect(try await zoho.refresh().body == #"{"error":"invalid_code"}"#)
    }
  }

  @Test func aSelfClientCodeWorksOnceAndForTenMinutes() async throws {
    try await TestServer.run { zoho async throws in
      let code = try await zoho.selfClientCode()
      #expect(try await zoho.exchange(code).json["scope"] == "ZohoCRM.modules.READ")
      #expect(try await zoho.exchange(code).body == #"{"error":"invalid_code"}"#)
      let late = try await zoho.selfClientCode()
      zoho.clock.advance(seconds: 600)
      #expect(try await zoho.exchange(late).body == #"{"error":"invalid_code"}"#)
    }
  }

  @Test func revokingARefreshTokenEndsItsAccessTokens() async throws {
    try await TestServer.run { zoho async throws in
      let token = try await zoho.accessToken()
      let revoked = try await zoho.send(
        "POST", "/oauth/v2/token/revoke?token=\(zoho.connection.refreshToken)")
      #expect(revoked.body == #"{"status":"success"}"#)
      #expect(try await zoho.get("/crm/v8/Deals", token: token).status == 401)
      #expect(try await zoho.refresh().body == #"{"error":"invalid_code"}"#)
      #expect(try await zoho.send("POST", "/oauth/v2/token/revoke?token=nothing").status == 400)
    }
  }

  @Test func theServerSaysWhereItsDataCentresAre() async throws {
    try await TestServer.run { zoho async throws in
      let info = try await zoho.send("GET", "/oauth/serverinfo").json
      #expect(info["result"] == "success")
      #expect(info["locations"]?["us"]?.stringValue == zoho.connection.url)
      let discovery = try await zoho.send("GET", "/.well-known/openid-configuration").json
      #expect(discovery["code_challenge_methods_supported"] == ["plain", "S256"])
    }
  }

  @Test func aFileKeepsTheClientAndItsTokens() async throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "localzoho-\(UUID().uuidString).db").path
    defer {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: file + suffix)
      }
    }
    var first: ZohoServer.Connection?
    var token = ""
    try await TestServer.run(dataFile: file) { zoho async throws in
      first = zoho.connection
      token = try await zoho.accessToken()
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    try await TestServer.run(dataFile: file) { zoho async throws in
      #expect(zoho.connection.clientID == first?.clientID)
      #expect(zoho.connection.refreshToken == first?.refreshToken)
      #expect(try await zoho.get("/crm/v8/org", token: token).status == 200)
    }
  }
}

extension TestServer {
  func selfClientCode() async throws -> String {
    try await send(
      "POST", "/_local/self-client-code", body: #"{"scope":"ZohoCRM.modules.READ"}"#
    ).json["code"].text
  }

  func exchange(_ code: String, _ more: NamedValues = NamedValues()) async throws -> TestReply {
    var form: NamedValues = [
      "grant_type": "authorization_code", "client_id": connection.clientID,
      "client_secret": connection.clientSecret, "code": code,
    ]
    for item in more.items { form.append(item.name, item.value) }
    return try await post(form: form, to: "/oauth/v2/token")
  }

  func exchangeSelfClientCode() async throws -> TestReply {
    try await exchange(try await selfClientCode())
  }
}
