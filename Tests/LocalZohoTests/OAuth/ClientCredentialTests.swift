import Foundation
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct ClientCredentialTests {
  private func ask(_ zoho: TestServer, scope: String, soid: String?) async throws -> TestReply {
    var form: NamedValues = [
      "grant_type": "client_credentials", "client_id": zoho.connection.clientID,
      "client_secret": zoho.connection.clientSecret, "scope": scope,
    ]
    if let soid { form.append("soid", soid) }
    return try await zoho.post(form: form, to: "/oauth/v2/token")
  }

  @Test func aSelfClientGetsATokenForItsOrganization() async throws {
    try await TestServer.run { zoho async throws in
      let reply = try await ask(zoho, scope: "ZohoCRM.org.READ", soid: "ZohoCRM.60001234567")
      #expect(reply.json["refresh_token"] == nil)
      #expect(reply.json["scope"] == "ZohoCRM.org.READ")
      let token = reply.json["access_token"].text
      #expect(try await zoho.get("/crm/v8/org", token: token).status == 200)
    }
  }

  @Test(arguments: [
    ("ZohoCRM.org.READ", nil, #"{"error":"missing_org_info"}"#),
    ("ZohoCRM.org.READ", "ZohoCRM.1", #"{"error":"invalid_org_info"}"#),
    ("everything", "ZohoCRM.60001234567", #"{"error":"invalid_scope"}"#),
  ])
  func whatIsMissingIsNamed(scope: String, soid: String?, body: String) async throws {
    try await TestServer.run { zoho async throws in
      #expect(try await ask(zoho, scope: scope, soid: soid).body == body)
    }
  }

  @Test func aClientMayAskAboutItsTokens() async throws {
    try await TestServer.run { zoho async throws in
      func facts(_ token: String) async throws -> JSONValue {
        try await zoho.post(
          form: [
            "token": token, "client_id": zoho.connection.clientID,
            "client_secret": zoho.connection.clientSecret,
          ], to: "/oauth/v2/introspect"
        ).json
      }
      let token = try await ask(zoho, scope: "ZohoCRM.org.READ", soid: "ZohoCRM.60001234567")
        .json["access_token"].text
      let live = try await facts(token)
      #expect(live["active"] == true)
      #expect(live["scope"] == "ZohoCRM.org.READ")
      #expect(live["exp"] == 1_795_514_400)
      #expect(try await facts(zoho.connection.refreshToken)["active"] == true)
      zoho.clock.advance(seconds: 3600)
      #expect(try await facts(token) == ["active": false])
    }
  }

  @Test func theNewerPathRevokesToo() async throws {
    try await TestServer.run { zoho async throws in
      let revoked = try await zoho.post(
        form: ["token": zoho.connection.refreshToken], to: "/oauth/v2/revoke/token")
      #expect(revoked.body == #"{"status":"success"}"#)
      #expect(try await zoho.refresh().body == #"{"error":"invalid_code"}"#)
    }
  }

  @Test func consentOfAUserElsewhereLeadsToTheirDataCentre() async throws {
    try await TestServer.run(configure: { $0.location = "eu" }) { europe async throws in
      try await TestServer.run(configure: {
        $0.otherLocations = ["eu": europe.connection.url]
        $0.userLocation = "eu"
      }) { zoho async throws in
        let accepted = try await zoho.post(
          form: [
            "response_type": "code", "client_id": zoho.connection.clientID,
            "scope": "ZohoCRM.org.READ", "redirect_uri": "http://127.0.0.1:5123/callback",
            "access_type": "offline", "prompt": "consent", "decision": "accept",
          ], to: "/oauth/v2/auth")
        let location = accepted.headers["location"] ?? ""
        let answer = NamedValues(urlEncoded: String(location.drop { $0 != "?" }.dropFirst()))
        #expect(answer["location"] == "eu")
        #expect(answer["accounts-server"] == europe.connection.url)
        let form: NamedValues = [
          "grant_type": "authorization_code", "client_id": zoho.connection.clientID,
          "client_secret": zoho.connection.clientSecret, "code": answer["code"] ?? "",
          "redirect_uri": "http://127.0.0.1:5123/callback",
        ]
        #expect(
          try await zoho.post(form: form, to: "/oauth/v2/token").body
            == #"{"error":"invalid_code"}"#)
        let tokens = try await europe.post(form: form, to: "/oauth/v2/token").json
        #expect(tokens["refresh_token"] != nil)
        let info = try await zoho.send("GET", "/oauth/serverinfo").json
        #expect(
          info["locations"]
            == [
              "us": .string(zoho.connection.url), "eu": .string(europe.connection.url),
            ])
      }
    }
  }
}
