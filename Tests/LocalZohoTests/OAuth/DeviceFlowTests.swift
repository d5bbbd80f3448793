import Foundation
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct DeviceFlowTests {
  @Test func aDeviceGetsTwoCodesAndTwoAddresses() async throws {
    try await TestServer.run { zoho async throws in
      let reply = try await zoho.deviceCode()
      #expect(reply.status == 200)
      let code = reply.json
      #expect(code["interval"] == 5000)
      #expect(code["expires_in"] == 300_000)
      #expect(code["device_code"].text.hasPrefix("1004."))
      #expect(code["user_code"].text.count == 8)
      let page = "\(zoho.connection.url)/oauth/v3/device"
      #expect(code["verification_url"] == .string(page))
      #expect(
        code["verification_uri_complete"] == .string("\(page)?user_code=\(code["user_code"].text)"))
      #expect(zoho.connection.deviceClientID.hasPrefix("1004."))
    }
  }

  @Test func theDevicePollsUntilItsUserAccepts() async throws {
    try await TestServer.run { zoho async throws in
      let code = try await zoho.deviceCode().json
      let device = code["device_code"].text
      #expect(try await zoho.poll(device).body == #"{"error":"authorization_pending"}"#)
      zoho.clock.advance(seconds: 4)
      #expect(try await zoho.poll(device).body == #"{"error":"slow_down"}"#)
      zoho.clock.advance(seconds: 5)
      #expect(try await zoho.poll(device).body == #"{"error":"authorization_pending"}"#)
      #expect(try await zoho.decide(code["user_code"].text, "accept").status == 204)
      zoho.clock.advance(seconds: 5)
      let tokens = try await zoho.poll(device)
      #expect(tokens.status == 200)
      #expect(tokens.json["scope"] == "ZohoCRM.modules.READ ZohoCRM.org.READ")
      #expect(tokens.json["expires_in"] == 3600)
      #expect(tokens.json["refresh_token"].text.hasPrefix("1004."))
      #expect(
        try await zoho.get("/crm/v8/org", token: tokens.json["access_token"].text).status == 200)
      #expect(try await zoho.poll(device).body == #"{"error":"invalid_code"}"#)

      let refreshed = try await zoho.post(
        form: [
          "grant_type": "refresh_token", "client_id": zoho.connection.deviceClientID,
          "client_secret": zoho.connection.deviceClientSecret,
          "refresh_token": tokens.json["refresh_token"].text,
        ], to: "/oauth/v2/token")
      #expect(refreshed.json["access_token"] != nil)
    }
  }

  @Test func aRefusedOrLateDeviceIsTold() async throws {
    try await TestServer.run { zoho async throws in
      let refused = try await zoho.deviceCode().json
      #expect(try await zoho.decide(refused["user_code"].text, "reject").status == 204)
      #expect(
        try await zoho.poll(refused["device_code"].text).body == #"{"error":"access_denied"}"#)
      #expect(try await zoho.decide(refused["user_code"].text, "accept").status == 404)

      let late = try await zoho.deviceCode().json
      zoho.clock.advance(seconds: 300)
      #expect(try await zoho.poll(late["device_code"].text).body == #"{"error":"expired"}"#)
      #expect(try await zoho.decide(late["user_code"].text, "accept").status == 404)
    }
  }

  @Test func thePageAsksForTheCodeThenForConsent() async throws {
    try await TestServer.run { zoho async throws in
      let code = try await zoho.deviceCode().json
      let user = code["user_code"].text
      let first = try await zoho.send("GET", "/oauth/v3/device")
      #expect(first.body.contains(#"<input name="user_code""#))
      let typed = "\(user.prefix(4))-\(user.suffix(4))".lowercased()
      let question = try await zoho.send("GET", "/oauth/v3/device?user_code=\(typed)")
      #expect(question.body.contains("<li>ZohoCRM.org.READ</li>"))
      #expect(question.body.contains("Local device"))
      let done = try await zoho.post(
        form: ["user_code": user, "decision": "accept"], to: "/oauth/v3/device")
      #expect(done.status == 200)
      #expect(done.body.contains("Access granted"))
      #expect(try await zoho.poll(code["device_code"].text).json["access_token"] != nil)
      let wrong = try await zoho.send("GET", "/oauth/v3/device?user_code=NOBODY")
      #expect(wrong.status == 400)
    }
  }

  @Test func withoutOfflineAccessThereIsNoRefreshToken() async throws {
    try await TestServer.run { zoho async throws in
      let code = try await zoho.deviceCode(["access_type": "online"]).json
      _ = try await zoho.decide(code["user_code"].text, "accept")
      let tokens = try await zoho.poll(code["device_code"].text).json
      #expect(tokens["access_token"] != nil)
      #expect(tokens["refresh_token"] == nil)
    }
  }

  @Test func otherClientsAndWrongSecretsAreRefused() async throws {
    try await TestServer.run { zoho async throws in
      let web = try await zoho.deviceCode(["client_id": zoho.connection.clientID])
      #expect(web.body == #"{"error":"invalid_client"}"#)
      #expect(
        try await zoho.deviceCode(["scope": "everything"]).body == #"{"error":"invalid_scope"}"#)
      #expect(try await zoho.send("POST", "/oauth/v3/device/code").status == 400)
      let code = try await zoho.deviceCode().json["device_code"].text
      let reply = try await zoho.post(
        form: [
          "grant_type": "device_token", "client_id": zoho.connection.deviceClientID,
          "client_secret": "x", "code": code,
        ], to: "/oauth/v3/device/token")
      #expect(reply.body == #"{"error":"invalid_client_secret"}"#)
    }
  }

  @Test func aUserOfAnotherDataCentreIsServedThere() async throws {
    try await TestServer.run(configure: { $0.location = "eu" }) { europe async throws in
      try await TestServer.run { zoho async throws in
        let places = """
          {"others":{"eu":"\(europe.connection.url)"},"home":"eu"}
          """
        #expect(try await zoho.send("PUT", "/_local/data-centres", body: places).status == 204)
        let code = try await zoho.deviceCode().json
        let device = code["device_code"].text
        #expect(try await zoho.decide(code["user_code"].text, "accept").status == 204)
        #expect(
          try await zoho.poll(device).body == #"{"error":"other_dc","user_location":"eu"}"#)
        let tokens = try await europe.poll(device, client: zoho.connection).json
        #expect(tokens["api_domain"] == .string(europe.connection.url))
        #expect(
          try await europe.get("/crm/v8/org", token: tokens["access_token"].text).status == 200)
        #expect(
          try await zoho.get("/crm/v8/org", token: tokens["access_token"].text).status == 401)
      }
    }
  }

  @Test func aSilentDataCentreIsNamed() async throws {
    try await TestServer.run(configure: {
      $0.otherLocations = ["eu": "http://127.0.0.1:1"]
      $0.userLocation = "eu"
    }) { zoho async throws in
      let code = try await zoho.deviceCode().json
      let decided = try await zoho.decide(code["user_code"].text, "accept")
      #expect(decided.status == 502)
      #expect(
        decided.json["error"].text.hasPrefix(
          "the data centre at http://127.0.0.1:1 did not answer: "))
    }
  }
}

extension TestServer {
  func deviceCode(_ others: NamedValues = NamedValues()) async throws -> TestReply {
    var form = others
    let usual: NamedValues = [
      "client_id": connection.deviceClientID, "grant_type": "device_request",
      "scope": "ZohoCRM.modules.READ,ZohoCRM.org.READ", "access_type": "offline",
      "prompt": "consent",
    ]
    for item in usual.items where others[item.name] == nil { form.append(item.name, item.value) }
    return try await post(form: form, to: "/oauth/v3/device/code")
  }

  func poll(_ code: String, client: ZohoServer.Connection? = nil) async throws -> TestReply {
    let client = client ?? connection
    return try await post(
      form: [
        "grant_type": "device_token", "client_id": client.deviceClientID,
        "client_secret": client.deviceClientSecret, "code": code,
      ], to: "/oauth/v3/device/token")
  }

  func decide(_ userCode: String, _ decision: String) async throws -> TestReply {
    try await send(
      "POST", "/_local/device",
      body: "{\"user_code\":\"\(userCode)\",\"decision\":\"\(decision)\"}")
  }
}
